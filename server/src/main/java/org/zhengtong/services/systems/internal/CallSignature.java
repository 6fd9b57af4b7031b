package org.zhengtong.services.systems.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zhengtong.services.systems.SignedCall;
import org.zhengtong.services.systems.SystemSecret;

/** HMAC-SHA-256 in the shape of the house's own messages, see docs/webhooks.md. */
final class CallSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private CallSignature() {}

    static boolean isBy(SystemSecret secret, SignedCall call) {
        return MessageDigest.isEqual(ascii(of(secret, call.text())), ascii(call.signature()));
    }

    static String of(SystemSecret secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
