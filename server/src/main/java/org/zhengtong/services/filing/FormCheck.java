package org.zhengtong.services.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;

/**
 * Checks answers against a form: the one check for pages, the API and corrections. Fields that are not asked in this
 * situation lose their answers.
 */
public final class FormCheck {
    private FormCheck() {}

    /**
     * What the check gives back.
     *
     * @param answers the answers to the fields asked, in their normal spelling; complete when there are no findings
     */
    public record Checked(Answers answers, List<Finding> findings) {
        public boolean isFine() {
            return findings.isEmpty();
        }

        public Optional<Finding> about(String field) {
            return findings.stream()
                    .filter(finding -> finding.id().equals(field))
                    .findFirst();
        }

        /** The findings of one page of the form. */
        public List<Finding> in(Form.Section section) {
            return section.fields().stream()
                    .flatMap(field -> about(field.id()).stream())
                    .toList();
        }
    }

    /** @param bound answers the house knows by itself (such as the registered number); nothing else is taken there */
    public static Checked check(Form form, Answers answers, Map<String, String> bound) {
        Answers all = answers.with(bound);
        Map<String, String> kept = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Field field : form.fields()) {
            if (!isAsked(form, field, all)) {
                continue;
            }
            Optional<String> known = Optional.ofNullable(bound.get(field.id()));
            Optional<String> given = answers.to(field.id());
            if (known.isPresent()) {
                kept.put(field.id(), known.get());
                given.filter(answer -> !answer.equals(known.get()))
                        .ifPresent(answer -> findings.add(finding(field, "filing.check.bound", field.label())));
            } else if (given.isPresent()) {
                switch (AnswerCheck.of(field, given.get())) {
                    case AnswerCheck.Fine(String answer) -> kept.put(field.id(), answer);
                    case AnswerCheck.Wrong(String key, List<Object> values) -> {
                        kept.put(field.id(), given.get());
                        findings.add(finding(
                                field,
                                key,
                                Stream.concat(Stream.of((Object) field.label()), values.stream())
                                        .toArray()));
                    }
                }
            } else if (field.required()) {
                findings.add(finding(field, required(field), field.label()));
            }
        }
        unknown(form, answers).forEach(findings::add);
        return new Checked(new Answers(kept), List.copyOf(findings));
    }

    /** Whether the field is asked: its condition, and that of the field it hangs on, is met. */
    public static boolean isAsked(Form form, Field field, Answers answers) {
        return isAsked(form, field, answers, form.fields().size());
    }

    private static boolean isAsked(Form form, Field field, Answers answers, int depth) {
        return field.shownWhen()
                .map(condition -> depth > 0
                        && answers.to(condition.field()).stream().anyMatch(condition.answers()::contains)
                        && form.fields().stream()
                                .filter(other -> other.id().equals(condition.field()))
                                .allMatch(other -> isAsked(form, other, answers, depth - 1)))
                .orElse(true);
    }

    private static Stream<Finding> unknown(Form form, Answers answers) {
        var known = form.fields().stream().map(Field::id).collect(Collectors.toSet());
        return answers.values().keySet().stream()
                .filter(id -> !known.contains(id))
                .map(id -> new Finding(Finding.Part.ANSWERS, id, "filing.check.unknown", List.of(id)));
    }

    private static String required(Field field) {
        return switch (field.kind()) {
            case CHOICE -> "filing.check.required.choice";
            case DATE -> "filing.check.required.date";
            default -> "filing.check.required";
        };
    }

    private static Finding finding(Field field, String key, Object... values) {
        return new Finding(Finding.Part.ANSWERS, field.id(), key, List.of(values));
    }
}
