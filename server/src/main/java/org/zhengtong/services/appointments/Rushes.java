package org.zhengtong.services.appointments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.halls.BookingChannel;

/**
 * The queue for a day that opens at a time everybody knows. Whoever is in the waiting room at that time has a place drawn by
 * lot; who comes later stands behind. Looking again, or from other devices, changes nothing: the place is the person's.
 */
public interface Rushes {

    /** What came of going in. */
    sealed interface Entry {
        /** Also for somebody who was in it already. */
        record In(Standing standing) implements Entry {}

        record Refused(Refusal why) implements Entry {}
    }

    /**
     * @param item code of the item
     * @param channel by which they look; whoever is in the queue stands in it by the way they came
     */
    Standing standing(SignedIn me, String hall, String item, LocalDate day, BookingChannel channel);

    Entry enter(SignedIn me, String hall, String item, LocalDate day, BookingChannel channel);

    /** When it is worth looking again; empty when nothing changes any more. */
    Optional<Duration> askAgain(SignedIn me, Standing standing);

    /**
     * What the lot can be checked with once it was drawn.
     *
     * @param lots those of everybody who took part, in the order drawn: ascending by SM3 of seed and lot, both as text
     */
    record Drawing(Rush rush, List<UUID> lots) {
        public Drawing {
            lots = List.copyOf(lots);
        }
    }

    Optional<Drawing> drawing(UUID rush);
}
