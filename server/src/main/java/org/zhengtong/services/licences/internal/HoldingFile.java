package org.zhengtong.services.licences.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.licences.HoldingImports;

/**
 * A file of holdings as it was read: UTF-8 when it is that, else GB 18030, which contains GBK.
 *
 * @param rows one for each line, by the headings
 */
record HoldingFile(String encoding, List<Row> rows) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_CELL = 2_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    /**
     * @param line in the file, as people count
     * @param overlong the headings of cells too long to be one
     */
    record Row(int line, Map<String, String> cells, Set<String> overlong) {
        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    static HoldingFile read(InputStream content, List<String> headings) {
        byte[] bytes = bytes(content);
        Text text = decoded(bytes);
        try (CSVParser parser = CSVParser.parse(new StringReader(text.words()), FORMAT)) {
            return new HoldingFile(text.encoding(), rows(parser, headings));
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            throw new Problem(422, "holdings-quotes");
        }
    }

    private static byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(HoldingImports.MOST_BYTES + 1);
            if (bytes.length > HoldingImports.MOST_BYTES) {
                throw new Problem(422, "holdings-too-large", HoldingImports.MOST_BYTES / 1024 / 1024);
            }
            if (bytes.length == 0) {
                throw new Problem(422, "holdings-empty");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Text(String encoding, String words) {}

    private static Text decoded(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                throw new Problem(422, "holdings-encoding");
            }
        }
        return decoded(bytes, StandardCharsets.UTF_8)
                .map(words -> new Text("UTF-8", words.startsWith("\uFEFF") ? words.substring(1) : words))
                .or(() -> decoded(bytes, GB18030).map(words -> new Text("GBK", words)))
                .orElseThrow(() -> new Problem(422, "holdings-encoding"));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    private static List<Row> rows(CSVParser parser, List<String> headings) {
        List<Row> rows = new ArrayList<>();
        List<String> found = List.of();
        for (CSVRecord record : parser) {
            if (found.isEmpty()) {
                found = checked(record.toList().stream().map(String::strip).toList(), headings);
            } else {
                if (rows.size() == HoldingImports.MOST_ROWS) {
                    throw new Problem(422, "holdings-too-many", HoldingImports.MOST_ROWS);
                }
                int least = rows.isEmpty() ? 2 : rows.getLast().line() + 1;
                rows.add(row(record, found, Math.max(least, (int) parser.getCurrentLineNumber())));
            }
        }
        if (rows.isEmpty()) {
            throw new Problem(422, "holdings-empty");
        }
        return rows;
    }

    /** Each heading once; more columns than asked for are no fault and not read. */
    private static List<String> checked(List<String> found, List<String> headings) {
        List<String> missing =
                headings.stream().filter(heading -> !found.contains(heading)).toList();
        if (!missing.isEmpty()) {
            throw new Problem(422, "holdings-headings", String.join("、", missing));
        }
        Set<String> once = new HashSet<>();
        for (String heading : found) {
            if (headings.contains(heading) && !once.add(heading)) {
                throw new Problem(422, "holdings-heading-twice", heading);
            }
        }
        return found;
    }

    private static Row row(CSVRecord record, List<String> headings, int line) {
        Map<String, String> cells = new HashMap<>();
        Set<String> overlong = new HashSet<>();
        for (int i = 0; i < Math.min(record.size(), headings.size()); i++) {
            String cell = record.get(i).strip();
            if (cell.length() > LONGEST_CELL) {
                overlong.add(headings.get(i));
            } else {
                cells.put(headings.get(i), cell);
            }
        }
        return new Row(line, cells, overlong);
    }
}
