package org.zhengtong.services.editing.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.FurtherElements.BodyNature;
import org.zhengtong.services.catalogue.FurtherElements.OnlineDepth;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.editing.web.ElementField.Choice;
import tools.jackson.databind.JsonNode;

/** Elements in words: what stands in a field for a value of the document, and what there is to choose from. */
final class ElementWords {
    /** Sources of power as the national schema names them (权力来源). */
    private static final List<String> POWER_SOURCES =
            List.of("法定本级行使", "上级垂直管理、本级行使", "上级下放", "上级授权", "同级授权", "上级委托行使", "同级委托");

    private ElementWords() {}

    static List<Choice> choices(Element element) {
        return switch (element) {
            case LIFE_EVENT ->
                LifeEvent.all().stream().map(event -> plain(event.name())).toList();
            case POWER_SOURCE -> POWER_SOURCES.stream().map(ElementWords::plain).toList();
            case AUDIENCE -> named("catalogue.audience.", Audience.values());
            case BODY_NATURE -> named("catalogue.choice.bodyNature.", BodyNature.values());
            case ONLINE_DEPTH -> named("catalogue.choice.onlineDepth.", OnlineDepth.values());
            default -> List.of();
        };
    }

    /** What a field holds for a value of the document. */
    static List<String> words(Element element, JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        return switch (element.kind()) {
            case LINE, TEXT, NUMBER, YES_NO, CHOICE -> List.of(value.asString());
            case LINES, CHOICES -> value.valueStream().map(JsonNode::asString).toList();
            case PROCEDURES ->
                value.valueStream()
                        .map(one -> one.get("kind").asString() + ":"
                                + one.get("days").asString())
                        .toList();
            case MATERIALS, HANDLING_ITEMS -> named(value, "name");
            case SITUATIONS, QUESTIONS -> named(value, "question");
            case FORM ->
                value.get("sections")
                        .valueStream()
                        .flatMap(section -> Stream.concat(
                                Stream.of(section.get("title").asString()),
                                named(section.get("fields"), "label").stream()))
                        .toList();
        };
    }

    private static List<String> named(JsonNode list, String name) {
        return list.valueStream().map(one -> one.get(name).asString()).toList();
    }

    private static Choice plain(String value) {
        return new Choice(value, value, "");
    }

    private static List<Choice> named(String key, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), "", key + value.name()))
                .toList();
    }
}
