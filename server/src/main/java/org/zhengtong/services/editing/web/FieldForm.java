package org.zhengtong.services.editing.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.FormFaults;

/** A question of a form as the fields of its page. */
final class FieldForm {
    private static final String PROFILE = "profile:";
    private static final String LICENCE = "licence:";
    static final String REGISTER = "register:";
    private static final int LONGEST_NUMBER = 20;

    private FieldForm() {}

    static Field read(String id, Typed typed) {
        return new Field(
                id,
                typed.choice("kind", Kind.class, Kind.TEXT),
                typed.needed("label", 80),
                typed.line("hint", 200),
                typed.ticked("required"),
                typed.number("most", FormFaults.MOST_CHARACTERS, 0),
                typed.lines("options", 80),
                condition(typed),
                prefill(typed),
                checks(typed));
    }

    static Map<String, String> words(Field field) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("kind", field.kind().name());
        words.put("label", field.label());
        words.put("hint", field.hint());
        words.put("required", field.required() ? "true" : "");
        words.put("most", field.most() == 0 ? "" : Integer.toString(field.most()));
        words.put("options", String.join("\n", field.options()));
        words.put("when", words(field.shownWhen()));
        field.prefill().ifPresent(prefill -> words.putAll(words(prefill)));
        field.checks().forEach(check -> words.putAll(words(check)));
        return words;
    }

    /** {@code field=answer}, one a line. */
    static String words(Optional<Condition> condition) {
        return condition.stream()
                .flatMap(one -> one.answers().stream().map(answer -> one.field() + "=" + answer))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static Optional<Condition> condition(Typed typed) {
        List<String[]> ticked = typed.chosen("when").stream()
                .map(one -> one.split("=", 2))
                .filter(parts -> parts.length == 2)
                .toList();
        List<String> fields = ticked.stream().map(parts -> parts[0]).distinct().toList();
        if (fields.size() > 1) {
            typed.refuse("when", "editing.form.one-condition");
        }
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(
                        fields.getFirst(),
                        ticked.stream().map(parts -> parts[1]).toList()));
    }

    private static Optional<Prefill> prefill(Typed typed) {
        String source = typed.line("prefill", 120);
        String register = typed.line("register", 80);
        String attribute = typed.line("registerAttribute", 80);
        if (source.startsWith(PROFILE)) {
            String wanted = source.substring(PROFILE.length());
            Optional<Prefill> known = Arrays.stream(ProfileField.values())
                    .filter(field -> field.name().equals(wanted))
                    .<Prefill>map(Prefill.FromProfile::new)
                    .findFirst();
            if (known.isEmpty()) {
                typed.refuse("prefill", "editing.wrong.choice");
            }
            return known;
        }
        if (source.startsWith(LICENCE) && source.indexOf('/') > 0) {
            String[] parts = source.substring(LICENCE.length()).split("/", 2);
            return Optional.of(new Prefill.FromLicence(parts[0], parts[1]));
        }
        if (source.equals(REGISTER)) {
            if (register.isEmpty() || attribute.isEmpty()) {
                typed.refuse("register", "editing.form.register-missing");
            }
            return Optional.of(new Prefill.FromRegister(register, attribute));
        }
        if (!source.isEmpty()) {
            typed.refuse("prefill", "editing.wrong.choice");
        } else if (!register.isEmpty() || !attribute.isEmpty()) {
            typed.refuse("prefill", "editing.form.register-not-chosen");
        }
        return Optional.empty();
    }

    private static Map<String, String> words(Prefill prefill) {
        return switch (prefill) {
            case Prefill.FromProfile(ProfileField field) -> Map.of("prefill", PROFILE + field);
            case Prefill.FromLicence(String type, String attribute) ->
                Map.of("prefill", LICENCE + type + "/" + attribute);
            case Prefill.FromRegister(String register, String attribute) ->
                Map.of("prefill", REGISTER, "register", register, "registerAttribute", attribute);
        };
    }

    private static List<Check> checks(Typed typed) {
        List<Check> checks = new ArrayList<>();
        String pattern = typed.line("pattern", 1000);
        String sentence = typed.line("sentence", 120);
        String example = typed.line("example", 200);
        if (!pattern.isEmpty() || !sentence.isEmpty() || !example.isEmpty()) {
            checks.add(new Check.Matches(pattern, sentence, example));
        }
        int least = typed.number("leastLength", FormFaults.MOST_CHARACTERS, 0);
        if (least > 0) {
            checks.add(new Check.LeastLength(least));
        }
        Optional<BigDecimal> numberLeast = decimal("numberLeast", typed);
        Optional<BigDecimal> numberMost = decimal("numberMost", typed);
        if (numberLeast.isPresent() || numberMost.isPresent()) {
            checks.add(new Check.NumberBetween(numberLeast, numberMost));
        }
        if (typed.ticked("whole")) {
            checks.add(new Check.WholeNumber());
        }
        Optional<LocalDate> earliest = day("dateEarliest", typed);
        Optional<LocalDate> latest = day("dateLatest", typed);
        if (earliest.isPresent() || latest.isPresent()) {
            checks.add(new Check.DateBetween(earliest, latest));
        }
        if (typed.ticked("notInFuture")) {
            checks.add(new Check.NotInFuture());
        }
        if (typed.ticked("notInPast")) {
            checks.add(new Check.NotInPast());
        }
        return checks;
    }

    private static Map<String, String> words(Check check) {
        return switch (check) {
            case Check.Matches(String pattern, String sentence, String example) ->
                Map.of("pattern", pattern, "sentence", sentence, "example", example);
            case Check.LeastLength(int characters) -> Map.of("leastLength", Integer.toString(characters));
            case Check.NumberBetween(var least, var most) ->
                Map.of(
                        "numberLeast",
                        least.map(BigDecimal::toPlainString).orElse(""),
                        "numberMost",
                        most.map(BigDecimal::toPlainString).orElse(""));
            case Check.WholeNumber() -> Map.of("whole", "true");
            case Check.DateBetween(var earliest, var latest) ->
                Map.of(
                        "dateEarliest",
                        earliest.map(LocalDate::toString).orElse(""),
                        "dateLatest",
                        latest.map(LocalDate::toString).orElse(""));
            case Check.NotInFuture() -> Map.of("notInFuture", "true");
            case Check.NotInPast() -> Map.of("notInPast", "true");
        };
    }

    private static Optional<BigDecimal> decimal(String field, Typed typed) {
        String text = typed.line(field, LONGEST_NUMBER);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            return Optional.of(new BigDecimal(text));
        }
        typed.refuse(field, "editing.wrong.decimal");
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String field, Typed typed) {
        String text = typed.line(field, LONGEST_NUMBER);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            typed.refuse(field, "editing.wrong.day");
            return Optional.empty();
        }
    }
}
