package org.zhengtong.ground.language.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody asks, brought into one spelling: full-width letters narrow, capitals small, characters
 * simplified, controls and marks gone. */
final class Spoken {
    private static final int LONGEST = 200;
    private static final Pattern NOT_SPOKEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spoken() {}

    static String tidy(String question) {
        String narrow = Traditional.simplified(
                Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        String words = NOT_SPOKEN.matcher(narrow).replaceAll(" ").strip();
        return words.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    static String tidyAll(List<String> texts) {
        return texts.stream().map(Spoken::tidy).collect(Collectors.joining(" "));
    }
}
