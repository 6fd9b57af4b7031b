package org.zhengtong.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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

    /** The promise of a material the case waits for; empty when it waits for no such one. */
    public Optional<Deferral> awaited(String material) {
        return standing.awaited().stream()
                .filter(one -> one.material().equals(material) && state().isOpen())
                .findFirst();
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
        return with(change -> {
            change.licence = given;
            change.steps = Stream.concat(steps.stream(), further.stream()).toList();
        });
    }

    /** The case as it was named when the step was made: the body that handled it may have been dissolved since. */
    public CaseFile asNamedAt(CaseStep step) {
        return steps.stream()
                .filter(later -> later.number() > step.number())
                .flatMap(later -> CaseReplay.bodyChange(later).stream())
                .filter(CaseCommand.BodyChange::ofCase)
                .findFirst()
                .map(body -> with(change -> {
                    change.bodyUscc = body.from();
                    change.bodyName = body.fromName();
                }))
                .orElse(this);
    }

    /** The same with what is changed. */
    public CaseFile with(Consumer<Changes> changed) {
        Changes now = new Changes(this);
        changed.accept(now);
        return new CaseFile(
                id,
                now.version,
                caseNumber,
                receiptNumber,
                item,
                itemVersion,
                itemName,
                now.bodyUscc,
                now.bodyName,
                applicant,
                applicantName,
                agent,
                channel,
                filedAt,
                now.standing,
                statutoryDays,
                promisedDays,
                now.assignee,
                now.assigneeName,
                now.situations,
                now.answers,
                now.materials,
                now.licence,
                joint,
                now.steps,
                now.clocks);
    }

    /** What of a case can change. */
    public static final class Changes {
        public long version;
        public String bodyUscc;
        public String bodyName;
        public CaseStanding standing;
        public Optional<PersonId> assignee;
        public Optional<String> assigneeName;
        public Map<String, String> situations;
        public Map<String, String> answers;
        public List<HandedIn> materials;
        public Optional<UUID> licence;
        public List<CaseStep> steps;
        public List<DueDate> clocks;

        private Changes(CaseFile file) {
            version = file.version;
            bodyUscc = file.bodyUscc;
            bodyName = file.bodyName;
            standing = file.standing;
            assignee = file.assignee;
            assigneeName = file.assigneeName;
            situations = file.situations;
            answers = file.answers;
            materials = file.materials;
            licence = file.licence;
            steps = file.steps;
            clocks = file.clocks;
        }
    }

    /** Never the answers: a record's own text would carry personal data into logs. */
    @Override
    public String toString() {
        return "CaseFile[" + id.value() + " " + state() + "]";
    }
}
