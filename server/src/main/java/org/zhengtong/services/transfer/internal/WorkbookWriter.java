package org.zhengtong.services.transfer.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhengtong.services.catalogue.ServiceItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries as a workbook straight into the answer, sheet after sheet: no more than a few rows are in memory. */
final class WorkbookWriter {
    private static final int FLUSH_EVERY = 200;
    private static final int EMPTY_ROWS = 5_000;
    private static final int WIDE = 40;
    private static final int USUAL = 16;
    private static final String HEAD = "E8EEF6";
    private static final String NEEDED = "FDE9D9";
    private final JsonMapper json;

    WorkbookWriter(JsonMapper json) {
        this.json = json;
    }

    void write(List<ServiceItem> items, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhengtong", "1.0")) {
            for (Sheet sheet : Sheet.values()) {
                Worksheet page = workbook.newWorksheet(sheet.shownName());
                header(page, sheet);
                rows(page, sheet, items);
                page.finish();
            }
        }
    }

    private void rows(Worksheet page, Sheet sheet, List<ServiceItem> items) throws IOException {
        int line = 1;
        for (ServiceItem item : items) {
            JsonNode document = json.valueToTree(item);
            for (DocumentRows.Part part : DocumentRows.of(sheet, document)) {
                cells(page, sheet, line, part.values());
                if (++line % FLUSH_EVERY == 0) {
                    page.flush();
                }
            }
        }
    }

    private static void cells(Worksheet page, Sheet sheet, int line, Map<String, JsonNode> values) {
        int at = 0;
        for (Column column : sheet.columns()) {
            JsonNode value = values.get(column.path());
            String text = value == null ? "" : column.text(value);
            if (column.kind() == Column.Kind.NUMBER && !text.isEmpty()) {
                page.value(line, at, Integer.valueOf(text));
            } else if (!text.isEmpty()) {
                page.inlineString(line, at, text);
            }
            at++;
        }
    }

    private static void header(Worksheet page, Sheet sheet) {
        int at = 0;
        for (Column column : sheet.columns()) {
            page.inlineString(0, at, column.header());
            page.width(at, column.most() > 100 ? WIDE : USUAL);
            page.style(0, at)
                    .bold()
                    .wrapText(true)
                    .fillColor(column.empty() == Column.Empty.NO ? NEEDED : HEAD)
                    .set();
            at++;
        }
        page.freezePane(1, 1);
    }

    void template(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhengtong", "1.0")) {
            instructions(workbook.newWorksheet("说明"));
            Worksheet choices = workbook.newWorksheet("选项");
            ChoiceLists lists = new ChoiceLists(choices);
            for (Sheet sheet : Sheet.values()) {
                Worksheet page = workbook.newWorksheet(sheet.shownName());
                header(page, sheet);
                int at = 0;
                for (Column column : sheet.columns()) {
                    lists.choose(page, at, column, EMPTY_ROWS);
                    page.range(1, at, EMPTY_ROWS, at).style().format("@").set();
                    at++;
                }
            }
        }
    }

    /** What to write where, row by row. */
    private static void instructions(Worksheet page) throws IOException {
        int line = 0;
        for (List<String> row : Instructions.rows()) {
            int at = 0;
            for (String text : row) {
                page.inlineString(line, at, text);
                page.style(line, at).wrapText(true).verticalAlignment("top").set();
                at++;
            }
            line++;
        }
        page.width(0, USUAL);
        page.width(1, 24);
        page.width(2, USUAL);
        page.width(3, 70);
        page.finish();
    }
}
