package org.zhengtong.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a person has on their telephone: shows codes of a secret that was typed in (RFC 6238). */
public final class Authenticator {
    private static final Pattern KEY = Pattern.compile("<b>([A-Z2-7 ]{39})</b>");
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private final byte[] secret;

    private Authenticator(byte[] secret) {
        this.secret = secret;
    }

    /** Takes in the key that stands on the page of enrolment. */
    public static Authenticator typed(String page) {
        Matcher key = KEY.matcher(page);
        if (!key.find()) {
            throw new AssertionError("no key on " + page);
        }
        ByteBuffer bytes = ByteBuffer.allocate(20);
        long held = 0;
        int bits = 0;
        for (char sign : key.group(1).replace(" ", "").toCharArray()) {
            held = (held << 5) | SIGNS.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return new Authenticator(bytes.array());
    }

    public String code(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xF) & 0x7FFFFFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
