package org.zhengtong.ground.language.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * Traditional characters as simplified ones, by OpenCC's table of characters. Its tables of phrases would take 25 MB and
 * decide what hardly occurs in a question.
 */
final class Traditional {
    private static final Map<Integer, String> SIMPLIFIED = table();

    private Traditional() {}

    static String simplified(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character ->
                        simplified.append(SIMPLIFIED.getOrDefault(character, Character.toString(character))));
        return simplified.toString();
    }

    /** A line is the traditional character, a tab, and the simplified ones, the usual first. */
    private static Map<Integer, String> table() {
        Map<Integer, String> simplified = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("data/dictionary/TSCharacters.txt").getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] pair = line.strip().split("[\t ]", 3);
                if (pair.length > 1 && !pair[0].equals(pair[1])) {
                    simplified.put(pair[0].codePointAt(0), pair[1]);
                }
            }
            return Map.copyOf(simplified);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
