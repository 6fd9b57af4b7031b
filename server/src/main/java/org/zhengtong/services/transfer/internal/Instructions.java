package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.services.catalogue.PipeTable;

/** The sheet of instructions: first what holds for the whole workbook, then each column. */
final class Instructions {
    private Instructions() {}

    static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        PipeTable.read("services/transfer/instructions.psv")
                .rows()
                .forEach(row -> rows.add(List.of(row.get("topic"), "", "", row.get("text"))));
        rows.add(List.of());
        rows.add(List.of("表", "列", "必填", "怎么填"));
        for (Sheet sheet : Sheet.values()) {
            rows.add(List.of(sheet.shownName(), "", "", sheet.note()));
            for (Column column : sheet.columns()) {
                rows.add(List.of(
                        sheet.shownName(),
                        column.header(),
                        column.empty() == Column.Empty.NO ? "是" : "",
                        note(column)));
            }
        }
        return rows;
    }

    private static String note(Column column) {
        String words = column.choices()
                .filter(_ -> column.isRead())
                .map(choices -> "可填：" + String.join("、", choices.all()))
                .orElse("");
        return words.isEmpty() ? column.note() : column.note() + words;
    }
}
