package org.zhengtong.services.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table kept as a resource file: one row a line, columns parted by {@code |}, lists within a column by {@code ;}, the
 * names of the columns in the first line.
 */
public record PipeTable(List<Row> rows) {

    /** @param path of the resource, from the root of the class path */
    public static PipeTable read(String path) {
        List<String> lines = text(path).lines().filter(line -> !line.isBlank()).toList();
        List<String> names = List.of(lines.getFirst().split("\\|", -1));
        return new PipeTable(lines.stream()
                .skip(1)
                .map(line -> row(path, names, List.of(line.split("\\|", -1))))
                .toList());
    }

    private static Row row(String path, List<String> names, List<String> cells) {
        if (cells.size() != names.size()) {
            throw new IllegalStateException(path + ": " + names.size() + " columns wanted in " + cells);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), cells.get(i).strip());
        }
        return new Row(row);
    }

    private static String text(String path) {
        try (InputStream in = PipeTable.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row: name of the column → text. */
    public record Row(Map<String, String> cells) {
        public String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalStateException("no column " + column);
            }
            return cell;
        }

        public Optional<String> optional(String column) {
            String cell = get(column);
            return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
        }

        public boolean yes(String column) {
            return get(column).equals("是");
        }

        public int number(String column, int otherwise) {
            return optional(column).map(Integer::parseInt).orElse(otherwise);
        }

        public List<String> list(String column) {
            return optional(column).map(cell -> List.of(cell.split(";"))).orElse(List.of());
        }
    }
}
