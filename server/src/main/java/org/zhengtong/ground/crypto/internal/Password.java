package org.zhengtong.ground.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the key store.
 *
 * @param chosen by somebody, and not made of random bits
 */
record Password(String value, boolean chosen) {
    private static final Logger LOG = LoggerFactory.getLogger(Password.class);
    private static final String FILE = "password";

    /** The given one, or the one kept in the folder, or a new one. */
    static Password of(KeyFolder folder, @Nullable String given, SecureRandom random) {
        if (given != null && !given.isBlank()) {
            return new Password(given, true);
        }
        byte[] kept = folder.read(FILE).orElseGet(() -> {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            LOG.warn(
                    "The password of the key store was made and stands in {}: for real records set ZT_KEYSTORE_PASSWORD and move it away",
                    folder.path().resolve(FILE));
            return folder.writeOnce(FILE, made.getBytes(StandardCharsets.US_ASCII));
        });
        return new Password(new String(kept, StandardCharsets.US_ASCII).strip(), false);
    }

    char[] characters() {
        return value.toCharArray();
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
