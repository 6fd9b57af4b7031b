package org.zhengtong.services.filing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.Questionnaire;

/** Invents right and wrong answers to a form, from nothing but its definition. */
public final class AnswerSamples {
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final List<String> DIVISIONS = List.of("110101", "330102001", "440304", "339902001");
    private static final String BIDI = "云溪市\u202E青石路";
    private static final String CONTROL = "云溪市\u0007青石路";
    private static final int MOST_WHEN_NOTHING_IS_SAID = 200;

    private final RandomGenerator random;

    public AnswerSamples(RandomGenerator random) {
        this.random = random;
    }

    /** Right answers to all that is asked. */
    public Map<String, String> right(Form form) {
        return Questionnaire.filled(
                form, section -> entries(section.repeat().orElseThrow()), asked -> right(asked.field()));
    }

    private int entries(Repeat repeat) {
        return random.nextInt(repeat.least(), Math.min(repeat.most(), repeat.least() + 3) + 1);
    }

    public String right(Field field) {
        Bounds bounds = Bounds.of(field);
        for (Check check : field.checks()) {
            if (check instanceof Check.Matches(String _, String _, String example)) {
                return example;
            }
        }
        int most = most(field);
        return switch (field.kind()) {
            case TEXT -> text(Math.max(1, bounds.length()), Math.max(bounds.length(), Math.min(most, 30)));
            case LONG_TEXT -> text(Math.max(1, bounds.length()), most);
            case ADDRESS -> text(Math.max(5, bounds.length()), most);
            case NUMBER -> number(bounds);
            case DATE ->
                bounds.earliest()
                        .plusDays(random.nextLong(
                                bounds.latest().toEpochDay() - bounds.earliest().toEpochDay() + 1))
                        .toString();
            case CHOICE -> field.options().get(random.nextInt(field.options().size()));
            case PHONE -> "13" + digits(9);
            case IDENTITY_NUMBER -> number();
            case USCC -> uscc();
            case DIVISION_ADDRESS ->
                DIVISIONS.get(random.nextInt(DIVISIONS.size())) + " " + text(1, Math.min(most, 40));
            case FILE -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    private String number(Bounds bounds) {
        long least = bounds.least().setScale(0, RoundingMode.UP).longValueExact();
        long most = bounds.most().setScale(0, RoundingMode.DOWN).longValueExact();
        return Long.toString(random.nextLong(least, most + 1));
    }

    /** Answers of which none is right for the field. */
    public List<String> wrong(Field field) {
        List<String> wrong = new ArrayList<>(wrongByKind(field));
        for (Check check : field.checks()) {
            wrong.addAll(wrongBy(check));
        }
        return wrong;
    }

    private List<String> wrongByKind(Field field) {
        int most = most(field);
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> List.of(text(most + 1, most + 50), CONTROL, BIDI);
            case ADDRESS -> List.of(text(most + 1, most + 50), text(1, 4), CONTROL, BIDI);
            case NUMBER -> List.of("一百", "-5", "1,000", "12.", "9".repeat(40), BIDI);
            case DATE -> List.of("2025-02-29", "2026-00-10", "03/02/2026", "20260302", BIDI);
            case CHOICE -> List.of("没有这个选项", BIDI);
            case PHONE -> List.of("12345", "23800138000", "1380013800a", BIDI);
            case IDENTITY_NUMBER -> withWrongCheckDigit(number());
            case USCC -> withWrongCheckDigit(uscc());
            case DIVISION_ADDRESS ->
                List.of(
                        text(5, 12),
                        "110101",
                        UNKNOWN_DIVISION,
                        "11 长安街 1 号",
                        "110101 " + text(most + 1, most + 50),
                        BIDI);
            case FILE -> List.of("1.pdf", "12345678", BIDI);
        };
    }

    /** Well spelled, and not among the divisions. */
    public static final String UNKNOWN_DIVISION = "999999 青石路 1 号";

    private static List<String> wrongBy(Check check) {
        return switch (check) {
            case Check.Matches _ -> List.of("〇");
            case Check.LeastLength(int characters) -> characters > 1 ? List.of("云".repeat(characters - 1)) : List.of();
            case Check.NumberBetween(var least, var most) -> {
                List<String> out = new ArrayList<>();
                least.filter(bound -> bound.compareTo(BigDecimal.ONE) >= 0)
                        .ifPresent(
                                bound -> out.add(bound.subtract(BigDecimal.ONE).toPlainString()));
                most.ifPresent(bound -> out.add(bound.add(BigDecimal.ONE).toPlainString()));
                yield out;
            }
            case Check.WholeNumber() -> List.of("1.5");
            case Check.DateBetween(var earliest, var latest) -> {
                List<String> out = new ArrayList<>();
                earliest.ifPresent(day -> out.add(day.minusDays(1).toString()));
                latest.ifPresent(day -> out.add(day.plusDays(1).toString()));
                yield out;
            }
            case Check.NotInFuture() -> List.of("2150-01-01");
            case Check.NotInPast() -> List.of("1990-01-01");
        };
    }

    /** The same answers with one entry too many or too few in a repeated section. */
    public List<Map<String, String>> wrongCounts(Form form, Section section, Map<String, String> right) {
        Repeat repeat = section.repeat().orElseThrow();
        List<Map<String, String>> wrong = new ArrayList<>();
        wrong.add(counted(form, section, right, repeat.most() + 1));
        if (repeat.least() > 0) {
            wrong.add(counted(form, section, right, repeat.least() - 1));
        }
        return wrong;
    }

    private Map<String, String> counted(Form form, Section section, Map<String, String> right, int entries) {
        Map<String, String> others = new LinkedHashMap<>(right);
        others.keySet().removeIf(key -> key.startsWith(section.id() + "."));
        Map<String, String> all = new LinkedHashMap<>(others);
        Questionnaire questions = new Questionnaire(form, all);
        for (int entry = 1; entry <= entries; entry++) {
            String prefix = section.id() + "." + entry + ".";
            for (Field field : section.fields()) {
                questions.asked(section, entries).stream()
                        .filter(asked -> asked.key().equals(prefix + field.id()))
                        .forEach(asked -> all.put(asked.key(), right(field)));
            }
        }
        return all;
    }

    public String number() {
        String first = "999901"
                + LocalDate.of(1940, 1, 1)
                        .plusDays(random.nextInt(20_000))
                        .toString()
                        .replace("-", "") + digits(3);
        return first + IdentityNumber.check(first);
    }

    public String uscc() {
        StringBuilder code = new StringBuilder("91999901");
        while (code.length() < 17) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.append(Uscc.check(code.toString())).toString();
    }

    private static List<String> withWrongCheckDigit(String right) {
        char check = right.charAt(17) == '0' ? '1' : '0';
        return List.of(right.substring(0, 17) + check, right.substring(1), right + "0", BIDI);
    }

    private static int most(Field field) {
        return field.most() > 0 ? field.most() : MOST_WHEN_NOTHING_IS_SAID;
    }

    private String text(int least, int most) {
        int length = random.nextInt(least, most + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(0x4E00, 0x9FA5));
        }
        return text.toString();
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** What the checks of a field leave over. Relative dates keep far from any today. */
    private record Bounds(int length, BigDecimal least, BigDecimal most, LocalDate earliest, LocalDate latest) {
        static Bounds of(Field field) {
            int length = 0;
            BigDecimal least = BigDecimal.ONE;
            BigDecimal most = new BigDecimal(99);
            LocalDate earliest = LocalDate.of(1950, 1, 1);
            LocalDate latest = LocalDate.of(2030, 1, 1);
            for (Check check : field.checks()) {
                switch (check) {
                    case Check.LeastLength(int characters) -> length = Math.max(length, characters);
                    case Check.NumberBetween(var from, var to) -> {
                        least = from.orElse(least);
                        most = to.orElse(most.max(least));
                    }
                    case Check.DateBetween(var from, var to) -> {
                        earliest = from.orElse(earliest);
                        latest = to.orElse(latest);
                    }
                    case Check.NotInFuture() -> latest = earliest.plusYears(60);
                    case Check.NotInPast() -> {
                        earliest = LocalDate.of(2100, 1, 1);
                        latest = LocalDate.of(2190, 1, 1);
                    }
                    default -> {}
                }
            }
            return new Bounds(length, least, most, earliest, latest);
        }
    }
}
