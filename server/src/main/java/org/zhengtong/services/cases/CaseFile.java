package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * A whole case, as those may read it whose case it is: the applicant, and staff of the competent body.
 *
 * @param version grows with every change; a command names the version it was decided on
 * @param assignee the member of staff who has it in hand
 * @param situations situation id → answer id
 * @param answers field id → answer
 * @param licence the licence issued with the grant
 * @param joint the one thing it is a part of
 * @param clocks as they stand on the day of reading
 */
public record CaseFile(
        CaseId id,
        long version,
        String caseNumber,
        String receiptNumber,
        ItemCode item,
        int itemVersion,
        String itemName,
        String bodyUscc,
        String bodyName,
        Party applicant,
        String applicantName,
        PersonId agent,
        Channel channel,
        Instant filedAt,
        CaseStanding standing,
        int statutoryDays,
        int promisedDays,
        Optional<PersonId> assignee,
        Optional<String> assigneeName,
        Map<String, String> situations,
        Map<String, String> answers,
        List<HandedIn> materials,
        Optional<UUID> licence,
        Optional<UUID> joint,
        List<CaseStep> steps,
        List<DueDate> clocks) {

    public CaseState state() {
        return standing.state();
    }

    public Receipt receipt() {
        return new Receipt(id, caseNumber, receiptNumber, filedAt);
    }

    /** The moment at which the next step is dated: never before the last one, even when the machine's clock was set back. */
    public Instant notBefore(Instant now) {
        return steps.isEmpty() || steps.getLast().at().isBefore(now)
                ? now
                : steps.getLast().at();
    }

    /** The newest step of this kind. */
    public Optional<CaseStep> step(StepKind kind) {
        return steps.reversed().stream().filter(step -> step.kind() == kind).findFirst();
    }

    /** The number of the document that one of the steps of a kind made; empty when there is none. */
    public String document(StepKind kind, int which) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .skip(which)
                .findFirst()
                .flatMap(CaseStep::document)
                .orElse("");
    }

    /** What the correction notice asks for, or the precheck advises, while it is awaited. */
    public List<Finding> toCorrect() {
        return switch (state()) {
            case CORRECTION_REQUESTED -> findings(StepKind.CORRECTION_REQUESTED);
            case PRECHECK_RETURNED -> findings(StepKind.PRECHECK_RETURNED);
            default -> List.of();
        };
    }

    private List<Finding> findings(StepKind kind) {
        return step(kind).map(CaseStep::findings).orElse(List.of());
    }

    /** Ids of the materials that were promised and are not there yet. */
    public Set<String> promised() {
        return materials.stream()
                .filter(HandedIn.Promised.class::isInstance)
                .map(HandedIn::material)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How the applicant wants the result. */
    public DeliveryWish delivery() {
        return DeliveryWish.of(answers);
    }

    /** Whether the file belongs to the case: handed in, marked in a notice, or the proof of a delivery. */
    public boolean has(UUID file) {
        return steps.stream().anyMatch(step -> step.shows(file))
                || materials.stream()
                        .anyMatch(material -> material instanceof HandedIn.Uploaded uploaded
                                && uploaded.file().equals(file));
    }

    /** The same with the licence it was given, if any, and what has just happened. */
    public CaseFile with(Optional<UUID> given, List<CaseStep> further) {
        return with(
                bodyUscc,
                bodyName,
                given,
                Stream.concat(steps.stream(), further.stream()).toList());
    }

    /** The case as it was named when the step was made: the body that handled it may have been dissolved since. */
    public CaseFile asNamedAt(CaseStep step) {
        return steps.stream()
                .filter(later -> later.number() > step.number())
                .flatMap(later -> CaseReplay.bodyChange(later).stream())
                .filter(CaseCommand.BodyChange::ofCase)
                .findFirst()
                .map(change -> with(change.from(), change.fromName(), licence, steps))
                .orElse(this);
    }

    private CaseFile with(String uscc, String name, Optional<UUID> given, List<CaseStep> all) {
        return new CaseFile(
                id,
                version,
                caseNumber,
                receiptNumber,
                item,
                itemVersion,
                itemName,
                uscc,
                name,
                applicant,
                applicantName,
                agent,
                channel,
                filedAt,
                standing,
                statutoryDays,
                promisedDays,
                assignee,
                assigneeName,
                situations,
                answers,
                materials,
                given,
                joint,
                all,
                clocks);
    }

    /** Never the answers: a record's own text would carry personal data into logs. */
    @Override
    public String toString() {
        return "CaseFile[" + id.value() + " " + state() + "]";
    }
}
