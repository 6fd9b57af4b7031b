package org.zhengtong.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds words in bytes, many at once: by their first eight bytes, and then whole. */
final class HiddenWords {
    private final Map<Long, List<byte[]>> byBeginning = new HashMap<>();

    /** @param words of eight bytes or more */
    HiddenWords(Collection<String> words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            byBeginning
                    .computeIfAbsent(ByteBuffer.wrap(bytes).getLong(), _ -> new ArrayList<>())
                    .add(bytes);
        }
    }

    Set<String> in(byte[] content) {
        Set<String> found = new TreeSet<>();
        ByteBuffer view = ByteBuffer.wrap(content);
        for (int i = 0; i + Long.BYTES <= content.length; i++) {
            for (byte[] word : byBeginning.getOrDefault(view.getLong(i), List.of())) {
                if (i + word.length <= content.length
                        && Arrays.equals(content, i, i + word.length, word, 0, word.length)) {
                    found.add(new String(word, StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }
}
