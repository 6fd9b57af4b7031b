package org.zhengtong.services.filing;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers by the id of their field, in one spelling: NFC, without space around them, lines ended by a line feed. A blank
 * answer is none. Whether an answer is right is told by {@link FormCheck}.
 */
public record Answers(Map<String, String> values) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        Map<String, String> normal = new LinkedHashMap<>();
        values.forEach((field, text) -> {
            String answer = normalised(text);
            if (!answer.isEmpty()) {
                normal.put(field, answer);
            }
        });
        values = java.util.Collections.unmodifiableMap(normal);
    }

    public Optional<String> to(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** These answers with others put over them; an answer left blank there is taken away here. */
    public Answers with(Map<String, String> newer) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(newer);
        return new Answers(all);
    }

    /** Answers are personal data and stay out of logs. */
    @Override
    public String toString() {
        return "Answers" + values.keySet();
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\t', ' '), Normalizer.Form.NFC)
                .strip();
    }
}
