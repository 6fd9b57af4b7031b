package org.zhengtong.services.messages;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address as people have them: one part, an @, a name with a dot. */
public record MailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    public MailAddress {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    public static Optional<MailAddress> parse(String text) {
        String tidy = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return tidy.length() <= LONGEST && FORM.matcher(tidy).matches()
                ? Optional.of(new MailAddress(tidy))
                : Optional.empty();
    }

    /** For screens: the first letter and the place. */
    public String masked() {
        return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
