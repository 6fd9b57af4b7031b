package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ItemCode;

/** What somebody typed on a bundle's page, as the bundle it makes. */
final class BundleTyping {
    private static final int MOST_CHOICES = 20;
    private static final int MOST_ANSWERS = 10;
    private static final int MOST_ITEMS = 40;

    private BundleTyping() {}

    static Bundle basics(Bundle bundle, MultiValueMap<String, String> typed) {
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        all(typed, "audience")
                .forEach(name -> Stream.of(Audience.values())
                        .filter(one -> one.name().equals(name))
                        .forEach(audience::add));
        return new Bundle(
                bundle.code(),
                bundle.version(),
                text(typed, "name"),
                text(typed, "summary"),
                text(typed, "words")
                        .lines()
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList(),
                audience,
                text(typed, "lifeEvent"),
                Optional.of(text(typed, "lead")).filter(lead -> !lead.isEmpty()).or(bundle::leadBody),
                bundle.items(),
                bundle.guide(),
                bundle.order());
    }

    /** One of {@code add}, {@code remove}, {@code up}, {@code down} with the code of an item. */
    static Bundle items(Bundle bundle, MultiValueMap<String, String> typed) {
        List<ItemCode> items = new ArrayList<>(bundle.items());
        code(typed, "add")
                .filter(item -> !items.contains(item) && items.size() < MOST_ITEMS)
                .ifPresent(items::add);
        code(typed, "up").ifPresent(item -> move(items, item, -1));
        code(typed, "down").ifPresent(item -> move(items, item, 1));
        Optional<ItemCode> removed = code(typed, "remove");
        removed.ifPresent(items::remove);
        List<Bundle.Choice> guide = bundle.guide().stream()
                .map(choice -> new Bundle.Choice(
                        choice.id(),
                        choice.question(),
                        choice.answers().stream()
                                .map(answer -> new Bundle.Answer(
                                        answer.id(),
                                        answer.text(),
                                        answer.without().stream()
                                                .filter(item -> removed.filter(item::equals)
                                                        .isEmpty())
                                                .toList()))
                                .toList()))
                .toList();
        List<Bundle.Precedence> order = bundle.order().stream()
                .filter(one -> removed.filter(item -> item.equals(one.first()) || item.equals(one.then()))
                        .isEmpty())
                .toList();
        return with(bundle, items, guide, order);
    }

    private static void move(List<ItemCode> items, ItemCode item, int way) {
        int from = items.indexOf(item);
        int to = from + way;
        if (from >= 0 && to >= 0 && to < items.size()) {
            items.add(to, items.remove(from));
        }
    }

    /**
     * The questions in their rows. An item that was not offered, because somebody else has just added it, stays as it is.
     */
    static Bundle guide(Bundle bundle, MultiValueMap<String, String> typed) {
        List<ItemCode> offered = codes(typed, "offered");
        Set<String> taken = new HashSet<>();
        List<Bundle.Choice> guide = new ArrayList<>();
        for (int i = 0; i < MOST_CHOICES && typed.containsKey("choice-" + i); i++) {
            String row = "choice-" + i;
            String id = named(text(typed, row + "-id"), "q", taken);
            List<Bundle.Answer> answers = answers(bundle, typed, row, id, offered);
            String question = text(typed, row);
            if (!question.isEmpty() || !answers.isEmpty()) {
                guide.add(new Bundle.Choice(id, question, answers));
            }
        }
        return with(bundle, bundle.items(), guide, bundle.order());
    }

    private static List<Bundle.Answer> answers(
            Bundle bundle, MultiValueMap<String, String> typed, String row, String choice, List<ItemCode> offered) {
        Set<String> taken = new HashSet<>();
        List<Bundle.Answer> answers = new ArrayList<>();
        for (int i = 0; i < MOST_ANSWERS && typed.containsKey(row + "-answer-" + i); i++) {
            String cell = row + "-answer-" + i;
            String text = text(typed, cell);
            String id = named(text(typed, cell + "-id"), "a", taken);
            List<ItemCode> with = codes(typed, cell + "-item");
            Set<ItemCode> without = new LinkedHashSet<>(offered);
            with.forEach(without::remove);
            bundle.guide().stream()
                    .filter(one -> one.id().equals(choice))
                    .flatMap(one -> one.answers().stream())
                    .filter(one -> one.id().equals(id))
                    .flatMap(one -> one.without().stream())
                    .filter(item -> !offered.contains(item))
                    .forEach(without::add);
            if (!text.isEmpty()) {
                answers.add(new Bundle.Answer(id, text, List.copyOf(without)));
            }
        }
        return answers;
    }

    /** The order with one more pair, or without one. */
    static Bundle order(Bundle bundle, MultiValueMap<String, String> typed) {
        List<Bundle.Precedence> order = new ArrayList<>(bundle.order());
        Optional<ItemCode> first = code(typed, "first");
        Optional<ItemCode> then = code(typed, "then");
        if (first.isPresent() && then.isPresent()) {
            Bundle.Precedence one = new Bundle.Precedence(first.get(), then.get());
            if (typed.containsKey("remove")) {
                order.remove(one);
            } else if (!order.contains(one)) {
                order.add(one);
            }
        }
        return with(bundle, bundle.items(), bundle.guide(), order);
    }

    /** With an empty answer for every question, and an empty question. */
    static List<Bundle.Choice> withRoom(List<Bundle.Choice> guide) {
        Bundle.Answer empty = new Bundle.Answer("", "", List.of());
        List<Bundle.Choice> room = new ArrayList<>();
        for (Bundle.Choice choice : guide) {
            List<Bundle.Answer> answers = new ArrayList<>(choice.answers());
            answers.add(empty);
            room.add(new Bundle.Choice(choice.id(), choice.question(), answers));
        }
        room.add(new Bundle.Choice("", "", List.of(empty, empty)));
        return room;
    }

    private static Bundle with(
            Bundle bundle, List<ItemCode> items, List<Bundle.Choice> guide, List<Bundle.Precedence> order) {
        return new Bundle(
                bundle.code(),
                bundle.version(),
                bundle.name(),
                bundle.summary(),
                bundle.everydayWords(),
                bundle.audience(),
                bundle.lifeEvent(),
                bundle.leadBody(),
                items,
                guide,
                order);
    }

    private static String named(String id, String start, Set<String> taken) {
        String name = id.matches("[a-z][a-z0-9_]{0,30}") ? id : "";
        for (int number = 1; name.isEmpty() || !taken.add(name); number++) {
            name = taken.contains(start + number) ? "" : start + number;
        }
        return name;
    }

    private static Optional<ItemCode> code(MultiValueMap<String, String> typed, String name) {
        return ItemCode.parse(text(typed, name));
    }

    private static List<ItemCode> codes(MultiValueMap<String, String> typed, String name) {
        return all(typed, name).stream()
                .flatMap(code -> ItemCode.parse(code).stream())
                .distinct()
                .toList();
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("").strip();
    }

    private static List<String> all(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.get(name)).orElse(List.of());
    }
}
