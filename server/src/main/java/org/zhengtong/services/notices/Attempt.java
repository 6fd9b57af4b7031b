package org.zhengtong.services.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.zhengtong.ground.calls.Fault;

/**
 * A try to deliver a message. With neither status nor fault it was broken off, or is under way.
 *
 * @param number counts from 1 within the message
 * @param status what the receiver answered
 */
public record Attempt(
        int number, Instant at, Optional<Integer> status, Optional<Fault> fault, Optional<Duration> took) {}
