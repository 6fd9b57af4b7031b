package org.zhengtong.services.systems.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.systems.Attachments;
import org.zhengtong.services.systems.Evaluation;

/**
 * A case as a department's system sees it.
 *
 * @param version to be named in the next call, so that nothing is done on an old state
 * @param number what the department's system calls it
 */
record SystemCase(
        UUID id,
        long version,
        String caseNumber,
        String receiptNumber,
        Optional<String> number,
        String item,
        int itemVersion,
        String itemName,
        String applicantName,
        CaseState state,
        Optional<Outcome> outcome,
        Instant filedAt,
        Map<String, String> situations,
        Map<String, Object> answers,
        List<MaterialLine> materials,
        List<Finding> toCorrect,
        Optional<LicenceLine> licence,
        List<DueDate> clocks,
        List<StepLine> steps,
        List<AttachmentLine> attachments,
        List<EvaluationLine> evaluations) {

    /** @param file to be read with the call for attachments */
    record MaterialLine(String material, Way way, Optional<UUID> file) {
        enum Way {
            UPLOADED,
            LICENCE,
            GENERATED,
            PROMISED
        }

        static MaterialLine of(HandedIn handed) {
            return switch (handed) {
                case HandedIn.Uploaded(String material, UUID file) ->
                    new MaterialLine(material, Way.UPLOADED, Optional.of(file));
                case HandedIn.ByLicence(String material, UUID _) ->
                    new MaterialLine(material, Way.LICENCE, Optional.empty());
                case HandedIn.Generated(String material) -> new MaterialLine(material, Way.GENERATED, Optional.empty());
                case HandedIn.Promised(String material) -> new MaterialLine(material, Way.PROMISED, Optional.empty());
            };
        }
    }

    record LicenceLine(
            String identifier, String number, String type, LocalDate issuedOn, Optional<LocalDate> validUntil) {
        static LicenceLine of(Licence licence) {
            return new LicenceLine(
                    licence.identifier(), licence.number(), licence.type(), licence.issuedOn(), licence.validUntil());
        }
    }

    /** @param facts what goes with the step, such as the days of an extension, or the case it was transferred to */
    record StepLine(
            int number,
            Instant at,
            StepKind kind,
            String by,
            Optional<String> words,
            Map<String, String> facts,
            Optional<String> document) {
        static StepLine of(CaseStep step) {
            return new StepLine(
                    step.number(),
                    step.at(),
                    step.kind(),
                    step.actorName(),
                    Optional.of(step.words()).filter(words -> !words.isEmpty()),
                    step.facts(),
                    step.document());
        }
    }

    record AttachmentLine(
            UUID file, String name, String type, long bytes, String sm3, Optional<String> material, Instant at) {
        static AttachmentLine of(Attachments.Kept kept) {
            return new AttachmentLine(
                    kept.file().id(),
                    kept.file().name(),
                    kept.file().type(),
                    kept.file().bytes(),
                    kept.file().sm3(),
                    kept.material(),
                    kept.at());
        }
    }

    record EvaluationLine(
            String number, Evaluation.Stage stage, Evaluation.Level level, boolean given, Instant ratedAt) {
        static EvaluationLine of(Evaluation evaluation) {
            return new EvaluationLine(
                    evaluation.number(),
                    evaluation.stage(),
                    evaluation.level(),
                    evaluation.given(),
                    evaluation.ratedAt());
        }
    }

    static SystemCase of(
            CaseFile file,
            Optional<String> number,
            Optional<Licence> licence,
            List<Attachments.Kept> attachments,
            List<Evaluation> evaluations) {
        return new SystemCase(
                file.id().value(),
                file.version(),
                file.caseNumber(),
                file.receiptNumber(),
                number,
                file.item().value(),
                file.itemVersion(),
                file.itemName(),
                file.applicantName(),
                file.state(),
                file.standing().outcome(),
                file.filedAt(),
                file.situations(),
                FilledForm.document(file.answers()),
                file.materials().stream().map(MaterialLine::of).toList(),
                file.toCorrect(),
                licence.map(LicenceLine::of),
                file.clocks(),
                file.steps().stream().map(StepLine::of).toList(),
                attachments.stream().map(AttachmentLine::of).toList(),
                evaluations.stream().map(EvaluationLine::of).toList());
    }
}
