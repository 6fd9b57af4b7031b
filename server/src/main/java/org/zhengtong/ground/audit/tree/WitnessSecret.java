package org.zhengtong.ground.audit.tree;

import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** What a witness signs with. */
public final class WitnessSecret {
    private final String name;
    private final Ed25519PrivateKeyParameters secret;

    private WitnessSecret(String name, Ed25519PrivateKeyParameters secret) {
        this.name = name;
        this.secret = secret;
    }

    public static WitnessSecret make(String name) {
        return new WitnessSecret(name, new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    /** @throws Refused when these are not the bytes of a key, or nobody can be called so */
    public static WitnessSecret of(String name, byte[] bytes) {
        if (bytes.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new Refused(Refusal.NOT_A_KEY);
        }
        return new WitnessSecret(name, new Ed25519PrivateKeyParameters(bytes));
    }

    public byte[] bytes() {
        return secret.getEncoded();
    }

    public NoteKey open() {
        return key();
    }

    private WitnessKey key() {
        return WitnessKey.of(name, secret.generatePublicKey().getEncoded())
                .orElseThrow(() -> new Refused(Refusal.NOT_A_KEY));
    }

    /** That at this time nothing larger and nothing contrary was seen of the log. */
    public NoteSignature cosign(String text, Instant at) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        byte[] statement = WitnessKey.statement(text, at.getEpochSecond());
        signer.update(statement, 0, statement.length);
        return key().signature(at.getEpochSecond(), signer.generateSignature());
    }

    @Override
    public String toString() {
        return "WitnessSecret";
    }
}
