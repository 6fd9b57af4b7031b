package org.zhengtong.services.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * The turn of somebody who waits is near; told once for all who came together.
 *
 * @param before how many are called before them
 */
public record TicketNear(
        UUID ticket, UUID person, String hall, String hallName, String number, int before, Instant at) {
    public static final String TOPIC = "queue.near";
}
