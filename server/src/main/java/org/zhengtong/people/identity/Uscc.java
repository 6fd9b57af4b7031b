package org.zhengtong.people.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** A unified social credit code, GB 32100: 18 characters, the last of them a check. */
public record Uscc(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public Uscc {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /** Blanks between groups, full-width digits and small letters are habits of writing, not mistakes. */
    public static Optional<Uscc> parse(String text) {
        String value = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        return isValid(value) ? Optional.of(new Uscc(value)) : Optional.empty();
    }

    /** @param first17 the code without its check character */
    public static char check(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static boolean isValid(String value) {
        return value.length() == 18
                && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(value.substring(0, 17)) == value.charAt(17);
    }
}
