package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
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
 * @param heldUntil how long an offered time is kept for them
 * @param number by which they are called on the day: it says when they come, such as A0930-2
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
        Instant changedAt,
        Optional<Instant> heldUntil,
        String number) {

    public enum State {
        /** Came free and is held for them, who waited for it. */
        OFFERED,
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
        PASSED,
        /** Was offered and not taken in time. */
        LAPSED
    }

    /** The same in another state. */
    public Appointment in(State other, Instant now) {
        return new Appointment(
                id,
                person,
                hall,
                group,
                item,
                itemName,
                moment,
                ends,
                channel,
                other,
                moves,
                now,
                Optional.empty(),
                number);
    }

    public boolean isBooked() {
        return state == State.BOOKED;
    }

    /** Whether a seat is theirs, booked or held for them. */
    public boolean isOpen() {
        return isBooked() || state == State.OFFERED;
    }

    /** Whether it can still be given back and, when it is booked, moved. */
    public boolean isAhead(Instant now) {
        return isOpen() && moment.instant().isAfter(now);
    }

    public boolean isOver(Instant now) {
        return !endsAt().isAfter(now);
    }

    public Instant endsAt() {
        return moment.day().atTime(ends).atZone(Page.ZONE).toInstant();
    }
}
