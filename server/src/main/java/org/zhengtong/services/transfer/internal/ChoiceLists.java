package org.zhengtong.services.transfer.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

/** The lists to choose from: a column of a sheet each, to which the cells refer. */
final class ChoiceLists {
    private final Worksheet page;
    private final Map<List<String>, Range> lists = new LinkedHashMap<>();

    ChoiceLists(Worksheet page) {
        this.page = page;
    }

    /** Several words of a list stand in one cell, so the list there only helps and does not refuse. */
    void choose(Worksheet sheet, int at, Column column, int rows) {
        List<String> words = words(column);
        if (words.isEmpty()) {
            return;
        }
        boolean one = column.kind() == Column.Kind.CHOICE || column.kind() == Column.Kind.YES_NO;
        sheet.range(1, at, rows, at)
                .validateWithList(lists.computeIfAbsent(words, this::write))
                .allowBlank(true)
                .showErrorMessage(one)
                .errorTitle(column.header())
                .error(column.note());
    }

    private static List<String> words(Column column) {
        return switch (column.kind()) {
            case YES_NO -> List.of("是", "否");
            case CHOICE, CHOICES, PROCEDURES -> column.choices().orElseThrow().all();
            case CODE, DERIVED, KNOWN, LINE, TEXT, LINES, NUMBER, PAIRS, JSON -> List.of();
        };
    }

    private Range write(List<String> words) {
        int at = lists.size();
        for (int line = 0; line < words.size(); line++) {
            page.inlineString(line, at, words.get(line));
        }
        return page.range(0, at, words.size() - 1, at);
    }
}
