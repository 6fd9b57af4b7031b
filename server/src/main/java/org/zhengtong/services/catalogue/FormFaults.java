package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;

/** What makes a form unfit to be asked, whatever is answered. A form without faults accepts its own sample. */
public final class FormFaults {
    public static final int MOST_OPTIONS = 200;
    public static final int MOST_ENTRIES = 50;
    public static final int MOST_CHARACTERS = 4000;
    public static final int MOST_PATTERN = 200;

    private static final String SIMPLE_NAME = "[a-z][a-z0-9_]*";

    private final Form form;
    private final List<Fault> faults = new ArrayList<>();

    /** Where each field stands, counted through the form. */
    private final Map<String, Integer> place = new HashMap<>();

    private final Map<String, Section> home = new HashMap<>();

    private FormFaults(Form form) {
        this.form = form;
    }

    /** What can be wrong with a form. */
    public enum Problem {
        NO_SECTIONS,
        SECTION_WITHOUT_FIELDS,
        NOT_A_SIMPLE_NAME,
        ID_TWICE,
        WITHOUT_LABEL,
        MOST_OUT_OF_BOUNDS,
        CHOICE_WITHOUT_OPTIONS,
        OPTION_TWICE,
        BLANK_OPTION,
        TOO_MANY_OPTIONS,
        OPTIONS_WITHOUT_CHOICE,
        CONDITION_ON_UNKNOWN_FIELD,
        CONDITION_ON_LATER_FIELD,
        CONDITION_IN_A_CIRCLE,
        CONDITION_INTO_A_GROUP,
        CONDITION_WITHOUT_ANSWER,
        CONDITION_ON_NO_OPTION,
        GROUP_BOUNDS,
        PREFILL_IN_A_GROUP,
        FILE_WITH_PREFILL,
        CHECK_OF_ANOTHER_KIND,
        CHECK_BOUNDS,
        PATTERN_DOES_NOT_COMPILE,
        PATTERN_NOT_PORTABLE,
        PATTERN_WITHOUT_SENTENCE,
        EXAMPLE_IS_REFUSED
    }

    /**
     * A fault.
     *
     * @param field the field at fault; empty when it is the section, and the section too when it is the form
     * @param detail what exactly: the unknown field, the doubled option, the reason a pattern does not compile
     */
    public record Fault(Problem problem, String section, String field, String detail) {
        /** The field at fault, or else the section. */
        public String element() {
            return field.isEmpty() ? section : field;
        }
    }

    public static List<Fault> of(Form form) {
        return new FormFaults(form).all();
    }

    private List<Fault> all() {
        if (form.sections().isEmpty()) {
            add(Problem.NO_SECTIONS, "", "", "");
        }
        names();
        for (Section section : form.sections()) {
            section(section);
            section.fields().forEach(field -> field(section, field));
        }
        return List.copyOf(faults);
    }

    private void names() {
        Set<String> sections = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (Section section : form.sections()) {
            named(section.id(), section.id(), "");
            boolean doubled = !sections.add(section.id());
            // the array of a repeated section stands beside the fields in the API
            if (section.repeat().isPresent() && !taken.add(section.id())) {
                doubled = true;
            }
            if (doubled) {
                add(Problem.ID_TWICE, section.id(), "", section.id());
            }
            for (Field field : section.fields()) {
                named(field.id(), section.id(), field.id());
                if (!taken.add(field.id())) {
                    add(Problem.ID_TWICE, section.id(), field.id(), field.id());
                }
                place.putIfAbsent(field.id(), place.size());
                home.putIfAbsent(field.id(), section);
            }
        }
    }

    private void named(String id, String section, String field) {
        if (!id.matches(SIMPLE_NAME)) {
            add(Problem.NOT_A_SIMPLE_NAME, section, field, id);
        }
    }

    private void section(Section section) {
        if (section.title().isBlank()) {
            add(Problem.WITHOUT_LABEL, section.id(), "", "");
        }
        if (section.fields().isEmpty()) {
            add(Problem.SECTION_WITHOUT_FIELDS, section.id(), "", "");
        }
        section.repeat().ifPresent(repeat -> {
            if (!isSound(repeat)) {
                add(Problem.GROUP_BOUNDS, section.id(), "", repeat.least() + "–" + repeat.most());
            }
            if (repeat.each().isBlank()) {
                add(Problem.WITHOUT_LABEL, section.id(), "", "");
            }
        });
        section.shownWhen().ifPresent(condition -> {
            int first = section.fields().stream()
                    .map(field -> place.getOrDefault(field.id(), 0))
                    .min(Integer::compare)
                    .orElse(Integer.MAX_VALUE);
            condition(condition, section, "", first, false);
        });
    }

