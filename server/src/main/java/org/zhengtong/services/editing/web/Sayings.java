package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Element;
import tools.jackson.databind.JsonNode;

/** What an element says, one saying a line, in as many words as it takes to see what changed. */
final class Sayings {
    private Sayings() {}

    static List<String> of(Element element, JsonNode value) {
        return switch (element.kind()) {
            case MATERIALS, SITUATIONS, HANDLING_ITEMS, QUESTIONS ->
                value.valueStream().map(Sayings::whole).toList();
            case FORM ->
                value.path("sections")
                        .valueStream()
                        .flatMap(section -> Stream.concat(
                                Stream.of(whole(section.deepCopy())),
                                section.path("fields")
                                        .valueStream()
                                        .map(field -> section.path("title").asString() + " · " + whole(field))))
                        .toList();
            default -> ElementWords.words(element, value);
        };
    }

    /** A record in one line: what it is called first, then what else it says. */
    private static String whole(JsonNode node) {
        return node.propertyStream()
                .filter(property -> !property.getKey().equals("fields"))
                .filter(property -> !property.getValue().isNull())
                .map(property -> words(property.getValue()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String words(JsonNode value) {
        if (value.isContainer()) {
            return value.valueStream().map(Sayings::words).collect(Collectors.joining("、"));
        }
        return value.asString();
    }
}
