package org.zhengtong.services.appointments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How somebody stands before a day that opens at a time everybody knows. */
public sealed interface Standing {

    /** There is no queue for the day: it is booked like any other, or not at all. */
    record NoQueue() implements Standing {}

    /** People are let into the waiting room at this time. */
    record NotYet(Instant room, Instant released) implements Standing {}

    /** They are not in the queue, or have missed their turn, and may go to its end. */
    record Outside(Instant released, boolean missedTurn) implements Standing {}

    /**
     * They are in the waiting room, and their place will be drawn; or it will be given in a moment.
     *
     * @param lot the number they take part in the lot with
     * @param together about how many look for their place at the same time
     */
    record InRoom(Rush rush, UUID lot, int together) implements Standing {}

    /**
     * They wait.
     *
     * @param ahead how many are before them
     * @param estimate for how long, at the pace of the last minute; empty when nothing moves
     * @param likely whether there are more seats left than people before them
     */
    record InLine(Rush rush, UUID lot, int place, int ahead, Optional<Duration> estimate, boolean likely)
            implements Standing {}

    /** A seat of the day is kept for them until then; which one, they choose. */
    record Turn(Rush rush, UUID lot, int place, Instant until) implements Standing {}

    /** They booked on their turn. */
    record Booked(Rush rush) implements Standing {}

    /** All seats of the day are taken. */
    record Gone(Rush rush) implements Standing {}
}
