package org.zhengtong.people.identity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mobile telephone number of the mainland: 11 digits, beginning with 13 to 19. */
public record MobileNumber(String value) {
    private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");

    public MobileNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mobile telephone number");
        }
    }

    /** Blanks and hyphens between the groups, and +86 before them, do not count. */
    public static Optional<MobileNumber> parse(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .replaceFirst("^\\+?86(?=1[3-9][0-9]{9}$)", "");
        return FORM.matcher(digits).matches() ? Optional.of(new MobileNumber(digits)) : Optional.empty();
    }

    /** For screens: the first three and last four digits. */
    public String masked() {
        return mask(value);
    }

    /** As {@link #masked}, also for numbers of another form. */
    public static String mask(String phone) {
        return phone.length() < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
