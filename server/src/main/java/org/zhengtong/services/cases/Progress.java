package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.MaskedName;

/**
 * How far a matter is, as far as somebody may know who holds its receipt but is not signed in: nothing that was
 * answered, handed in or said.
 *
 * @param next who acts next
 * @param clocks as they stand on the day of asking
 */
public record Progress(
        String receiptNumber,
        String itemName,
        String bodyName,
        MaskedName applicant,
        Instant filedAt,
        CaseState state,
        Optional<Outcome> outcome,
        Next next,
        List<DueDate> clocks) {

    /** Whose turn it is. */
    public enum Next {
        BODY,
        APPLICANT,
        NOBODY
    }

    public static Progress of(CaseFile file) {
        return new Progress(
                file.receiptNumber(),
                file.itemName(),
                file.bodyName(),
                MaskedName.of(file.applicantName()),
                file.filedAt(),
                file.state(),
                file.standing().outcome(),
                next(file),
                file.clocks());
    }

    /** The clock that runs now. */
    public Optional<DueDate> pressing() {
        return clocks.stream().filter(DueDate::isRunning).findFirst();
    }

    private static Next next(CaseFile file) {
        if (!file.toCorrect().isEmpty()) {
            return Next.APPLICANT;
        }
        return file.state().isOpen() ? Next.BODY : Next.NOBODY;
    }
}
