package org.zhengtong.people.identity.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PasswordCost;

/**
 * Argon2id (RFC 9106) at {@link PasswordCost#STRONG}, one lane, a salt of 128 and a hash of 256 bits. What is kept carries its parameters, so they can grow. Two are
 * computed at a time: a flood of sign-ins waits instead of taking the memory of everybody else.
 */
@Component
class Passwords {
    private static final int HASH = 32;
    private final PasswordCost cost;
    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns = new Semaphore(2, true);
    private final String nobodys;

    @Autowired
    Passwords(ObjectProvider<PasswordCost> cost) {
        this(cost.getIfAvailable(() -> PasswordCost.STRONG));
    }

    Passwords(PasswordCost cost) {
        this.cost = cost;
        this.argon2 = new Argon2PasswordEncoder(16, HASH, 1, cost.memory(), cost.passes());
        this.nobodys = argon2.encode("the password of an account that does not exist");
    }

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

    /**
     * The same work for a secret that is compared under a key, not kept with its parameters.
     *
     * @param salt at least 16 bytes that no other secret has
     * @return 32 bytes
     */
    byte[] stretch(String secret, byte[] salt) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(1)
                .build());
        byte[] stretched = new byte[HASH];
        turns.acquireUninterruptibly();
        try {
            argon.generateBytes(secret.getBytes(StandardCharsets.UTF_8), stretched);
        } finally {
            turns.release();
        }
        return stretched;
    }

    /** One keyboard sends a letter with its accent as one character, another as two. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
