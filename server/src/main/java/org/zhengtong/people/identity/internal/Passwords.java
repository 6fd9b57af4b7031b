package org.zhengtong.people.identity.internal;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes, one lane, a salt of 128 and a hash of 256 bits: the least that OWASP's
 * password storage rules accept, about 50 ms here. What is kept carries its parameters, so they can grow. Two are
 * computed at a time: a flood of sign-ins waits instead of taking the memory of everybody else.
 */
@Component
class Passwords {
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore turns = new Semaphore(2, true);
    private final String nobodys = argon2.encode("the password of an account that does not exist");

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return argon2.encode(composed(password));
        } finally {
            turns.release();
        }
    }

    /** Takes as long for an account without password, or no account at all, as for a wrong password. */
    boolean matches(String password, Optional<String> hash) {
        turns.acquireUninterruptibly();
        try {
            return argon2.matches(composed(password), hash.orElse(nobodys)) && hash.isPresent();
        } finally {
            turns.release();
        }
    }

    /** One keyboard sends a letter with its accent as one character, another as two. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
