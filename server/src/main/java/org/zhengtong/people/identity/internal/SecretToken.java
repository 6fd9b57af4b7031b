package org.zhengtong.people.identity.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.zhengtong.ground.crypto.Sm3;

/** What only a browser holds: 256 random bits. The database holds its digest, which finds it and is worth nothing. */
final class SecretToken {
    private static final int BYTES = 32;

    private SecretToken() {}

    static String fresh(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static byte[] digest(String token) {
        return Sm3.digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
