package org.zhengtong.people.identity.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.zhengtong.people.identity.SecondFactors;

/** Codes to be written down: ten signs of 31, which are 49 random bits; none looks like another. */
final class RecoveryCodes {
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int HALF = 5;

    private RecoveryCodes() {}

    static List<String> fresh(RandomGenerator random) {
        List<String> codes = new ArrayList<>();
        while (codes.size() < SecondFactors.RECOVERY_CODES) {
            codes.add(half(random) + "-" + half(random));
        }
        return codes;
    }

    /** As it is kept: case, hyphens and blanks are people's habit. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it can be one: only then is it worth the work of looking. */
    static boolean isShaped(String plain) {
        return plain.length() == 2 * HALF && plain.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
    }

    private static String half(RandomGenerator random) {
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            half.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return half.toString();
    }
}
