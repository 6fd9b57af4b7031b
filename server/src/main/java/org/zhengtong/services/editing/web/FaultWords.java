package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.FormFaults;
import org.zhengtong.services.catalogue.FormFaults.Fault;
import org.zhengtong.services.catalogue.FormFaults.Problem;

/** The faults of a form, each with its sentence and the field of the editor where it is mended. */
final class FaultWords {
    private FaultWords() {}

    static List<WrongField> ofField(Form form, String field) {
        return FormFaults.of(form).stream()
                .filter(fault -> fault.field().equals(field))
                .map(fault -> new WrongField(input(fault, form.field(field)), sentence(fault), detail(fault)))
                .distinct()
                .toList();
    }

    /** Those of the section itself. */
    static List<WrongField> ofSection(Form form, String section) {
        return FormFaults.of(form).stream()
                .filter(fault ->
                        fault.section().equals(section) && fault.field().isEmpty())
                .map(fault -> new WrongField(input(fault, Optional.empty()), sentence(fault), detail(fault)))
                .distinct()
                .toList();
    }

    /** A new section has no questions yet; that stands on the list until it has. */
    static List<WrongField> ofWrittenSection(Form form, String section) {
        String empty = sentence(new Fault(Problem.SECTION_WITHOUT_FIELDS, section, "", ""));
        return ofSection(form, section).stream()
                .filter(wrong -> !wrong.sentence().equals(empty))
                .toList();
    }

    private static String sentence(Fault fault) {
        return "editing.fault." + fault.problem();
    }

    private static Object[] detail(Fault fault) {
        return new Object[] {fault.detail()};
    }

    private static String input(Fault fault, Optional<Field> field) {
        boolean section = field.isEmpty();
        return switch (fault.problem()) {
            case NO_SECTIONS, SECTION_WITHOUT_FIELDS -> "title";
            case WITHOUT_LABEL -> section ? "title" : "label";
            case NOT_A_SIMPLE_NAME, ID_TWICE -> "id";
            case MOST_OUT_OF_BOUNDS -> "most";
            case CHOICE_WITHOUT_OPTIONS, OPTION_TWICE, BLANK_OPTION, TOO_MANY_OPTIONS, OPTIONS_WITHOUT_CHOICE ->
                "options";
            case CONDITION_ON_UNKNOWN_FIELD,
                    CONDITION_ON_LATER_FIELD,
                    CONDITION_IN_A_CIRCLE,
                    CONDITION_INTO_A_GROUP,
                    CONDITION_WITHOUT_ANSWER,
                    CONDITION_ON_NO_OPTION -> "when";
            case GROUP_BOUNDS -> "most";
            case PREFILL_IN_A_GROUP, FILE_WITH_PREFILL -> "prefill";
            case CHECK_OF_ANOTHER_KIND -> checkOfAnotherKind(fault.detail());
            case CHECK_BOUNDS -> bounds(field.map(Field::kind).orElse(Kind.TEXT));
            case PATTERN_DOES_NOT_COMPILE, PATTERN_NOT_PORTABLE -> "pattern";
            case PATTERN_WITHOUT_SENTENCE -> "sentence";
            case EXAMPLE_IS_REFUSED -> "example";
        };
    }

    private static String checkOfAnotherKind(String check) {
        return switch (check) {
            case "LeastLength" -> "leastLength";
            case "NumberBetween" -> "numberLeast";
            case "WholeNumber" -> "whole";
            case "DateBetween" -> "dateEarliest";
            case "NotInFuture" -> "notInFuture";
            case "NotInPast" -> "notInPast";
            default -> "pattern";
        };
    }

    private static String bounds(Kind kind) {
        return switch (kind) {
            case NUMBER -> "numberLeast";
            case DATE -> "dateEarliest";
            default -> "leastLength";
        };
    }
}
