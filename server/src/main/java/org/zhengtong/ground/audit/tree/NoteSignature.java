package org.zhengtong.ground.audit.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A line below a note: an em dash, the name of the key, and in Base64 its number and the signature. */
public final class NoteSignature {
    private static final String DASH = "— ";

    private final String name;
    private final int id;
    private final byte[] signature;

    NoteSignature(String name, int id, byte[] signature) {
        this.name = name;
        this.id = id;
        this.signature = signature.clone();
    }

    /** Only the one way Base64 writes a signature is read. */
    static Optional<NoteSignature> parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !"—".equals(parts[0]) || !NoteKey.isName(parts[1])) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getDecoder().decode(parts[2]);
            return content.length <= Integer.BYTES
                            || !Base64.getEncoder().encodeToString(content).equals(parts[2])
                    ? Optional.empty()
                    : Optional.of(new NoteSignature(
                            parts[1],
                            ByteBuffer.wrap(content).getInt(),
                            Arrays.copyOfRange(content, Integer.BYTES, content.length)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public String line() {
        byte[] content = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(id)
                .put(signature)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(content);
    }

    String name() {
        return name;
    }

    int id() {
        return id;
    }

    byte[] signature() {
        return signature.clone();
    }
}
