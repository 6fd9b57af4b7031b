package org.zhengtong.ground.audit.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The open key of who signs notes, written as C2SP {@code signed-note} writes verifier keys:
 * {@code <name>+<number>+<kind and key>}.
 */
public sealed interface NoteKey permits Sm2NoteKey, WitnessKey {
    Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{C}+]{1,255}");
    Pattern WRITTEN = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");

    String name();

    /** What kind of key it is, and the key itself. */
    byte[] material();

    boolean hasSigned(String text, byte[] signature);

    /** The first four bytes of SHA-256 over name and material: it finds the key and proves nothing. */
    default int id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name() + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(material())).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    default String written() {
        return name() + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(material());
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws Refused when it is not the key of a log or a witness */
    static NoteKey parse(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches() || !isName(parts.group(1))) {
            throw new Refused(Refusal.NOT_A_KEY);
        }
        return key(parts.group(1), parts.group(3))
                .filter(key -> key.written().equals(written.strip()))
                .orElseThrow(() -> new Refused(Refusal.NOT_A_KEY));
    }

    private static Optional<NoteKey> key(String name, String material) {
        try {
            byte[] bytes = Base64.getDecoder().decode(material);
            if (Sm2NoteKey.isKind(bytes)) {
                return Sm2NoteKey.of(name, Arrays.copyOfRange(bytes, Sm2NoteKey.KIND.length, bytes.length))
                        .map(NoteKey.class::cast);
            }
            return bytes.length > 0 && bytes[0] == WitnessKey.KIND
                    ? WitnessKey.of(name, Arrays.copyOfRange(bytes, 1, bytes.length))
                            .map(NoteKey.class::cast)
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
