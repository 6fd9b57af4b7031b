package org.zhengtong.services.transfer.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhengtong.services.transfer.internal.Reading.Value;
import org.zhengtong.services.transfer.internal.Reading.Wrong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From the text of a cell to a value of the document. Numbers written as text are habits, not mistakes. */
final class CellReading {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CellReading() {}

    static Reading read(Column column, String cell) {
        if (cell.isBlank()) {
            return empty(column);
        }
        return switch (column.kind()) {
            case CODE, DERIVED -> new Value(JSON.stringNode(simple(cell)));
            case KNOWN -> new Value(JSON.nullNode());
            case LINE -> text(cell.strip(), column, false);
            case TEXT -> text(cell.strip(), column, true);
            case JSON -> new Value(JSON.stringNode(cell));
            case NUMBER -> number(simple(cell), column);
            case YES_NO -> yesNo(simple(cell));
            case CHOICE -> choice(simple(cell), column);
            case LINES -> list(cell, line -> text(CellWriting.unescaped(line), column, true));
            case CHOICES -> list(cell, line -> choice(simple(line), column));
            case PROCEDURES -> list(cell, line -> procedure(line, column));
            case PAIRS -> pairs(cell, column);
        };
    }

    static Reading empty(Column column) {
        return switch (column.empty()) {
            case NO -> new Wrong("required");
            case TEXT -> new Value(JSON.stringNode(""));
            case NULL -> new Value(JSON.nullNode());
            case LIST -> new Value(column.kind() == Column.Kind.PAIRS ? JSON.objectNode() : JSON.arrayNode());
        };
    }

    static Reading text(String text, Column column, boolean lines) {
        Optional<Wrong> wrong = PlainWords.wrong(text, column.most(), lines);
        return wrong.isPresent() ? wrong.get() : new Value(JSON.stringNode(text));
    }

    static Reading number(String text, Column column) {
        if (!text.matches("-?[0-9]{1,9}(\\.0+)?")) {
            return new Wrong("not-number", PlainWords.shown(text));
        }
        int number = Integer.parseInt(text.replaceFirst("\\..*", ""));
        return number < 0 || number > column.most()
                ? new Wrong("number-range", number, 0, column.most())
                : new Value(JSON.numberNode(number));
    }

    private static Reading yesNo(String text) {
        return switch (text) {
            case "是" -> new Value(JSON.booleanNode(true));
            case "否" -> new Value(JSON.booleanNode(false));
            default -> new Wrong("yes-no", PlainWords.shown(text));
        };
    }

    private static Reading choice(String word, Column column) {
        Choices choices = column.choices().orElseThrow();
        return choices.value(word)
                .<Reading>map(value -> new Value(JSON.stringNode(value)))
                .orElseGet(() -> unknownChoice(word, choices));
    }

    static Wrong unknownChoice(String given, Choices choices) {
        return new Wrong("unknown-choice", PlainWords.shown(given), String.join("、", choices.all()));
    }

    private static Reading procedure(String line, Column column) {
        String[] parts = simple(line).split("=", -1);
        if (parts.length != 2 || !parts[1].strip().matches("[0-9]{1,4}")) {
            return new Wrong("procedure", PlainWords.shown(line));
        }
        return switch (choice(parts[0].strip(), column)) {
            case Wrong wrong -> wrong;
            case Value(JsonNode kind) -> {
                ObjectNode procedure = JSON.objectNode();
                procedure.set("kind", kind);
                procedure.put("days", Integer.parseInt(parts[1].strip()));
                yield new Value(procedure);
            }
        };
    }

    private static Reading pairs(String cell, Column column) {
        ObjectNode pairs = JSON.objectNode();
        for (String line : lines(cell)) {
            String[] parts = line.split("=", -1);
            boolean known =
                    parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank() && !pairs.has(parts[0].strip());
            if (!known) {
                return new Wrong("pair", PlainWords.shown(line));
            }
            Optional<Wrong> wrong = PlainWords.wrong(line, column.most(), false);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            pairs.put(parts[0].strip(), parts[1].strip());
        }
        return new Value(pairs);
    }

    private static Reading list(String cell, Function<String, Reading> each) {
        ArrayNode list = JSON.arrayNode();
        for (String line : lines(cell)) {
            switch (each.apply(line)) {
                case Value(JsonNode one) -> list.add(one);
                case Wrong wrong -> {
                    return wrong;
                }
            }
        }
        return new Value(list);
    }

    private static List<String> lines(String cell) {
        List<String> lines = new ArrayList<>();
        for (String line : cell.split("\r\n|[\r\n]")) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    /** Full-width digits and letters are habits of writing. */
    static String simple(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
