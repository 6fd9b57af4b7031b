package org.zhengtong.people.identity;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A citizen identity number, GB 11643: division, birth date, sequence (odd for men), check. */
public record IdentityNumber(String value) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final String CHECKS = "10X98765432";

    public IdentityNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a citizen identity number");
        }
    }

    /** What typed text is; only {@code Good} is a number. */
    public sealed interface Reading {
        record Good(IdentityNumber number) implements Reading {}

        record Misshapen() implements Reading {}

        record WrongCheck() implements Reading {}

        record ImpossibleDate() implements Reading {}
    }

    /** Blanks, full-width digits and a small x are habits of writing, not mistakes. */
    public static Reading read(String text) {
        String value = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            return new Reading.Misshapen();
        }
        if (check(value) != value.charAt(17)) {
            return new Reading.WrongCheck();
        }
        return isValid(value) ? new Reading.Good(new IdentityNumber(value)) : new Reading.ImpossibleDate();
    }

    public static Optional<IdentityNumber> parse(String text) {
        return read(text) instanceof Reading.Good(IdentityNumber number) ? Optional.of(number) : Optional.empty();
    }

    public String division() {
        return value.substring(0, 6);
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    public Gender gender() {
        return (value.charAt(16) - '0') % 2 == 1 ? Gender.MALE : Gender.FEMALE;
    }

    /** For screens: the first four and last two characters. */
    public String masked() {
        return value.substring(0, 4) + "************" + value.substring(16);
    }

    public static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** Never the number itself: a record's own text would carry it into logs. */
    @Override
    public String toString() {
        return masked();
    }

    private static LocalDate birthDate(String value) {
        return LocalDate.of(
                Integer.parseInt(value.substring(6, 10)),
                Integer.parseInt(value.substring(10, 12)),
                Integer.parseInt(value.substring(12, 14)));
    }

    private static boolean isValid(String value) {
        if (!FORM.matcher(value).matches() || check(value) != value.charAt(17)) {
            return false;
        }
        try {
            return birthDate(value).getYear() >= 1850;
        } catch (DateTimeException impossible) {
            return false;
        }
    }
}
