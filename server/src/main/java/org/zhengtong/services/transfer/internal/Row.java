package org.zhengtong.services.transfer.internal;

import java.util.Map;

/**
 * A row of an entry as it was read, from a sheet or out of a JSON document.
 *
 * @param place the number of its line, or the path of its part of the document
 * @param values path of the column → what was read
 */
record Row(Sheet sheet, String place, Map<String, Reading> values) {
    Reading value(Column column) {
        Reading value = values.get(column.path());
        return value == null ? CellReading.empty(column) : value;
    }

    /** How places of a file are called. */
    interface Places {
        String sheet(Sheet sheet);

        String cell(Row row, Column column);

        /** Places of a workbook; {@code letters} tells where the columns stand. */
        static Places ofWorkbook(Map<Sheet, Map<String, String>> letters) {
            return new Places() {
                @Override
                public String sheet(Sheet sheet) {
                    return sheet.shownName();
                }

                @Override
                public String cell(Row row, Column column) {
                    return letters.getOrDefault(row.sheet(), Map.of()).getOrDefault(column.path(), "") + row.place();
                }
            };
        }

        /** Places of a JSON document are paths in it. */
        static Places ofDocument() {
            return new Places() {
                @Override
                public String sheet(Sheet sheet) {
                    return "";
                }

                @Override
                public String cell(Row row, Column column) {
                    return column.kind() == Column.Kind.JSON
                            ? row.place()
                            : row.place() + "." + column.path().replace('/', '.');
                }
            };
        }
    }
}
