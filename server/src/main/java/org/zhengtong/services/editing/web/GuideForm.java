package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** A question of the guide, and a handling item, as the fields of their pages. */
final class GuideForm {
    /** Blank rows to write further answers in. */
    private static final int BLANK_ROWS = 3;

    private static final int FEWEST_ANSWERS = 2;

    private GuideForm() {}

    /**
     * A question with its answers. A blank answer is none.
     *
     * @param rows the ids of the answers on the page, those of new ones too
     */
    static Situation situation(String id, List<String> rows, ServiceItem item, Typed typed) {
        String question = typed.needed("question", 100);
        List<Situation.Answer> answers = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (String row : rows) {
            String text = typed.line("answer-" + row, 80);
            Set<String> spared = new LinkedHashSet<>(typed.chosen("spares-" + row));
            spared.retainAll(item.materials().stream().map(Material::id).toList());
            if (text.isEmpty()) {
                continue;
            }
            if (!texts.add(text)) {
                typed.refuse("answer-" + row, "editing.wrong.twice");
            }
            answers.add(new Situation.Answer(row, text, spared));
        }
        if (answers.size() < FEWEST_ANSWERS) {
            typed.refuse("answer-" + rows.getFirst(), "editing.guide.two-answers");
        }
        return new Situation(id, question, answers);
    }

    static Map<String, String> words(Situation situation) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("question", situation.question());
        for (Situation.Answer answer : situation.answers()) {
            words.put("answer-" + answer.id(), answer.text());
            words.put("spares-" + answer.id(), String.join("\n", answer.without()));
        }
        return words;
    }

    /** The rows of a question's page: its answers, and some to write further ones in. */
    static List<String> rows(List<Situation.Answer> answers) {
        List<String> rows =
                new ArrayList<>(answers.stream().map(Situation.Answer::id).toList());
        for (int i = 0; i < BLANK_ROWS; i++) {
            rows.add(ListOrder.nextId("a", rows));
        }
        return rows;
    }

    /** The rows a page was sent with, as far as they can be ids of answers. */
    static List<String> rows(String sent) {
        List<String> rows = Arrays.stream(sent.split(","))
                .filter(row -> row.matches("[a-z][a-z0-9_-]{0,40}"))
                .distinct()
                .limit(40)
                .toList();
        return rows.isEmpty() ? rows(List.of()) : rows;
    }

    static HandlingItem handling(String sequence, ServiceItem item, Typed typed) {
        String name = typed.needed("name", 120);
        Map<String, String> situation = new LinkedHashMap<>();
        for (Situation asked : item.situations()) {
            String answer = typed.line("when-" + asked.id(), 60);
            if (asked.answers().stream().anyMatch(one -> one.id().equals(answer))) {
                situation.put(asked.id(), answer);
            } else if (!answer.isEmpty()) {
                typed.refuse("when-" + asked.id(), "editing.wrong.choice");
            }
        }
        return new HandlingItem(sequence, name, situation);
    }

    static Map<String, String> words(HandlingItem handling) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", handling.name());
        handling.situation().forEach((situation, answer) -> words.put("when-" + situation, answer));
        return words;
    }

    /** The same question when there is no such material any more. */
    static Situation without(Situation situation, String material) {
        return new Situation(
                situation.id(),
                situation.question(),
                situation.answers().stream()
                        .map(answer -> new Situation.Answer(
                                answer.id(),
                                answer.text(),
                                Set.copyOf(answer.without().stream()
                                        .filter(id -> !id.equals(material))
                                        .toList())))
                        .toList());
    }

    /** The two digits after the highest given so far. A number once published is not given to something else. */
    static String nextSequence(Stream<ServiceItem> versions) {
        int highest = versions.flatMap(item -> item.handlingItems().stream())
                .map(HandlingItem::sequence)
                .filter(sequence -> sequence.matches("[0-9]{2}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return "%02d".formatted(highest + 1);
    }
}
