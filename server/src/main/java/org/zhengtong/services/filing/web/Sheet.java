package org.zhengtong.services.filing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Finding;

/**
 * What a page of questions is made of.
 *
 * @param shown the answers as they stand on the page
 * @param asked the keys of those that came back with it
 * @param entries how many of a repeated section stand on it
 */
record Sheet(Draft draft, Form.Section section, AtHand atHand, Answers shown, Set<String> asked, int entries) {

    Sheet {
        Optional<Form.Repeat> repeat = section.repeat();
        entries = repeat.isPresent()
                ? Math.clamp(entries, repeat.get().least(), repeat.get().most())
                : 0;
    }

    /** What is kept, and one to begin with where none has been saved yet. */
    static int entriesAtFirst(Draft draft, Form.Section section) {
        int kept = new Questionnaire(draft.item().form(), draft.answers().values()).entries(section);
        return draft.pages().containsKey(section.id()) ? kept : Math.max(1, kept);
    }

    /**
     * What the house knows stands in the fields that are still empty. A question one need not answer and has left blank
     * stays blank.
     */
    static Answers prefilled(Draft draft, Form.Section section, AtHand atHand) {
        boolean saved = draft.pages().containsKey(section.id());
        Map<String, String> known = new LinkedHashMap<>();
        for (Form.Field field : section.fields()) {
            boolean empty = draft.answers().to(field.id()).isEmpty();
            if (empty && (field.required() || !saved)) {
                atHand.answer(field).ifPresent(one -> known.put(field.id(), one.answer()));
            }
        }
        return draft.answers().with(known);
    }

    static String back(String from) {
        return from.equals("check") ? "check" : "";
    }

    Form form() {
        return draft.item().form();
    }

    Map<String, String> bound() {
        return atHand.bound(form());
    }

    /** Whether an answer has opened questions that were not on the page. */
    boolean hasMore() {
        return questions().stream().anyMatch(one -> !asked.contains(one.key()) && !bound().containsKey(one.key()));
    }

    private List<Asked> questions() {
        return new Questionnaire(form(), shown.with(bound()).values()).asked(section, entries);
    }

    QuestionsView view(FieldViews fields, String from, boolean elsewhere, boolean more, List<Finding> wrong) {
        Map<String, String> bound = bound();
        Answers all = shown.with(bound);
        List<Asked> questions = questions();
        int first = section.repeat().isPresent() ? 1 : 0;
        List<QuestionsView.Entry> shownEntries = IntStream.rangeClosed(first, entries)
                .mapToObj(number -> new QuestionsView.Entry(
                        number,
                        new Asked(section, number, section.fields().getFirst()).heading(),
                        questions.stream()
                                .filter(one -> one.entry() == number)
                                .map(one -> fields.complete(
                                        FieldView.of(
                                                one,
                                                all.to(one.key()).orElse(""),
                                                one.entry() == 0 ? atHand.answer(one.field()) : Optional.empty(),
                                                bound.containsKey(one.key()),
                                                about(wrong, one.key()),
                                                elsewhere ? elsewhere(fields, one) : ""),
                                        draft.item()))
                                .toList()))
                .toList();
        String path = Paths.of(draft);
        return new QuestionsView(
                path + "/questions/" + section.id(),
                path + (from.equals("check") ? "/check" : ""),
                draft.item().name(),
                section.title(),
                draft.version(),
                back(from),
                elsewhere,
                more,
                shownEntries,
                section.repeat()
                        .map(repeat -> new QuestionsView.Repeated(
                                section.id(),
                                repeat.each(),
                                repeat.least(),
                                repeat.most(),
                                about(wrong, section.id()).map(Wrong::of))),
                Wrong.of(wrong));
    }

    private static Optional<Finding> about(List<Finding> wrong, String key) {
        return wrong.stream().filter(finding -> finding.id().equals(key)).findFirst();
    }

    private String elsewhere(FieldViews fields, Asked one) {
        String kept = draft.answers().to(one.key()).orElse("");
        boolean differs = asked.contains(one.key())
                && !Objects.equals(kept, shown.to(one.key()).orElse(""));
        return differs ? fields.text(one.field().kind(), kept) : "";
    }
}
