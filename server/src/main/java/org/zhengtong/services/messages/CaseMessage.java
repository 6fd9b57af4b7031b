package org.zhengtong.services.messages;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.services.cases.StepKind;

/**
 * What a person is told in the house: a step of a case of theirs, what happened to a licence they hold, that somebody may
 * act for somebody, of an appointment, or that their turn in a hall is near. Its words are the messages {@code messages.what.<what>} and {@code messages.say.<what>}.
 *
 * @param place grows with every message
 * @param receiptNumber of a case; of a licence the serial number within its identifier; of an appointment day and time;
 *     of who waits in a hall their number; empty of a mandate
 * @param inLine of who waits in a hall
 * @param itemName name of the item, of the type of licence, of whom the other one of a mandate is, or of the hall
 * @param what name of the {@link StepKind}, or {@code LICENCE_}, {@code MANDATE_} or {@code APPOINTMENT_} and the name of
 *     what was done, or {@link #TICKET_NEAR}
 * @param read whether it was opened
 * @param carriages what became of it outside the house
 */
public record CaseMessage(
        UUID id,
        long place,
        Optional<UUID> caseId,
        Optional<UUID> licence,
        Optional<UUID> mandate,
        Optional<UUID> appointment,
        Optional<InLine> inLine,
        String receiptNumber,
        String itemName,
        String what,
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

    /** Of a licence's end, before which it is to be renewed. */
    public static final String LICENCE_ENDING = "LICENCE_ENDING";

    /** Of a mandate the agent has to take on. */
    public static final String MANDATE_OFFERED = "MANDATE_OFFERED";

    /** Of who waits in a hall and is called soon. */
    public static final String TICKET_NEAR = "TICKET_NEAR";

    private static final Set<String> WANTING = Set.of(
            StepKind.PRECHECK_RETURNED.name(),
            StepKind.CORRECTION_REQUESTED.name(),
            StepKind.CORRECTION_REMINDED.name(),
            StepKind.DEFERRAL_REMINDED.name(),
            LICENCE_ENDING,
            MANDATE_OFFERED);

    public CaseMessage {
        carriages = List.copyOf(carriages);
    }

    /** Where what it tells of is looked at. */
    public String page() {
        return caseId.map(id -> "/my/cases/" + id)
                .or(() -> licence.map(id -> "/my/licences/" + id))
                .or(() -> mandate.map(id -> "/my/mandates/" + id))
                .or(() -> appointment.map(id -> "/my/appointments/" + id))
                .or(() -> inLine.map(one -> "/tickets/" + one.ticket()))
                .orElse("/my");
    }

    /** What stands in the sentence {@code messages.say.<what>}. */
    public Object[] values() {
        return inLine.map(one -> new Object[] {one.before()}).orElseGet(() -> new Object[0]);
    }

    /** Whether the applicant has to do something. */
    public boolean wantsAnswer() {
        return WANTING.contains(what);
    }

    /** @param before how many are called before them */
    public record InLine(UUID ticket, int before) {}

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
