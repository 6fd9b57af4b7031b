package org.zhengtong.ground.audit.tree;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The 32 bytes of an SM3 digest. */
public final class Digest {
    public static final int LENGTH = 32;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
        }
        return new Digest(bytes.clone());
    }

    static Digest at(byte[] many, int number) {
        return new Digest(Arrays.copyOfRange(many, number * LENGTH, (number + 1) * LENGTH));
    }

    public static Optional<Digest> ofHex(String text) {
        return HEX.matcher(text).matches()
                ? Optional.of(new Digest(HexFormat.of().parseHex(text)))
                : Optional.empty();
    }

    /** Only the one way Base64 writes 32 bytes is read. */
    public static Optional<Digest> ofBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == LENGTH
                            && Base64.getEncoder().encodeToString(bytes).equals(text)
                    ? Optional.of(new Digest(bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
