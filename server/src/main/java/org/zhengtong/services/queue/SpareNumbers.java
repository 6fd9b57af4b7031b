package org.zhengtong.services.queue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Numbers a machine holds in reserve. When its connection is lost it goes on giving them; when it is back it says which, and
 * each of them stands in line from the moment it was taken. Telling twice changes nothing.
 */
public interface SpareNumbers {
    /** The numbers of a line that machines give without a connection begin here, so that they meet no others. */
    int FIRST = 5001;

    /**
     * @param group the line they are of
     * @param letter what they begin with
     */
    record Block(UUID id, String group, String letter, int first, int last) {}

    record Spare(LocalDate day, List<Block> blocks) {}

    /** @param ago since it was taken: the clock of a machine may be wrong, and what passed on it is not */
    record Taken(UUID block, int number, Ticket.Priority priority, Duration ago) {}

    enum Outcome {
        /** Stands in line. */
        IN_LINE,
        /** Was told of before. */
        KNOWN,
        /** Its day is over, its line is gone, or nobody set it aside here. */
        VOID
    }

    /** A block of today for each of these lines; lines the hall does not have are left out. */
    Spare setAside(String hall, Set<String> groups);

    /** What became of each, in their order. */
    List<Outcome> tell(String hall, List<Taken> taken, String actor);
}
