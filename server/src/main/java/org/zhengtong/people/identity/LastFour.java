package org.zhengtong.people.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The last four characters of an identity number or a unified social credit code: what its owner says by heart. */
public record LastFour(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{4}");

    public LastFour {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not four digits or letters");
        }
    }

    /** Blanks, full-width digits and a small x are habits of writing, not mistakes. */
    public static Optional<LastFour> parse(String text) {
        String value = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        return FORM.matcher(value).matches() ? Optional.of(new LastFour(value)) : Optional.empty();
    }

    /** Never the characters: they are a part of the number. */
    @Override
    public String toString() {
        return "LastFour";
    }
}
