package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Section;

/**
 * A question that something may hang on, with its answers.
 *
 * @param label empty when the form has no such question any more
 */
public record ConditionChoice(String field, String label, List<String> answers) {

    /** For a question: those asked earlier, on the same page too. */
    static List<ConditionChoice> forField(Form form, String section, String field, String typed) {
        List<ConditionChoice> choices = new ArrayList<>();
        for (Section one : form.sections()) {
            boolean here = one.id().equals(section);
            if (one.repeat().isEmpty() || here) {
                one.fields().stream()
                        .takeWhile(other -> !other.id().equals(field))
                        .filter(other -> other.kind() == Kind.CHOICE)
                        .forEach(other -> choices.add(of(other)));
            }
            if (here) {
                break;
            }
        }
        return withTyped(choices, form, typed);
    }

    /** For a whole page: those asked on earlier pages. */
    static List<ConditionChoice> forSection(Form form, String section, String typed) {
        List<ConditionChoice> choices = form.sections().stream()
                .takeWhile(one -> !one.id().equals(section))
                .filter(one -> one.repeat().isEmpty())
                .flatMap(one -> one.fields().stream())
                .filter(field -> field.kind() == Kind.CHOICE)
                .map(ConditionChoice::of)
                .toList();
        return withTyped(choices, form, typed);
    }

    private static ConditionChoice of(Field field) {
        return new ConditionChoice(field.id(), field.label(), field.options());
    }

    /** What is ticked stays to be seen, also when it cannot be chosen (any more). */
    private static List<ConditionChoice> withTyped(List<ConditionChoice> choices, Form form, String typed) {
        List<ConditionChoice> all = new ArrayList<>(choices);
        for (String line : typed.lines().toList()) {
            String[] parts = line.split("=", 2);
            if (parts.length < 2) {
                continue;
            }
            int at = ListOrder.indexOf(all, one -> one.field().equals(parts[0]));
            if (at < 0) {
                all.add(new ConditionChoice(
                        parts[0], form.field(parts[0]).map(Field::label).orElse(""), List.of(parts[1])));
            } else if (!all.get(at).answers().contains(parts[1])) {
                Set<String> answers = new LinkedHashSet<>(all.get(at).answers());
                answers.add(parts[1]);
                all.set(at, new ConditionChoice(parts[0], all.get(at).label(), List.copyOf(answers)));
            }
        }
        return all;
    }

    /** The question as a list of the form tells it: its label, or its id when there is none. */
    static String label(Form form, Optional<Form.Condition> condition) {
        return condition
                .map(one -> form.field(one.field()).map(Field::label).orElse(one.field()) + " = "
                        + String.join(" / ", one.answers()))
                .orElse("");
    }
}
