package org.zhengtong.services.catalogue;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was searched for in vain, how often and when. */
public record SearchTerm(String term, long times, Instant firstAt, Instant lastAt) {
    private static final int LONGEST = 40;
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PERHAPS_A_NUMBER = Pattern.compile("\\d{5}");

    /** The one spelling a question is counted under; nothing for what may hold somebody's number or address. */
    public static Optional<String> of(String question) {
        String narrow = Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (narrow.contains("@")
                || PERHAPS_A_NUMBER
                        .matcher(MARKS.matcher(narrow).replaceAll(""))
                        .find()) {
            return Optional.empty();
        }
        String words = MARKS.matcher(narrow).replaceAll(" ").strip();
        String term = words.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return term.isEmpty() ? Optional.empty() : Optional.of(term);
    }
}
