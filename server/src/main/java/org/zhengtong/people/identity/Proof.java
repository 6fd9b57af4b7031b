package org.zhengtong.people.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * How a session was proven to be its person's.
 *
 * @param twice whether by two factors (GB/T 22239-2019, 8.1.4.1 d)
 * @param confirmed when its person last proved who they are, not only that they hold the session
 */
public record Proof(SignInWay way, boolean twice, Instant confirmed) {
    public static final Proof ONCE = new Proof(SignInWay.PASSWORD, false, Instant.EPOCH);

    /** So long a proof is good for what could lock its person out, such as a new passkey. */
    public static final Duration FRESH_FOR = Duration.ofMinutes(10);

    public boolean isFreshAt(Instant now) {
        return now.isBefore(confirmed.plus(FRESH_FOR));
    }
}
