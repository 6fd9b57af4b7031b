package org.zhengtong.services.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A try to deliver a message. With neither status nor fault it was broken off, or is under way.
 *
 * @param number counts from 1 within the message
 * @param status what the receiver answered
 */
public record Attempt(
        int number, Instant at, Optional<Integer> status, Optional<Fault> fault, Optional<Duration> took) {

    /** Why there was no answer. */
    public enum Fault {
        UNKNOWN_HOST,
        /** The name leads into a network that is not allowed. */
        INSIDE,
        NO_CONNECTION,
        /** The certificate is not trusted, or not of this host. */
        NO_TRUST,
        TOO_SLOW,
        /** What came back is not HTTP. */
        NO_HTTP
    }
}