    private static boolean isSound(Repeat repeat) {
        return repeat.least() >= 0
                && repeat.most() >= 1
                && repeat.least() <= repeat.most()
                && repeat.most() <= MOST_ENTRIES;
    }

    private void field(Section section, Field field) {
        if (field.label().isBlank()) {
            add(Problem.WITHOUT_LABEL, section.id(), field.id(), "");
        }
        if (field.most() < 0 || field.most() > MOST_CHARACTERS) {
            add(Problem.MOST_OUT_OF_BOUNDS, section.id(), field.id(), Integer.toString(field.most()));
        }
        options(section, field);
        field.shownWhen()
                .ifPresent(condition ->
                        condition(condition, section, field.id(), place.getOrDefault(field.id(), 0), true));
        if (field.prefill().isPresent() && section.repeat().isPresent()) {
            add(Problem.PREFILL_IN_A_GROUP, section.id(), field.id(), "");
        }
        if (field.prefill().isPresent() && field.kind() == Kind.FILE) {
            add(Problem.FILE_WITH_PREFILL, section.id(), field.id(), "");
        }
        faults.addAll(CheckFaults.of(section, field));
    }

    private void options(Section section, Field field) {
        if (field.kind() != Kind.CHOICE) {
            if (!field.options().isEmpty()) {
                add(Problem.OPTIONS_WITHOUT_CHOICE, section.id(), field.id(), "");
            }
            return;
        }
        if (field.options().isEmpty()) {
            add(Problem.CHOICE_WITHOUT_OPTIONS, section.id(), field.id(), "");
        }
        if (field.options().size() > MOST_OPTIONS) {
            add(
                    Problem.TOO_MANY_OPTIONS,
                    section.id(),
                    field.id(),
                    Integer.toString(field.options().size()));
        }
        Set<String> seen = new HashSet<>();
        for (String option : field.options()) {
            if (option.isBlank()) {
                add(Problem.BLANK_OPTION, section.id(), field.id(), "");
            } else if (!seen.add(option)) {
                add(Problem.OPTION_TWICE, section.id(), field.id(), option);
            }
        }
    }

    /** @param before where the condition stands: what it looks at must stand earlier */
    private void condition(Condition condition, Section section, String field, int before, boolean sameEntry) {
        Optional<Field> target = form.field(condition.field());
        if (target.isEmpty()) {
            add(Problem.CONDITION_ON_UNKNOWN_FIELD, section.id(), field, condition.field());
            return;
        }
        if (place.getOrDefault(condition.field(), 0) >= before) {
            boolean circle = leadsBack(condition, field, section, new HashSet<>());
            Problem problem = circle ? Problem.CONDITION_IN_A_CIRCLE : Problem.CONDITION_ON_LATER_FIELD;
            add(problem, section.id(), field, condition.field());
        }
        Section other = Optional.ofNullable(home.get(condition.field())).orElse(section);
        if (other.repeat().isPresent() && !(sameEntry && other.id().equals(section.id()))) {
            add(Problem.CONDITION_INTO_A_GROUP, section.id(), field, condition.field());
        }
        if (condition.answers().isEmpty()) {
            add(Problem.CONDITION_WITHOUT_ANSWER, section.id(), field, condition.field());
        }
        if (target.get().kind() == Kind.CHOICE) {
            condition.answers().stream()
                    .filter(answer -> !target.get().options().contains(answer))
                    .forEach(answer -> add(Problem.CONDITION_ON_NO_OPTION, section.id(), field, answer));
        }
    }

    /** Whether following the conditions comes back to the field, or to the section, that began. */
    private boolean leadsBack(Condition condition, String field, Section section, Set<String> seen) {
        String next = condition.field();
        Optional<Section> there = Optional.ofNullable(home.get(next));
        if (next.equals(field)
                || (field.isEmpty() && there.filter(section::equals).isPresent())) {
            return true;
        }
        if (!seen.add(next)) {
            return false;
        }
        return form.field(next)
                        .flatMap(Field::shownWhen)
                        .filter(further -> leadsBack(further, field, section, seen))
                        .isPresent()
                || there.flatMap(Section::shownWhen)
                        .filter(further -> leadsBack(further, field, section, seen))
                        .isPresent();
    }

    private void add(Problem problem, String section, String field, String detail) {
        faults.add(new Fault(problem, section, field, detail));
    }
}
