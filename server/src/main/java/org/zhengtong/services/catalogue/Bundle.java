package org.zhengtong.services.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * One thing (一件事): several items a person needs at the same turn of life, under one lead body. What it comes to — one
 * form, one list of materials, one order — is its {@link BundlePlan}.
 *
 * @param code {@code B} and three digits
 * @param version counts from 1; a published version never changes
 * @param everydayWords how people call it, for the search
 * @param leadBody USCC of the body that answers for the whole (牵头部门); the other bodies of the items co-operate
 * @param items in the order in which they are usually told
 * @param guide questions whose answers leave items out
 * @param order what waits for what beyond that one's result is another's material
 */
public record Bundle(
        String code,
        int version,
        String name,
        String summary,
        List<String> everydayWords,
        Set<Audience> audience,
        String lifeEvent,
        Optional<String> leadBody,
        List<ItemCode> items,
        List<Choice> guide,
        List<Precedence> order) {

    /** Documents published before an element was known do not say it. */
    public Bundle {
        everydayWords = List.copyOf(everydayWords);
        audience = audience.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(audience));
        leadBody = Objects.requireNonNullElse(leadBody, Optional.empty());
        items = List.copyOf(items);
        guide = List.copyOf(Objects.requireNonNullElse(guide, List.of()));
        order = List.copyOf(Objects.requireNonNullElse(order, List.of()));
    }

    /**
     * A question of the guide.
     *
     * @param id stable within the bundle
     */
    public record Choice(String id, String question, List<Answer> answers) {
        public Choice {
            answers = List.copyOf(answers);
        }
    }

    /** @param without the items this answer leaves out */
    public record Answer(String id, String text, List<ItemCode> without) {
        public Answer {
            without = List.copyOf(without);
        }
    }

    /** {@code then} waits until {@code first} is decided. */
    public record Precedence(ItemCode first, ItemCode then) {}

    /** Nothing but a code. */
    public static Bundle blank(String code) {
        return new Bundle(code, 1, "", "", List.of(), Set.of(), "", Optional.empty(), List.of(), List.of(), List.of());
    }

    /**
     * The items that take part, each once.
     *
     * @param answers question id → answer id; questions without an answer leave nothing out, unknown ids are passed over
     */
    public List<ItemCode> itemsFor(Map<String, String> answers) {
        Set<ItemCode> without = guide.stream()
                .flatMap(choice ->
                        choice.answers().stream().filter(answer -> answer.id().equals(answers.get(choice.id()))))
                .flatMap(answer -> answer.without().stream())
                .collect(Collectors.toSet());
        return items.stream().distinct().filter(item -> !without.contains(item)).toList();
    }

    public Bundle withVersion(int version) {
        return new Bundle(
                code, version, name, summary, everydayWords, audience, lifeEvent, leadBody, items, guide, order);
    }

    /** These elements of another, the rest as it is. */
    public Bundle with(Set<BundleElement> elements, Bundle other) {
        BiFunction<BundleElement, Bundle, Bundle> from = (element, me) -> elements.contains(element) ? other : me;
        return new Bundle(
                code,
                version,
                from.apply(BundleElement.NAME, this).name(),
                from.apply(BundleElement.SUMMARY, this).summary(),
                from.apply(BundleElement.EVERYDAY_WORDS, this).everydayWords(),
                from.apply(BundleElement.AUDIENCE, this).audience(),
                from.apply(BundleElement.LIFE_EVENT, this).lifeEvent(),
                from.apply(BundleElement.LEAD_BODY, this).leadBody(),
                from.apply(BundleElement.ITEMS, this).items(),
                from.apply(BundleElement.GUIDE, this).guide(),
                from.apply(BundleElement.ORDER, this).order());
    }
}
