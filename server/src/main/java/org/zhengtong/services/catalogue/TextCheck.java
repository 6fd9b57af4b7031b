package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;
import tools.jackson.databind.JsonNode;

/** The part of the gate that reads every text of an entry: what it says, how long it is, of which characters. */
final class TextCheck {
    private static final Pattern VAGUE = Pattern.compile("另行通知|待定|视情|视具体情况");
    /** A place that claims a list of its own. */
    private static final Pattern OTHER_LIST =
            Pattern.compile("以[^，。；,;]{0,10}(窗口|现场|大厅|工作人员|自助机|网上|网站)[^，。；,;]{0,10}为准");

    private TextCheck() {}

    static void add(ServiceItem item, List<Finding> findings) {
        EntryDocument document = EntryDocument.of(item);
        for (Element element : Element.values()) {
            JsonNode value = document.get(element);
            if (element.kind() != Element.Kind.FORM) {
                strings(value)
                        .filter(text -> VAGUE.matcher(text).find())
                        .findFirst()
                        .ifPresent(text -> findings.add(new Finding(Rule.NOTHING_VAGUE, element.id(), text)));
                strings(value)
                        .map(OTHER_LIST::matcher)
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .findFirst()
                        .ifPresent(words -> findings.add(new Finding(Rule.ONE_LIST, element.id(), words)));
            }
            limits(element, value, findings);
            boolean line = element.kind() == Element.Kind.LINE;
            strings(value)
                    .map(text -> hidden(text, line))
                    .flatMapToInt(OptionalInt::stream)
                    .mapToObj("U+%04X"::formatted)
                    .findFirst()
                    .ifPresent(code -> findings.add(new Finding(Rule.CHARACTERS_ARE_PLAIN, element.id(), code)));
        }
    }

    private static void limits(Element element, JsonNode value, List<Finding> findings) {
        int longest = longest(element.kind());
        if (strings(value).anyMatch(text -> text.codePointCount(0, text.length()) > longest)) {
            findings.add(new Finding(Rule.TEXT_WITHIN_LIMITS, element.id(), String.valueOf(longest)));
        }
        if (value.isArray() && value.size() > most(element.kind())) {
            findings.add(new Finding(Rule.LIST_WITHIN_LIMITS, element.id(), String.valueOf(most(element.kind()))));
        }
    }

    private static int longest(Element.Kind kind) {
        return switch (kind) {
            case LINE -> 300;
            case TEXT, QUESTIONS -> 2000;
            case LINES, MATERIALS, SITUATIONS, HANDLING_ITEMS, FORM -> 500;
            case NUMBER, YES_NO, CHOICE, CHOICES, PROCEDURES -> 100;
        };
    }

    private static int most(Element.Kind kind) {
        return switch (kind) {
            case MATERIALS, HANDLING_ITEMS -> 99;
            case SITUATIONS -> 20;
            default -> 50;
        };
    }

    /**
     * The first character that nobody sees or that turns the text around.
     *
     * @param line whether it stands on one line, so that a line break is hidden as well
     */
    static OptionalInt hidden(String text, boolean line) {
        return text.codePoints()
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL -> line || (point != '\n' && point != '\r' && point != '\t');
                    case Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> point == 0xFFFD;
                })
                .findFirst();
    }

    private static Stream<String> strings(JsonNode node) {
        return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(TextCheck::strings);
    }
}
