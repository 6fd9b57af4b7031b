package org.zhengtong.services.transfer.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.services.transfer.internal.Reading.Value;
import org.zhengtong.services.transfer.internal.Reading.Wrong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows put together again into the document of an entry. What cannot be read is told at its place. */
final class EntryAssembly {
    /** Stands for a cell whose fault was told while its sheet was read. */
    static final String REPORTED = "\u0000";

    private static final int LONGEST_FORM = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Findings findings;
    private final Row.Places places;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    EntryAssembly(Findings findings, Row.Places places) {
        this.findings = findings;
        this.places = places;
    }

    ObjectNode assemble(Map<Sheet, List<Row>> rows) {
        document.set("further", JsonNodeFactory.instance.objectNode());
        ObjectNode form = document.putObject("form");
        form.putArray("sections");
        for (Sheet sheet : Sheet.values()) {
            List<Row> own = rows.getOrDefault(sheet, List.of());
            switch (sheet) {
                case ENTRIES -> own.forEach(this::entry);
                case SITUATIONS -> situations(own);
                case FORM -> form(own, form);
                case MATERIALS, HANDLING_ITEMS, QUESTIONS -> {
                    ArrayNode list = document.putArray(sheet.id());
                    own.forEach(row -> list.add(record(row)));
                }
            }
        }
        return document;
    }

    private Map<String, JsonNode> values(Row row) {
        Map<String, JsonNode> values = new HashMap<>();
        for (Column column : row.sheet().columns()) {
            if (column.isRead()) {
                switch (row.value(column)) {
                    case Value(JsonNode node) -> values.put(column.path(), node);
                    case Wrong wrong -> wrong(row, column, wrong);
                }
            }
        }
        return values;
    }

    private void entry(Row row) {
        values(row).forEach((path, value) -> {
            String[] steps = path.split("/");
            ObjectNode parent = steps.length == 1 ? document : (ObjectNode) document.get(steps[0]);
            parent.set(steps[steps.length - 1], value);
        });
    }

    private static ObjectNode without(Map<String, JsonNode> values, String path) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> {
            if (!name.equals(path)) {
                record.set(name, value);
            }
        });
        return record;
    }

    private ObjectNode record(Row row) {
        return without(values(row), "code");
    }

    private void situations(List<Row> rows) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<String, JsonNode> values = values(row);
            JsonNode id = values.get("id");
            JsonNode question = values.get("question");
            if (id == null || question == null) {
                continue;
            }
            ObjectNode situation = byId.computeIfAbsent(id.asString(), _ -> {
                ObjectNode fresh = JsonNodeFactory.instance.objectNode();
                fresh.set("id", id);
                fresh.set("question", question);
                fresh.putArray("answers");
                return fresh;
            });
            if (!situation.get("question").equals(question)) {
                wrong(row, "question", new Wrong("question-differs", PlainWords.shown(id.asString())));
            }
            answer(row, values, (ArrayNode) situation.get("answers"));
        }
        byId.values().forEach(document.putArray(Sheet.SITUATIONS.id())::add);
    }

    private void answer(Row row, Map<String, JsonNode> values, ArrayNode answers) {
        JsonNode id = values.get("answer/id");
        JsonNode text = values.get("answer/text");
        if (id == null || text == null || !values.containsKey("answer/without")) {
            return;
        }
        boolean named = !id.asString().isEmpty();
        boolean said = !text.asString().isEmpty();
        if (named != said) {
            wrong(row, named ? "answer/text" : "answer/id", new Wrong("required"));
        } else if (named) {
            ObjectNode answer = answers.addObject();
            answer.set("id", id);
            answer.set("text", text);
            answer.set("without", values.get("answer/without"));
        }
    }

    private void form(List<Row> rows, ObjectNode form) {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        Map<String, Row> first = new HashMap<>();
        for (Row row : rows) {
            Map<String, JsonNode> values = values(row);
            JsonNode definition = values.get("definition");
            JsonNode named = values.get("id");
            if (definition == null || named == null) {
                continue;
            }
            String id = named.asString();
            if (definition.isString()) {
                first.putIfAbsent(id, row);
                texts.computeIfAbsent(id, _ -> new StringBuilder()).append(definition.asString());
            } else {
                page(row, definition, values, form);
            }
        }
        texts.forEach((id, text) -> {
            Row row = first.get(id);
            if (row != null) {
                parsed(row, text.toString(), form);
            }
        });
    }

    private void parsed(Row row, String text, ObjectNode form) {
        if (text.length() > LONGEST_FORM) {
            wrong(row, "definition", new Wrong("too-long", LONGEST_FORM, text.length()));
            return;
        }
        try {
            page(row, JSON.readTree(text), Map.of(), form);
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            wrong(row, "definition", new Wrong("form-json", at));
        }
    }

    private void page(Row row, JsonNode definition, Map<String, JsonNode> given, ObjectNode form) {
        if (!(definition instanceof ObjectNode page)) {
            wrong(row, "definition", new Wrong("json-object"));
            return;
        }
        String bad = badText(page);
        if (bad != null) {
            wrong(row, "definition", new Wrong("form-text", bad));
            return;
        }
        ObjectNode own = page.deepCopy();
        for (String name : List.of("id", "title")) {
            if (row.value(Sheet.FORM.column(name)) instanceof Value(JsonNode value) && !given.containsKey(name)) {
                own.set(name, value);
            }
        }
        ((ArrayNode) form.get("sections")).add(own);
    }

    private static @Nullable String badText(JsonNode node) {
        if (node.isString()) {
            return PlainWords.wrong(node.asString(), LONGEST_FORM, true).isPresent()
                    ? PlainWords.shown(node.asString())
                    : null;
        }
        for (JsonNode child : node.values()) {
            String bad = badText(child);
            if (bad != null) {
                return bad;
            }
        }
        return null;
    }

    private void wrong(Row row, String path, Wrong wrong) {
        wrong(row, row.sheet().column(path), wrong);
    }

    private void wrong(Row row, Column column, Wrong wrong) {
        if (!wrong.code().equals(REPORTED)) {
            findings.add(places.sheet(row.sheet()), places.cell(row, column), column.header(), wrong);
        }
    }
}
