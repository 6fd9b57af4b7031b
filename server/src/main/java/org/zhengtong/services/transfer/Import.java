package org.zhengtong.services.transfer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;

/**
 * A file of entries on its way into the catalogue, and what came of it.
 *
 * @param body the body of who began it
 * @param submit whether its drafts are handed to review, for {@code reason}
 * @param done how far this step is, of {@code total}; a total of 0 is not known
 * @param faults how many keep it out; with one, nothing is kept
 * @param unchanged entries that say what is published already: no draft was made
 */
public record Import(
        UUID id,
        String fileName,
        long bytes,
        PersonId by,
        String byName,
        Uscc body,
        boolean submit,
        String reason,
        Step step,
        boolean cancelled,
        int done,
        int total,
        int faults,
        int unchanged,
        Instant startedAt,
        Optional<Instant> finishedAt) {

    /** The steps, in their order, and the four ends. */
    public enum Step {
        WAITING,
        READING,
        CHECKING,
        KEEPING,
        DONE,
        REFUSED,
        CANCELLED,
        BROKEN;

        public boolean isOver() {
            return compareTo(DONE) >= 0;
        }
    }

    /** Of a hundred; nothing when it cannot be said. */
    public Optional<Integer> percent() {
        return total > 0 ? Optional.of(Math.min(100, (int) (100L * done / total))) : Optional.empty();
    }
}
