package org.zhengtong.people.identity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of text that looks on every screen and paper as it was typed: no control characters, no characters that
 * turn the direction of writing or show nothing, none that no font has.
 */
public final class PlainText {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private PlainText() {}

    /** Composed (NFC) and without blanks around it. */
    public static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    public static boolean isPlain(String text) {
        return !FORBIDDEN.matcher(text).find();
    }

    /** @return what is wrong with a field of this text, if anything */
    public static Optional<WrongField> check(String field, String text, int most) {
        if (!isPlain(text)) {
            return Optional.of(new WrongField(field, "identity.wrong.hidden-characters"));
        }
        return text.codePointCount(0, text.length()) > most
                ? Optional.of(new WrongField(field, "identity.wrong.too-long", most))
                : Optional.empty();
    }

    /**
     * The same of a field that has to be filled in.
     *
     * @param whenEmpty key of the sentence about a field that is not
     */
    public static Optional<WrongField> checkRequired(String field, String text, int most, String whenEmpty) {
        return text.isEmpty() ? Optional.of(new WrongField(field, whenEmpty)) : check(field, text, most);
    }
}
