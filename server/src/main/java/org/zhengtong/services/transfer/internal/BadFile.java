package org.zhengtong.services.transfer.internal;

import java.util.Arrays;
import java.util.List;

/** A file that cannot be read at all; {@code code} names the sentence. */
final class BadFile extends Exception {
    private final String code;
    private final transient List<String> words;

    BadFile(String code, Object... words) {
        super(code, null, false, false);
        this.code = code;
        this.words = Arrays.stream(words).map(String::valueOf).toList();
    }

    String code() {
        return code;
    }

    List<String> words() {
        return words;
    }
}
