package org.zhengtong.services.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.zhengtong.services.catalogue.Form.Section;

/** A form with its answers, in the order people read it. Pages without an answer are left out. */
public record FilledForm(List<Entry> entries) {

    /**
     * A page, or one entry of a repeated one.
     *
     * @param number of the entry, from 1; 0 when the section is not repeated
     */
    public record Entry(Section section, int number, List<Line> lines) {
        public String title() {
            return section.repeat().map(repeat -> repeat.each() + " " + number).orElse(section.title());
        }
    }

    /** A question with its answer. */
    public record Line(Asked asked, String answer) {}

    public static FilledForm of(Form form, Map<String, String> answers) {
        Questionnaire questions = new Questionnaire(form, answers);
        List<Entry> entries = new ArrayList<>();
        for (Section section : form.sections()) {
            int last = questions.entries(section);
            IntStream.rangeClosed(section.repeat().isPresent() ? 1 : 0, last)
                    .mapToObj(number -> new Entry(section, number, lines(section, number, answers)))
                    .filter(entry -> !entry.lines().isEmpty())
                    .forEach(entries::add);
        }
        return new FilledForm(List.copyOf(entries));
    }

    private static List<Line> lines(Section section, int number, Map<String, String> answers) {
        return section.fields().stream()
                .map(field -> new Asked(section, number, field))
                .flatMap(asked -> Optional.ofNullable(answers.get(asked.key()))
                        .filter(answer -> !answer.isBlank())
                        .map(answer -> new Line(asked, answer))
                        .stream())
                .toList();
    }

    /** Answers as a JSON document says them: repeated sections are arrays of objects. */
    public static Map<String, Object> document(Map<String, String> answers) {
        return document(answers, (_, answer) -> answer);
    }

    /** @param value how an answer is said, by its key */
    public static Map<String, Object> document(Map<String, String> answers, BiFunction<String, String, Object> value) {
        Map<String, Object> document = new LinkedHashMap<>();
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        answers.forEach((key, answer) -> Asked.Key.of(key)
                .ifPresentOrElse(
                        parts -> {
                            List<Map<String, Object>> entries =
                                    groups.computeIfAbsent(parts.section(), _ -> new ArrayList<>());
                            while (entries.size() < parts.entry()) {
                                entries.add(new LinkedHashMap<>());
                            }
                            entries.get(parts.entry() - 1).put(parts.field(), value.apply(key, answer));
                        },
                        () -> document.put(key, value.apply(key, answer))));
        document.putAll(groups);
        return document;
    }

    /**
     * The answers of a JSON document by {@link Asked#key}. What does not belong in a form keeps a key no question has, so
     * that it is found.
     */
    public static Map<String, String> answers(Map<String, ?> document) {
        Map<String, String> answers = new LinkedHashMap<>();
        document.forEach((key, value) -> flatten(key, value, answers));
        return answers;
    }

    private static void flatten(String key, Object value, Map<String, String> answers) {
        switch (value) {
            case List<?> entries ->
                IntStream.range(0, entries.size())
                        .forEach(i -> flatten(key + "." + (i + 1), entry(entries.get(i)), answers));
            case Map<?, ?> fields -> fields.forEach((id, part) -> flatten(key + "." + id, entry(part), answers));
            case Number number -> answers.put(key, new BigDecimal(number.toString()).toPlainString());
            default -> answers.put(key, value.toString());
        }
    }

    private static Object entry(Object value) {
        return Objects.requireNonNullElse(value, "");
    }
}
