package org.zhengtong.people.identity;

import java.util.List;

/**
 * What is wrong with one field of a form.
 *
 * @param sentence key of the sentence in the message files
 * @param values put into the sentence
 */
public record WrongField(String field, String sentence, List<Object> values) {
    public WrongField(String field, String sentence, Object... values) {
        this(field, sentence, List.of(values));
    }
}
