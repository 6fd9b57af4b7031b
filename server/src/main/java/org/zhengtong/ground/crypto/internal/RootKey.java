package org.zhengtong.ground.crypto.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.KeyParameter;
import org.zhengtong.ground.start.CannotStart;

/**
 * The key that wraps all others, kept in the key store {@code root.p12} (PKCS #12) and opened by the password once at
 * the start. What it wraps is bound to its name, so no key can be put in another's place.
 */
final class RootKey {
    private static final String FILE = "root.p12";
    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "root";

    /** Java's key store has no word for SM4; this one says only that the key is 16 bytes for a block cipher. */
    private static final String ALGORITHM = "AES";

    private static final int LENGTH = 16;
    /** Of PBKDF2 with HMAC-SHA-256, as the OWASP password storage rules ask for. */
    private static final String ROUNDS = "600000";

    private static final String ROUNDS_OF_RANDOM_BITS = "10000";

    private final KeyParameter key;
    private final SecureRandom random;

    private RootKey(KeyParameter key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    static RootKey open(KeyFolder folder, Password password, SecureRandom random) {
        byte[] store = folder.read(FILE).orElseGet(() -> folder.writeOnce(FILE, make(password, random)));
        return new RootKey(new KeyParameter(read(folder, store, password)), random);
    }

    /** @return nonce (12 bytes), cipher text, tag (16) */
    byte[] wrap(byte[] secret, String name) {
        byte[] nonce = new byte[Sm4Gcm.NONCE];
        random.nextBytes(nonce);
        byte[] wrapped = Arrays.copyOf(nonce, Sm4Gcm.NONCE + secret.length + Sm4Gcm.TAG);
        Sm4Gcm.seal(key, nonce, beside(name), secret, wrapped, Sm4Gcm.NONCE);
        return wrapped;
    }

    /** @return empty when it was wrapped under another key or another name */
    Optional<byte[]> unwrap(byte[] wrapped, String name) {
        if (wrapped.length < Sm4Gcm.NONCE + Sm4Gcm.TAG) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(wrapped, Sm4Gcm.NONCE);
        return Sm4Gcm.open(key, nonce, beside(name), wrapped, Sm4Gcm.NONCE);
    }

    private static byte[] beside(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** What somebody thought of is derived slowly; 256 random bits gain nothing by it, and the program starts a second sooner. */
    private static byte[] make(Password password, SecureRandom random) {
        String rounds = password.chosen() ? ROUNDS : ROUNDS_OF_RANDOM_BITS;
        Security.setProperty("keystore.pkcs12.keyPbeIterationCount", rounds);
        Security.setProperty("keystore.pkcs12.macIterationCount", rounds);
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            store.setEntry(
                    ALIAS,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes, ALGORITHM)),
                    new KeyStore.PasswordProtection(password.characters()));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            store.store(content, password.characters());
            return content.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the root key could not be made", e);
        }
    }

    private static byte[] read(KeyFolder folder, byte[] content, Password password) {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(content), password.characters());
            return store.getKey(ALIAS, password.characters()).getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(
                    "The key store " + folder.path().resolve(FILE) + " does not open.",
                    "Set ZT_KEYSTORE_PASSWORD to the password it was made with; without it the one in the file"
                            + " password beside it counts.",
                    e);
        }
    }
}
