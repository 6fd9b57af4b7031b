package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.services.transfer.internal.Reading.Value;
import org.zhengtong.services.transfer.internal.Reading.Wrong;
import tools.jackson.databind.JsonNode;

/** A JSON document of an entry, read into rows by the same columns as a workbook. */
final class DocumentReading {
    private final Findings findings;

    DocumentReading(Findings findings) {
        this.findings = findings;
    }

    Map<Sheet, List<Row>> rows(int index, JsonNode document) {
        String root = "$[" + index + "]";
        Map<Sheet, List<Row>> rows = new EnumMap<>(Sheet.class);
        strange(
                document,
                root,
                Set.of("form", "materials", "situations", "handlingItems", "questions", "further"),
                Sheet.ENTRIES,
                "");
        strange(document.path("further"), root + ".further", Set.of(), Sheet.ENTRIES, "further/");
        for (Sheet sheet : Sheet.values()) {
            if (isList(sheet, document, root)) {
                rows.put(sheet, rows(sheet, root, document));
            }
        }
        return rows;
    }

    private boolean isList(Sheet sheet, JsonNode document, String root) {
        if (sheet == Sheet.ENTRIES) {
            return true;
        }
        String name = sheet == Sheet.FORM ? "form.sections" : sheet.id();
        JsonNode list = sheet == Sheet.FORM ? document.path("form").path("sections") : document.path(sheet.id());
        if (sheet == Sheet.FORM && document.path("form").isObject() && list.isMissingNode()) {
            return true;
        }
        if (list.isMissingNode() || list.isNull()) {
            return false;
        }
        if (!list.isArray()) {
            wrong(root + "." + name, new Wrong("json-list"));
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            String path = root + "." + name + "[" + i + "]";
            if (!list.get(i).isObject()) {
                wrong(path, new Wrong("json-object"));
                return false;
            }
            if (sheet != Sheet.FORM) {
                strange(list.get(i), path, sheet == Sheet.SITUATIONS ? Set.of("answers") : Set.of(), sheet, "");
            }
            if (sheet == Sheet.SITUATIONS && !areAnswers(list.get(i).path("answers"), path)) {
                return false;
            }
        }
        return true;
    }

    private boolean areAnswers(JsonNode answers, String path) {
        if (!answers.isArray()) {
            wrong(path + ".answers", new Wrong("json-list"));
            return false;
        }
        for (JsonNode answer : answers) {
            if (!answer.isObject()) {
                wrong(path + ".answers", new Wrong("json-object"));
                return false;
            }
            strange(answer, path + ".answers", Set.of(), Sheet.SITUATIONS, "answer/");
        }
        return true;
    }

    private List<Row> rows(Sheet sheet, String root, JsonNode document) {
        List<Row> rows = new ArrayList<>();
        if (sheet == Sheet.FORM) {
            return form(root, document);
        }
        for (DocumentRows.Part part : DocumentRows.of(sheet, document)) {
            Map<String, Reading> values = new LinkedHashMap<>();
            for (Column column : sheet.columns()) {
                values.put(column.path(), column.accept(part.value(column)));
            }
            rows.add(new Row(sheet, root + part.path(), values));
        }
        return rows;
    }

    private List<Row> form(String root, JsonNode document) {
        List<Row> rows = new ArrayList<>();
        JsonNode sections = document.path("form").path("sections");
        for (int i = 0; i < sections.size(); i++) {
            JsonNode section = sections.get(i);
            Map<String, Reading> values = new LinkedHashMap<>();
            for (String path : List.of("id", "title")) {
                values.put(path, Sheet.FORM.column(path).accept(section.path(path)));
            }
            values.put("code", Sheet.FORM.column("code").accept(document.path("code")));
            values.put("definition", new Value(section));
            rows.add(new Row(Sheet.FORM, root + ".form.sections[" + i + "]", values));
        }
        return rows;
    }

    /** An element nobody knows is a misspelt one. */
    private void strange(JsonNode node, String path, Set<String> further, Sheet sheet, String prefix) {
        Set<String> known = sheet.columns().stream()
                .map(Column::path)
                .filter(one -> one.startsWith(prefix))
                .map(one -> one.substring(prefix.length()))
                .collect(Collectors.toSet());
        for (String name : node.propertyNames()) {
            if (!known.contains(name) && !further.contains(name)) {
                wrong(path + "." + PlainWords.shown(name), new Wrong("unknown-element", PlainWords.shown(name)));
            }
        }
    }

    private void wrong(String path, Wrong wrong) {
        findings.add("", path, "", wrong);
    }
}
