package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether every case stands as its steps tell; all of them are looked through every night. */
public interface CaseHistories {
    int PAGE_SIZE = 50;

    /** @param total how many there are on all pages */
    record Found(List<HistoryFault> rows, int total) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The last time all cases were looked through.
     *
     * @param cases how many there were
     * @param faulty of how many something does not add up
     */
    record Round(Instant at, long cases, long faulty) {}

    /**
     * The newest first.
     *
     * @param bodies whose cases
     * @param page counts from 1
     */
    Found faults(Set<String> bodies, int page);

    /** How many there are in the cases of these bodies. */
    int count(Set<String> bodies);

    Optional<Round> lastRound();
}
