package org.zhengtong.ground.audit.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.zhengtong.ground.crypto.Sm3;

/**
 * What is digested of a leaf. Every text is preceded by its length and the facts stand in the order of their names, so
 * that two different leaves never give the same bytes; the first byte is the number of this layout.
 */
final class Chain {
    static final int DIGEST = 32;
    private static final byte LAYOUT = 1;

    private Chain() {}

    static byte[] beginning() {
        return new byte[DIGEST];
    }

    static byte[] digest(
            UUID subject,
            long subjectSequence,
            byte[] previous,
            String action,
            String actor,
            Instant at,
            Map<String, String> facts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(256);
        content.write(LAYOUT);
        content.writeBytes(ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .putLong(subjectSequence)
                .putLong(Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000))
                .array());
        content.writeBytes(previous);
        write(content, action);
        write(content, actor);
        new TreeMap<>(facts).forEach((name, value) -> {
            write(content, name);
            write(content, value);
        });
        return Sm3.digest(content.toByteArray());
    }

    private static void write(ByteArrayOutputStream content, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        content.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        content.writeBytes(bytes);
    }
}
