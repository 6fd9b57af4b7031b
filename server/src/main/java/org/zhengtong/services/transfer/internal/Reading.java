package org.zhengtong.services.transfer.internal;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What comes of reading a cell, or a value of a JSON document. */
sealed interface Reading {
    record Value(JsonNode node) implements Reading {}

    /** Not to be read; {@code code} names the sentence, {@code words} go into it. */
    record Wrong(String code, List<String> words) implements Reading {
        Wrong(String code, Object... words) {
            this(code, Arrays.stream(words).map(String::valueOf).toList());
        }
    }
}
