package org.zhengtong.services.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something happened to a ticket.
 *
 * @param person absent for who did not say who they are
 * @param item absent when it is not known what they came for
 * @param clerk who serves them
 */
public record TicketNews(
        UUID ticket,
        Optional<UUID> person,
        String hall,
        String number,
        Optional<String> item,
        Optional<Integer> window,
        Optional<UUID> clerk,
        What what,
        Instant at) {
    public static final String TOPIC = "queue.changed";

    public enum What {
        TAKEN,
        CHECKED_IN,
        CALLED,
        STARTED,
        MISSED,
        BACK,
        TRANSFERRED,
        DONE,
        CANCELLED,
        EXPIRED
    }
}
