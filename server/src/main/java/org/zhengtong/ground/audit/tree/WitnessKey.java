package org.zhengtong.ground.audit.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The Ed25519 key of a witness, whose signatures carry the time (C2SP {@code tlog-cosignature}, version 1). */
public final class WitnessKey implements NoteKey {
    static final byte KIND = 4;
    private static final int KEY = 32;
    private static final int SIGNATURE = 64;

    private final String name;
    private final byte[] key;

    private WitnessKey(String name, byte[] key) {
        this.name = name;
        this.key = key;
    }

    static Optional<WitnessKey> of(String name, byte[] key) {
        return key.length == KEY && NoteKey.isName(name)
                ? Optional.of(new WitnessKey(name, key.clone()))
                : Optional.empty();
    }

    /** What a witness signs: that it saw nothing larger and nothing contrary at this time. */
    static byte[] statement(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    NoteSignature signature(long seconds, byte[] signature) {
        return new NoteSignature(
                name,
                id(),
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] material() {
        return ByteBuffer.allocate(1 + KEY).put(KIND).put(key).array();
    }

    @Override
    public boolean hasSigned(String text, byte[] signature) {
        if (signature.length != Long.BYTES + SIGNATURE) {
            return false;
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        if (seconds < 0) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key));
        byte[] statement = statement(text, seconds);
        verifier.update(statement, 0, statement.length);
        return verifier.verifySignature(Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }
}
