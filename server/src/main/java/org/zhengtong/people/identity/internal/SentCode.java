package org.zhengtong.people.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** A code that goes to a telephone: six digits, compared in the same time whatever was typed. */
final class SentCode {
    static final Duration HOLDS = Duration.ofMinutes(10);
    static final int MOST_TRIES = 5;

    private SentCode() {}

    static String fresh(RandomGenerator random) {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    /** Also of a code on paper: case, hyphens and blanks are people's habit. */
    static boolean isRight(String code, String typed) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8),
                RecoveryCodes.plain(typed).getBytes(StandardCharsets.UTF_8));
    }
}
