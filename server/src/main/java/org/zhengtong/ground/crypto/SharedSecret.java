package org.zhengtong.ground.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What two programs sign their messages with: HMAC-SHA-256, which every department's system has at hand. Shown once, when
 * it is made.
 */
public record SharedSecret(String value) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    /** From the system, never from the replaceable bean: whoever knew the seed could sign in another's name. */
    private static final SecureRandom RANDOM = new SecureRandom();

    public static SharedSecret drawn() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SharedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SM3 in hexadecimal: what is kept where it is enough to know the secret again. */
    public String digest() {
        return HexFormat.of().formatHex(Sm3.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code sha256=} and the HMAC of the text in hexadecimal. */
    public String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether the signature is that of the text; takes the same time whether it is or not. */
    public boolean hasSigned(String text, String signature) {
        return MessageDigest.isEqual(
                signature(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Never the secret: whoever reads it in a log could sign with it. */
    @Override
    public String toString() {
        return "SharedSecret";
    }
}
