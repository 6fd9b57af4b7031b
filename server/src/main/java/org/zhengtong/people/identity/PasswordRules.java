package org.zhengtong.people.identity;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a password has to be: long, not known to everybody, nothing that stands on the identity card, and more than the name
 * of the house and a number.
 */
@Component
public final class PasswordRules {
    public static final int LEAST = 10;
    private static final int MOST = 200;
    private static final int LEAST_BESIDE_WORDS = 8;
    private final List<String> words;

    public PasswordRules(IdentitySettings settings) {
        this.words = settings.passwordWords().stream()
                .map(PasswordRules::folded)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** @param personal what the password may not contain: name, numbers, telephone */
    public Optional<WrongField> check(String field, String password, Collection<String> personal) {
        int length = length(password);
        if (length < LEAST) {
            return Optional.of(new WrongField(field, "identity.wrong.password-short", LEAST));
        }
        if (length > MOST) {
            return Optional.of(new WrongField(field, "identity.wrong.too-long", MOST));
        }
        String plain = folded(password);
        if (personal.stream().map(PasswordRules::folded).anyMatch(part -> part.length() > 1 && plain.contains(part))) {
            return Optional.of(new WrongField(field, "identity.wrong.password-personal"));
        }
        if (KnownPasswords.contain(plain) || plain.codePoints().distinct().count() < 4 || isRow(plain)) {
            return Optional.of(new WrongField(field, "identity.wrong.password-common"));
        }
        return isOfTheHouse(plain)
                ? Optional.of(new WrongField(field, "identity.wrong.password-house"))
                : Optional.empty();
    }

    /** Whether hardly anything is left when the words of the house are taken out. */
    private boolean isOfTheHouse(String plain) {
        String rest = plain;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length() < plain.length() && length(rest) < LEAST_BESIDE_WORDS;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether every character follows the one before it: 0123456789, zyxwvutsrq. */
    private static boolean isRow(String text) {
        int[] points = text.codePoints().toArray();
        int step = points[1] - points[0];
        if (Math.abs(step) > 1) {
            return false;
        }
        for (int i = 2; i < points.length; i++) {
            boolean afterNine = points[i - 1] == '9' && points[i] == '0';
            if (points[i] - points[i - 1] != step && !afterNine) {
                return false;
            }
        }
        return true;
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
