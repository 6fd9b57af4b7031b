package org.zhengtong.services.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.queue.Ticket.Origin;
import org.zhengtong.services.queue.Ticket.Priority;

/** Numbers of those who come. */
public interface Tickets {
    /** A family takes at most so many at a time. */
    int MOST_TOGETHER = 4;

    /**
     * @param group id of the group that serves what they came for
     * @param item code of the item, when it is known
     * @param together for how many who are served one after the other
     */
    record Wish(String hall, String group, Optional<String> item, Priority priority, int together) {}

    /** What came of it. */
    sealed interface Answer {
        /** One number for each who came together. */
        record Given(List<Ticket> tickets) implements Answer {}

        record Refused(QueueRefusal why) implements Answer {}
    }

    /**
     * Gives a number. Whoever booked for today is given the one they booked with, and never a second.
     *
     * @param person absent for who did not say who they are
     * @param actor for the audit log
     */
    Answer take(Wish wish, Optional<PersonId> person, Origin origin, String actor);

    /**
     * The appointment becomes its ticket; once more, the same ticket is given.
     *
     * @param appointment of the person who stands here, which the caller has made sure of
     */
    Answer checkIn(UUID appointment, Priority priority, String actor);

    Optional<Ticket> find(UUID id);

    /** The numbers of those who came together, in their order. */
    List<Ticket> party(UUID party);

    /** Today's of this person that are not over, in all halls. */
    List<Ticket> openOf(PersonId person);

    /** How it stands with who waits: those before them and how long it may take. */
    Standing standing(Ticket ticket);

    /**
     * @param before how many are called before them
     * @param expected how long it may take; empty when no window serves them at the moment or, by the roster, soon
     */
    record Standing(int before, Optional<WaitRange> expected) {
        /** So few others, or so little time, that whoever waits should be in the hall. */
        public static final int NEAR_BEFORE = 3;

        public static final Duration NEAR_WAIT = Duration.ofMinutes(10);

        /** As long as nobody serves them nothing is near, however few are before them. */
        public boolean isNear() {
            return expected.filter(
                            wait -> before <= NEAR_BEFORE || wait.middle().compareTo(NEAR_WAIT) < 0)
                    .isPresent();
        }
    }

    /** They need no number any more. */
    Answer cancel(UUID id, String actor);

    /** Who was called and did not come stands in line again, some places back. */
    Answer comeBack(UUID id, String actor);
}
