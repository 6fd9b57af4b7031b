package org.zhengtong.people.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password has to be: long, not known to everybody, and nothing that stands on the identity card. */
public final class PasswordRules {
    public static final int LEAST = 10;
    private static final int MOST = 200;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** @param personal what the password may not contain: name, numbers, telephone */
    public static Optional<WrongField> check(String field, String password, Collection<String> personal) {
        int length = password.codePointCount(0, password.length());
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
        if (COMMON.contains(plain) || plain.codePoints().distinct().count() < 4 || isRow(plain)) {
            return Optional.of(new WrongField(field, "identity.wrong.password-common"));
        }
        return Optional.empty();
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

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Set<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("/people/identity/common-passwords.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(PasswordRules::folded)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
