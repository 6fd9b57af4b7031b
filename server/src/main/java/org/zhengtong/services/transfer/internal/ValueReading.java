package org.zhengtong.services.transfer.internal;

import java.util.Map;
import java.util.function.Function;
import org.zhengtong.services.transfer.internal.Reading.Value;
import org.zhengtong.services.transfer.internal.Reading.Wrong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The check of a value that comes in a JSON document: the same limits as for cells. */
final class ValueReading {
    private ValueReading() {}

    static Reading read(Column column, JsonNode value) {
        if (value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.asString().isBlank())) {
            return CellReading.empty(column);
        }
        return switch (column.kind()) {
            case CODE, DERIVED ->
                isSimple(value)
                        ? column.kind() == Column.Kind.CODE ? plain(value) : word(column, value)
                        : wrong("text");
            case KNOWN -> new Value(JsonNodeFactory.instance.nullNode());
            case LINE -> value.isString() ? CellReading.text(value.asString(), column, false) : wrong("text");
            case TEXT -> value.isString() ? CellReading.text(value.asString(), column, true) : wrong("text");
            case JSON -> new Value(value);
            case NUMBER -> isSimple(value) ? CellReading.number(value.asString(), column) : wrong("number");
            case YES_NO -> value.isBoolean() ? new Value(value) : wrong("boolean");
            case CHOICE -> choice(column, value);
            case LINES ->
                list(value, one -> one.isString() ? CellReading.text(one.asString(), column, true) : wrong("text"));
            case CHOICES -> list(value, one -> choice(column, one));
            case PROCEDURES -> list(value, one -> procedure(column, one));
            case PAIRS -> pairs(column, value);
        };
    }

    private static boolean isSimple(JsonNode value) {
        return value.isString() || value.isIntegralNumber();
    }

    private static Reading plain(JsonNode value) {
        return new Value(JsonNodeFactory.instance.stringNode(CellReading.simple(value.asString())));
    }

    /** Derived elements are compared as people read them. */
    private static Reading word(Column column, JsonNode value) {
        return new Value(JsonNodeFactory.instance.stringNode(column.text(value)));
    }

    private static Reading choice(Column column, JsonNode value) {
        Choices choices = column.choices().orElseThrow();
        return value.isString() && choices.word(value.asString()).isPresent()
                ? new Value(value)
                : new Wrong(
                        "unknown-choice",
                        PlainWords.shown(value.asString("")),
                        String.join("、", choices.words().keySet()));
    }

    private static Reading procedure(Column column, JsonNode value) {
        if (!value.isObject()
                || !value.path("days").isInt()
                || value.path("days").asInt() < 0) {
            return new Wrong("procedure", PlainWords.shown(value.toString()));
        }
        return switch (choice(column, value.path("kind"))) {
            case Wrong wrong -> wrong;
            case Value _ -> new Value(value);
        };
    }

    private static Reading pairs(Column column, JsonNode value) {
        if (!value.isObject()) {
            return wrong("object");
        }
        for (Map.Entry<String, JsonNode> pair : value.properties()) {
            boolean plain = pair.getValue().isString()
                    && PlainWords.wrong(pair.getKey() + pair.getValue().asString(), column.most(), false)
                            .isEmpty();
            if (!plain) {
                return new Wrong("pair", PlainWords.shown(pair.getKey()));
            }
        }
        return new Value(value);
    }

    private static Reading list(JsonNode value, Function<JsonNode, Reading> each) {
        if (!value.isArray()) {
            return wrong("list");
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode one : value) {
            switch (each.apply(one)) {
                case Value(JsonNode read) -> list.add(read);
                case Wrong wrong -> {
                    return wrong;
                }
            }
        }
        return new Value(list);
    }

    private static Wrong wrong(String kind) {
        return new Wrong("json-" + kind);
    }
}
