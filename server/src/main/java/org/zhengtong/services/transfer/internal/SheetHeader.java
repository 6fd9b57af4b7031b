package org.zhengtong.services.transfer.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** The first row of a sheet: which column stands where. The order is free, the names are not. */
final class SheetHeader {
    private static final Pattern ENCODED = Pattern.compile("_x00([01][0-9A-Fa-f])_");
    private final Sheet sheet;
    private final RowSink sink;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();
    private final Set<Integer> strays = new HashSet<>();
    private boolean read;

    SheetHeader(Sheet sheet, RowSink sink) {
        this.sheet = sheet;
        this.sink = sink;
    }

    boolean isRead() {
        return read;
    }

    @Nullable Column at(int column) {
        return columns.get(column);
    }

    void add(int at, String value) {
        String name = value.replaceAll("[\\s*＊]", "");
        if (name.isEmpty()) {
            return;
        }
        sheet.columns().stream()
                .filter(column -> column.header().equals(name))
                .findFirst()
                .ifPresentOrElse(column -> known(at, column), () -> {
                    strays.add(at);
                    wrong(letters(at) + "1", PlainWords.shown(value), new Reading.Wrong("unknown-column"));
                });
    }

    private void known(int at, Column column) {
        if (columns.containsValue(column)) {
            wrong(letters(at) + "1", column.header(), new Reading.Wrong("column-twice"));
        } else {
            columns.put(at, column);
        }
    }

    void end(int line) {
        if (columns.isEmpty() && strays.isEmpty()) {
            return;
        }
        read = true;
        sheet.columns().stream()
                .filter(column -> column.isRead() && column.kind() != Column.Kind.DERIVED)
                .filter(column -> !columns.containsValue(column))
                .forEach(column -> wrong(
                        line + ":" + line, column.header(), new Reading.Wrong("missing-column", column.header())));
        Map<String, String> letters = new HashMap<>();
        columns.forEach((at, column) -> letters.put(column.path(), letters(at)));
        sink.columns(sheet, letters);
    }

    /** Something below no header; a column with an unknown one was reported at its head. */
    void stray(int at, int line, String value) {
        if (!value.isBlank() && strays.add(at)) {
            wrong(letters(at) + line, "", new Reading.Wrong("no-header-here", letters(at)));
        }
    }

    private void wrong(String cell, String element, Reading.Wrong wrong) {
        sink.findings().add(sheet.shownName(), cell, element, wrong);
    }

    private static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }

    /** Excel writes control characters so. */
    static String decoded(String text) {
        return text.contains("_x00")
                ? ENCODED.matcher(text).replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)))
                : text;
    }
}
