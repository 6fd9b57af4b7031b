package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.BookingChannel;

/**
 * Somebody comes to a hall at a time. It is theirs and cannot be passed on.
 *
 * @param group id of the group that serves them
 * @param item code of the item
 * @param moves how often it was moved to another time
 */
public record Appointment(
        UUID id,
        PersonId person,
        String hall,
        String group,
        String item,
        String itemName,
        Moment moment,
        LocalTime ends,
        BookingChannel channel,
        State state,
        int moves,
        Instant changedAt) {

    public enum State {
        BOOKED,
        /** By the person, or by a clerk at their word. */
        CANCELLED,
        /** By the hall, which is closed then. */
        CLOSED,
        /** They came. */
        KEPT,
        /** They did not come. */
        MISSED,
        /** The time is over, and nobody said whether they came. */
        PASSED
    }

    public boolean isBooked() {
        return state == State.BOOKED;
    }

    /** Whether it can still be moved or cancelled. */
    public boolean isAhead(Instant now) {
        return isBooked() && moment.instant().isAfter(now);
    }

    public boolean isOver(Instant now) {
        return !moment.day().atTime(ends).atZone(Page.ZONE).toInstant().isAfter(now);
    }
}
