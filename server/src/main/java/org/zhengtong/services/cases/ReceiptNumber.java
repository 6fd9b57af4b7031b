package org.zhengtong.services.cases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number on a receipt, such as {@code YX-7F3K-2291}. */
public record ReceiptNumber(String value) {
    private static final Pattern BARE = Pattern.compile("([A-Z]{2,4})([0-9A-Z]{4})([0-9]{4})");

    /** Blanks, missing or other dashes, full-width and small letters are habits of writing, not mistakes. */
    public static Optional<ReceiptNumber> parse(String text) {
        Matcher parts = BARE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}_.]", "")
                .toUpperCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(new ReceiptNumber(parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3)))
                : Optional.empty();
    }
}
