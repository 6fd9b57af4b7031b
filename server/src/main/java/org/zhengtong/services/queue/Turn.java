package org.zhengtong.services.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.zhengtong.services.queue.Ticket.Priority;

/**
 * Where somebody stands in line is a point in time, and whoever has the earliest is next. Who simply comes has the moment
 * they came. Who goes first, or booked, has one some minutes earlier than they came or booked for: so they are before those
 * who came shortly before them and never before those who have waited longer than that. Nobody starves.
 */
public final class Turn {
    /** Of those who go first (优先). */
    public static final Duration PRIORITY = Duration.ofMinutes(20);

    /** Of those who booked, before the time they booked. */
    public static final Duration APPOINTMENT = Duration.ofMinutes(60);

    /** After how many others somebody is called again who was called and did not come. */
    public static final int PLACES_BACK = 3;

    private Turn() {}

    public static Instant comes(Instant now, Priority priority) {
        return ahead(now, priority);
    }

    /** Whoever comes after the time they booked is over stands in line like those who did not book. */
    public static Instant booked(Instant starts, Instant ends, Instant now, Priority priority) {
        return now.isAfter(ends) ? comes(now, priority) : ahead(starts.minus(APPOINTMENT), priority);
    }

    /**
     * @param own the turn they had
     * @param line the turns of those who wait, earliest first
     */
    public static Instant comesBack(Instant own, List<Instant> line) {
        if (line.isEmpty()) {
            return own;
        }
        Instant after = line.get(Math.min(PLACES_BACK, line.size()) - 1).plusMillis(1);
        return after.isAfter(own) ? after : own;
    }

    private static Instant ahead(Instant turn, Priority priority) {
        return priority == Priority.NONE ? turn : turn.minus(PRIORITY);
    }
}
