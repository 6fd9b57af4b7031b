package org.zhengtong.services.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to the guide as they stand in an address: {@code area:small}. */
final class Answers {
    private Answers() {}

    static Map<String, String> parse(List<String> pairs) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String pair : pairs) {
            int colon = pair.indexOf(':');
            if (colon > 0) {
                answers.put(pair.substring(0, colon), pair.substring(colon + 1));
            }
        }
        return answers;
    }
}
