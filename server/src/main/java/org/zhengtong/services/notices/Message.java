package org.zhengtong.services.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something a receiver is told, with every try of it.
 *
 * @param place grows with every message
 * @param about the receipt number of the case; empty for a trial
 * @param due when it is tried next, while it waits
 */
public record Message(
        UUID id, long place, String topic, String about, Instant at, State state, Instant due, List<Attempt> attempts) {

    /** What became of it. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Tried as often as is sensible, and in vain. */
        GIVEN_UP
    }
}
