package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Inheritance;
import tools.jackson.databind.JsonNode;

/**
 * An element of a base item as people read it.
 *
 * @param lines its value; {@code coded} when they are keys of messages
 */
public record BaseElement(Element element, Inheritance rule, List<String> lines, boolean coded) {
    private static final List<String> NAMES = List.of("name", "question", "title", "kind");

    static BaseElement of(BaseItem base, Element element) {
        Optional<String> prefix = prefix(element);
        List<String> lines = base.value(element).stream()
                .flatMap(BaseElement::texts)
                .map(text -> prefix.map(key -> key + text).orElse(text))
                .toList();
        return new BaseElement(element, base.rule(element), lines, prefix.isPresent());
    }

    /** What is typed into a field of the editor: a line for each member of a list. */
    public String typed() {
        return String.join("\n", lines);
    }

    private static Optional<String> prefix(Element element) {
        return switch (element) {
            case AUDIENCE -> Optional.of("catalogue.audience.");
            case BODY_NATURE, ONLINE_DEPTH -> Optional.of("catalogue.choice." + element.id() + ".");
            default -> element.kind() == Element.Kind.YES_NO ? Optional.of("catalogue.base.") : Optional.empty();
        };
    }

    private static Stream<String> texts(JsonNode value) {
        if (value.isNull()) {
            return Stream.empty();
        }
        if (value.isArray()) {
            return value.valueStream().flatMap(BaseElement::texts);
        }
        if (value.isObject() && value.has("sections")) {
            return value.get("sections").valueStream().map(BaseElement::section);
        }
        if (value.isObject()) {
            return NAMES.stream()
                    .filter(value::hasNonNull)
                    .limit(1)
                    .map(key -> value.get(key).asString());
        }
        return Stream.of(value.asString());
    }

    private static String section(JsonNode section) {
        return section.path("title").asString() + ": "
                + section.path("fields")
                        .valueStream()
                        .map(field -> field.path("label").asString())
                        .collect(Collectors.joining(", "));
    }
}
