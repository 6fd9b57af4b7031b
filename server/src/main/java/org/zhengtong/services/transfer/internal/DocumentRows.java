package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The document of an entry taken apart into the rows of the sheets. */
final class DocumentRows {
    /** Excel takes 32,767 characters in a cell. */
    private static final int LONGEST_CELL = 32_000;

    private static final String ANSWER = "answer/";

    private DocumentRows() {}

    /** A row: its path in the document, and the value of each column. */
    record Part(String path, Map<String, JsonNode> values) {
        JsonNode value(Column column) {
            return values.getOrDefault(column.path(), JsonNodeFactory.instance.nullNode());
        }
    }

    static List<Part> of(Sheet sheet, JsonNode document) {
        return switch (sheet) {
            case ENTRIES -> List.of(part("", document, sheet, Map.of()));
            case SITUATIONS -> situations(document);
            case FORM -> form(document);
            case MATERIALS, HANDLING_ITEMS, QUESTIONS -> {
                List<Part> parts = new ArrayList<>();
                JsonNode list = document.path(sheet.id());
                for (int i = 0; i < list.size(); i++) {
                    parts.add(part("." + sheet.id() + "[" + i + "]", list.get(i), sheet, code(document)));
                }
                yield parts;
            }
        };
    }

    private static Map<String, JsonNode> code(JsonNode document) {
        return Map.of("code", document.path("code"));
    }

    private static Part part(String path, JsonNode node, Sheet sheet, Map<String, JsonNode> before) {
        Map<String, JsonNode> values = new LinkedHashMap<>(before);
        for (Column column : sheet.columns()) {
            values.putIfAbsent(column.path(), at(node, column.path()));
        }
        return new Part(path, values);
    }

    private static JsonNode at(JsonNode node, String path) {
        JsonNode at = node;
        for (String step : path.split("/")) {
            at = at.path(step);
        }
        return at;
    }

    private static List<Part> situations(JsonNode document) {
        List<Part> parts = new ArrayList<>();
        JsonNode situations = document.path(Sheet.SITUATIONS.id());
        for (int i = 0; i < situations.size(); i++) {
            JsonNode situation = situations.get(i);
            JsonNode answers = situation.path("answers");
            for (int j = 0; j < Math.max(1, answers.size()); j++) {
                Map<String, JsonNode> values = new LinkedHashMap<>(code(document));
                for (Column column : Sheet.SITUATIONS.columns()) {
                    values.putIfAbsent(
                            column.path(),
                            column.path().startsWith(ANSWER)
                                    ? answers.path(j).path(column.id())
                                    : situation.path(column.path()));
                }
                parts.add(new Part(".situations[" + i + "]", values));
            }
        }
        return parts;
    }

    /** A page of the form is one row; what is too long for a cell goes on in the next row. */
    private static List<Part> form(JsonNode document) {
        List<Part> parts = new ArrayList<>();
        JsonNode form = document.path("form");
        JsonNode sections = form.path("sections");
        for (int i = 0; i < sections.size(); i++) {
            parts.addAll(page(document, ".form.sections[" + i + "]", sections.get(i)));
        }
        return parts;
    }

    private static List<Part> page(JsonNode document, String path, JsonNode section) {
        String text = section.toString();
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += LONGEST_CELL) {
            Map<String, JsonNode> values = new LinkedHashMap<>(code(document));
            values.put("id", section.path("id"));
            values.put("title", section.path("title"));
            values.put("labels", JsonNodeFactory.instance.stringNode(from == 0 ? labels(section) : ""));
            values.put(
                    "definition",
                    JsonNodeFactory.instance.stringNode(
                            text.substring(from, Math.min(text.length(), from + LONGEST_CELL))));
            parts.add(new Part(path, values));
        }
        return parts;
    }

    private static String labels(JsonNode section) {
        return StreamSupport.stream(section.path("fields").spliterator(), false)
                .map(field -> field.path("label").asString(""))
                .collect(Collectors.joining("\n"));
    }
}
