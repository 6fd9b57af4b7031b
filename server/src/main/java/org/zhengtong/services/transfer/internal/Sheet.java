package org.zhengtong.services.transfer.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhengtong.services.catalogue.PipeTable;

/** The sheets of a workbook of entries; names and columns are data. */
enum Sheet {
    ENTRIES("entries"),
    MATERIALS("materials"),
    SITUATIONS("situations"),
    HANDLING_ITEMS("handlingItems"),
    QUESTIONS("questions"),
    FORM("form");

    private static final String FOLDER = "services/transfer/";
    private final String id;
    private final String shownName;
    private final String note;

    Sheet(String id) {
        this.id = id;
        PipeTable.Row row = Known.SHEETS.rows().stream()
                .filter(one -> one.get("id").equals(id))
                .findFirst()
                .orElseThrow();
        this.shownName = row.get("name");
        this.note = row.get("note");
    }

    private static final class Known {
        private static final PipeTable SHEETS = PipeTable.read(FOLDER + "sheets.psv");
        private static final Map<String, List<Column>> COLUMNS = PipeTable.read(FOLDER + "columns.psv").rows().stream()
                .map(Sheet::column)
                .collect(Collectors.groupingBy(Column::sheet));
    }

    private static Column column(PipeTable.Row row) {
        return new Column(
                row.get("sheet"),
                row.get("header"),
                row.get("path"),
                Column.Kind.valueOf(row.get("kind")),
                row.optional("choices").map(Choices::of),
                row.number("most", 0),
                Column.Empty.valueOf(row.get("empty").toUpperCase(Locale.ROOT)),
                row.get("note"));
    }

    String id() {
        return id;
    }

    /** As the workbook shows it. */
    String shownName() {
        return shownName;
    }

    String note() {
        return note;
    }

    List<Column> columns() {
        return Objects.requireNonNull(Known.COLUMNS.get(id));
    }

    Column column(String path) {
        return columns().stream()
                .filter(column -> column.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + " has no column for " + path));
    }

    static Optional<Sheet> named(String shownName) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.shownName.equals(shownName))
                .findFirst();
    }

    static Sheet of(String id) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
