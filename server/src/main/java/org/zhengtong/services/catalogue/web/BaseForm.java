package org.zhengtong.services.catalogue.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.Inheritance;
import tools.jackson.databind.JsonNode;

/** What was typed into the editor of a base item. */
final class BaseForm {
    private static final int LONGEST = 2000;

    private BaseForm() {}

    /** Elements whose value is written here; lists with an editor of their own keep theirs. */
    static boolean isTyped(Element element) {
        return switch (element.kind()) {
            case LINE, TEXT, LINES, NUMBER, YES_NO -> true;
            default -> false;
        };
    }

    /** What may stand over an element: only what has a value can be equal or a limit. */
    static List<Inheritance> rules(Element element) {
        return switch (element.kind()) {
            case LINE, TEXT, YES_NO, CHOICE -> List.of(Inheritance.EQUAL, Inheritance.PRESET, Inheritance.FREE);
            default -> List.of(Inheritance.values());
        };
    }

    record Read(BaseItem item, List<Element> wrong) {}

    static Read read(BaseItem before, Map<String, String> typed) {
        Map<Element, BaseItem.Inherited> elements = new EnumMap<>(Element.class);
        List<Element> wrong = new ArrayList<>();
        for (Element element : Element.values()) {
            Inheritance rule = Arrays.stream(Inheritance.values())
                    .filter(one -> one.name().equals(typed.get("rule-" + element.id())))
                    .filter(rules(element)::contains)
                    .findFirst()
                    .orElse(before.rule(element));
            Optional<JsonNode> value = before.value(element);
            String text = typed.getOrDefault("value-" + element.id(), "").strip();
            boolean right = text.length() <= LONGEST;
            boolean changed = !text.lines()
                    .map(String::strip)
                    .toList()
                    .equals(BaseElement.of(before, element).lines());
            if (right && changed && isTyped(element) && typed.containsKey("value-" + element.id())) {
                try {
                    value = value(element, text);
                } catch (NumberFormatException _) {
                    right = false;
                }
            }
            if (!right || (rule != Inheritance.FREE && value.isEmpty())) {
                wrong.add(element);
            } else if (rule != Inheritance.FREE) {
                elements.put(element, new BaseItem.Inherited(rule, value.get()));
            }
        }
        String name = Optional.ofNullable(elements.get(Element.NAME))
                .flatMap(inherited -> Optional.ofNullable(inherited.value()))
                .map(JsonNode::asString)
                .orElse(before.name());
        return new Read(
                new BaseItem(before.code(), before.version(), before.type(), name, before.division(), elements), wrong);
    }

    private static Optional<JsonNode> value(Element element, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(EntryDocument.value(
                switch (element.kind()) {
                    case NUMBER -> Integer.parseUnsignedInt(text);
                    case YES_NO -> text.equals("true");
                    case LINES ->
                        text.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList();
                    default -> text;
                }));
    }
}
