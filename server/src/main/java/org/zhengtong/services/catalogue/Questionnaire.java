package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Section;

/** A form in the light of what has been answered: which of its questions are asked, and how often. */
public final class Questionnaire {
    /** Longer chains of conditions are a circle. */
    private static final int DEEPEST = 50;

    private final Form form;
    private final Map<String, String> answers;

    /** @param answers by {@link Asked#key} */
    public Questionnaire(Form form, Map<String, String> answers) {
        this.form = form;
        this.answers = answers;
    }

    public List<Asked> asked() {
        return form.sections().stream()
                .flatMap(section -> asked(section).stream())
                .toList();
    }

    /** The questions of a page, in a repeated section those of the entries that have an answer. */
    public List<Asked> asked(Section section) {
        return asked(section, entries(section));
    }

    /** @param entries how many of a repeated section are wanted */
    public List<Asked> asked(Section section, int entries) {
        if (!isMet(section.shownWhen(), section, 0, DEEPEST)) {
            return List.of();
        }
        List<Asked> asked = new ArrayList<>();
        numbers(section, entries)
                .forEach(entry -> section.fields().stream()
                        .filter(field -> isMet(field.shownWhen(), section, entry, DEEPEST))
                        .forEach(field -> asked.add(new Asked(section, entry, field))));
        return asked;
    }

    /** Whether there is anything on the page; a repeated section without entries still asks for them. */
    public boolean isAsked(Section section) {
        return section.repeat().isPresent()
                ? isMet(section.shownWhen(), section, 0, DEEPEST)
                : !asked(section).isEmpty();
    }

    /** How many entries of a repeated section have an answer, counted up to the last. */
    public int entries(Section section) {
        return section.repeat().isEmpty()
                ? 0
                : answers.keySet().stream()
                        .flatMap(key -> Asked.Key.of(key).stream())
                        .filter(key -> key.section().equals(section.id()))
                        .mapToInt(Asked.Key::entry)
                        .max()
                        .orElse(0);
    }

    /**
     * Answers a form from its first question to the last, each of them only when it is asked.
     *
     * @param entries how many entries a repeated section gets
     */
    public static Map<String, String> filled(
            Form form, ToIntFunction<Section> entries, Function<Asked, String> answer) {
        Map<String, String> answers = new LinkedHashMap<>();
        Questionnaire questions = new Questionnaire(form, answers);
        for (Section section : form.sections()) {
            if (questions.isMet(section.shownWhen(), section, 0, DEEPEST)) {
                int wanted = section.repeat().isPresent() ? entries.applyAsInt(section) : 0;
                numbers(section, wanted)
                        .forEach(entry -> section.fields().stream()
                                .filter(field -> questions.isMet(field.shownWhen(), section, entry, DEEPEST))
                                .map(field -> new Asked(section, entry, field))
                                .forEach(asked -> answers.put(asked.key(), answer.apply(asked))));
            }
        }
        return answers;
    }

    /** The question an answer is to, whether it is asked now or not. */
    public static Optional<Asked> question(Form form, String key) {
        Optional<Asked.Key> repeated = Asked.Key.of(key);
        return form.sections().stream()
                .filter(section -> section.repeat().isPresent() == repeated.isPresent())
                .filter(section -> repeated.map(parts -> parts.section().equals(section.id()))
                        .orElse(true))
                .flatMap(section -> section.fields().stream()
                        .filter(field ->
                                field.id().equals(repeated.map(Asked.Key::field).orElse(key)))
                        .map(field -> new Asked(
                                section, repeated.map(Asked.Key::entry).orElse(0), field)))
                .findFirst();
    }

    private static Stream<Integer> numbers(Section section, int entries) {
        return section.repeat().isEmpty()
                ? Stream.of(0)
                : IntStream.rangeClosed(1, entries).boxed();
    }

    /** Met when the other question has such an answer and is asked itself. */
    private boolean isMet(Optional<Condition> condition, Section section, int entry, int depth) {
        if (condition.isEmpty()) {
            return true;
        }
        String id = condition.get().field();
        Optional<Section> there = form.sectionOf(id);
        if (there.isEmpty() || depth == 0) {
            return false;
        }
        int number = there.get().equals(section) ? entry : 0;
        String answer = answers.get(Asked.key(there.get(), number, id));
        return answer != null
                && condition.get().answers().contains(answer)
                && isMet(there.get().shownWhen(), there.get(), 0, depth - 1)
                && isMet(field(there.get(), id).shownWhen(), there.get(), number, depth - 1);
    }

    private static Field field(Section section, String id) {
        return section.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
