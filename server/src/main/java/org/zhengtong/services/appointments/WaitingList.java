package org.zhengtong.services.appointments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.halls.BookingChannel;

/**
 * Who waits for a time, first come, first served. A seat that comes free is held for whoever waits longest for such a day;
 * they are told, and take it or leave it. Whoever leaves it, or is silent, has had their turn and may ask again.
 */
public interface WaitingList {
    /** So long a seat is held by day; one that comes free in the evening or at night, until ten in the morning. */
    Duration HELD = Duration.ofHours(2);

    /** What came of asking. */
    sealed interface Answer {
        record Waits(Waiting waiting) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    /** Who waits for the same group already waits on, for these days, with the same turn. */
    Answer ask(SignedIn me, String hall, String item, LocalDate from, LocalDate until, BookingChannel channel);

    List<Waiting> of(SignedIn me);

    /** @throws org.zhengtong.ground.web.Problem 404 when it is not theirs, or over */
    void leave(SignedIn me, UUID waiting);

    /** Takes what is held for them. */
    Appointments.Answer take(SignedIn me, UUID appointment);
}
