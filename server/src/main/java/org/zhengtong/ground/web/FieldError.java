package org.zhengtong.ground.web;

import java.util.List;
import java.util.Map;

/**
 * A line of the error summary.
 *
 * @param field the id of the field it links to
 * @param sentence what is wrong and what to do, in the reader's language
 */
public record FieldError(String field, String sentence) {

    public static List<FieldError> of(Map<String, String> sentences) {
        return sentences.entrySet().stream()
                .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
                .toList();
    }
}
