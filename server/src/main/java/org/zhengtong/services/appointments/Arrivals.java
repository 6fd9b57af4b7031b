package org.zhengtong.services.appointments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;

/** People come to the hall: their appointment becomes their ticket. */
public interface Arrivals {
    /** Who booked is let in this long before their time. */
    Duration EARLIEST = Duration.ofHours(1);

    /** So long before their time people are used to come. */
    Duration USUALLY_EARLY = Duration.ofMinutes(10);

    /** What came of it. */
    sealed interface Answer {
        record Came(Appointment appointment) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    /** Where somebody is to come; empty when there is no such appointment. */
    Optional<String> hallOf(UUID appointment);

    /**
     * In the running transaction. Somebody who comes late on the day has come all the same.
     *
     * @throws org.zhengtong.ground.web.Problem 404 when there is no such appointment
     */
    Answer arrive(UUID appointment, String actor);

    /** Booked in this hall for today, and not come yet. */
    List<Appointment> today(PersonId person, String hall);

    /** Who is to come to this hall today with this number. */
    Optional<Appointment> todayWithNumber(String hall, String number);

    /** Who booked for the day and has not come yet, in the order of their times. */
    List<Appointment> expected(String hall, LocalDate day);
}
