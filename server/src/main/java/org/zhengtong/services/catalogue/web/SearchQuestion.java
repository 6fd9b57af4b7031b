package org.zhengtong.services.catalogue.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What somebody typed into the search field. */
final class SearchQuestion {
    private static final int LONGEST = 100;

    private SearchQuestion() {}

    /** Without control and bidi characters, and not longer than a sentence. */
    static String clean(String typed) {
        String text = typed.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** The everyday word that shares most with the question, to tell why something was found; none when little is shared. */
    static Optional<String> nearest(String question, List<String> words) {
        return words.stream()
                .filter(word -> shared(question, word) >= Math.min(2, word.length() - 1))
                .max(Comparator.comparingDouble(word -> (double) shared(question, word) / (word.length() + 2)));
    }

    private static int shared(String question, String word) {
        int shared = 0;
        for (int i = 0; i + 2 <= word.length(); i++) {
            if (question.contains(word.substring(i, i + 2))) {
                shared++;
            }
        }
        return shared;
    }
}
