package org.zhengtong.services.transfer.internal;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** From a value of the document to the text of a cell: what {@link CellReading} reads again. */
final class CellWriting {
    private CellWriting() {}

    static String text(Column column, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return switch (column.kind()) {
            case YES_NO -> value.asBoolean() ? "是" : "否";
            case CHOICE -> word(column, value);
            case CHOICES -> lines(value, one -> word(column, one));
            case LINES -> lines(value, one -> escaped(one.asString()));
            case PROCEDURES ->
                lines(
                        value,
                        one -> word(column, one.path("kind")) + "="
                                + one.path("days").asInt());
            case PAIRS ->
                value.properties().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue().asString())
                        .sorted()
                        .collect(Collectors.joining("\n"));
            case CODE, DERIVED, KNOWN, LINE, TEXT, NUMBER, JSON ->
                column.choices().isPresent() ? word(column, value) : value.asString();
        };
    }

    /** A value the list of choices does not know stays as it is, and is found when it comes back. */
    private static String word(Column column, JsonNode value) {
        return column.choices()
                .flatMap(choices -> choices.word(value.asString()))
                .orElse(value.asString());
    }

    private static String lines(JsonNode list, Function<JsonNode, String> each) {
        return StreamSupport.stream(list.spliterator(), false).map(each).collect(Collectors.joining("\n"));
    }

    /** A line stands in a line of the cell. */
    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("\n", "\\n");
    }

    static String unescaped(String line) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                plain.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
