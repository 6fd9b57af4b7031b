package org.zhengtong.ground.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** By which a printed document is verified, such as {@code 7F3K-22M9-QXW4-KD8A}: too many to be guessed (79 bits). */
public record VerificationCode(String value) {
    private static final String CHARACTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final Pattern BARE = Pattern.compile("[" + CHARACTERS + "]{16}");

    public static VerificationCode draw(RandomGenerator random) {
        StringBuilder drawn = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            drawn.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return grouped(drawn.toString());
    }

    /** Blanks, dashes, full-width and small letters are habits of writing, not mistakes. */
    public static Optional<VerificationCode> parse(String typed) {
        String bare = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}_.]", "")
                .toUpperCase(Locale.ROOT);
        return BARE.matcher(bare).matches() ? Optional.of(grouped(bare)) : Optional.empty();
    }

    private static VerificationCode grouped(String bare) {
        return new VerificationCode(bare.replaceAll("(.{4})(?!$)", "$1-"));
    }
}
