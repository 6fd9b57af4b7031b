package org.zhengtong.services.messages;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.services.cases.StepKind;

/**
 * A step of a case told to the person whose case it is. Its words are the messages {@code messages.what.<step>} and
 * {@code messages.say.<step>}.
 *
 * @param place grows with every message
 * @param read whether it was opened
 * @param carriages what became of it outside the house
 */
public record CaseMessage(
        UUID id,
        long place,
        UUID caseId,
        String receiptNumber,
        String itemName,
        StepKind what,
        Instant at,
        boolean read,
        List<Carriage> carriages) {
    /** Steps the applicant is told of; what happens among those who decide is not among them. */
    public static final Set<StepKind> TOLD = EnumSet.of(
            StepKind.PRECHECK_RETURNED,
            StepKind.CORRECTION_REQUESTED,
            StepKind.CORRECTION_REMINDED,
            StepKind.DEFERRAL_REMINDED,
            StepKind.ACCEPTED,
            StepKind.COUNTED_AS_ACCEPTED,
            StepKind.NOT_ACCEPTED,
            StepKind.NOT_REQUIRED,
            StepKind.PROCEDURE_ANNOUNCED,
            StepKind.SUSPENDED,
            StepKind.RESUMED,
            StepKind.EXTENDED,
            StepKind.DUE_DATE_MOVED,
            StepKind.BODY_CHANGED,
            StepKind.GRANTED,
            StepKind.REFUSED,
            StepKind.DELIVERED,
            StepKind.TERMINATED,
            StepKind.TRANSFERRED);

    public CaseMessage {
        carriages = List.copyOf(carriages);
    }

    /** Whether the applicant has to do something. */
    public boolean wantsAnswer() {
        return switch (what) {
            case PRECHECK_RETURNED, CORRECTION_REQUESTED, CORRECTION_REMINDED, DEFERRAL_REMINDED -> true;
            default -> false;
        };
    }

    /**
     * What became of a letter.
     *
     * @param demonstration whether nothing was really sent
     */
    public record Carriage(
            MessageChannel channel,
            State state,
            boolean demonstration,
            Instant due,
            Optional<NotCarried.Fault> fault,
            Optional<Instant> carriedAt) {

        public enum State {
            WAITING,
            CARRIED,
            /** Tried as often as is sensible, and in vain. */
            GIVEN_UP,
            /** The person stopped the channel before it went. */
            STOPPED
        }
    }
}
