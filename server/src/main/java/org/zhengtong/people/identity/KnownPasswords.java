package org.zhengtong.people.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The passwords of ten characters and more that stand among the million most used of those that leaked, and some of this
 * country. Kept as sorted 64-bit digests: a megabyte, in which a password that is not there is found once in 10^14.
 */
final class KnownPasswords {
    private static final String FILE = "/people/identity/known-passwords.txt.gz";

    private KnownPasswords() {}

    /** @param folded as {@link PasswordRules#folded} writes it */
    static boolean contain(String folded) {
        return Arrays.binarySearch(Digests.SORTED, digest(sha256(), folded)) >= 0;
    }

    private static long digest(MessageDigest sha256, String text) {
        return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Read when the first password is chosen. */
    private static final class Digests {
        private static final long[] SORTED = read();

        private static long[] read() {
            MessageDigest sha256 = sha256();
            try (InputStream file = Objects.requireNonNull(KnownPasswords.class.getResourceAsStream(FILE));
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
                return lines.lines()
                        .mapToLong(line -> digest(sha256, PasswordRules.folded(line)))
                        .sorted()
                        .toArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
