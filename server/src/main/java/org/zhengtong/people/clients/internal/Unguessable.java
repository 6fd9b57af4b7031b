package org.zhengtong.people.clients.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.zhengtong.ground.crypto.Sm3;

/** What only a client holds: 256 random bits. The database holds its digest, which finds it and is worth nothing. */
final class Unguessable {
    private static final int BYTES = 32;

    /** From the system, never from the replaceable bean: whoever knew the seed could sign in as anybody. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private Unguessable() {}

    static String drawn() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static byte[] digest(String value) {
        return Sm3.digest(value.getBytes(StandardCharsets.UTF_8));
    }
}
