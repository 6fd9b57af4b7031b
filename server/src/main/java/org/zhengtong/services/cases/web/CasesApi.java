package org.zhengtong.services.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.FilledForm;

/** An applicant's cases, for programs. Filing is the room of filing. */
@Tag(name = "Cases")
@RestController
@RequestMapping("/api/v1/cases")
class CasesApi {
    private final Cases cases;

    CasesApi(Cases cases) {
        this.cases = cases;
    }

    @Operation(summary = "The caller's cases, newest first")
    @GetMapping
    CaseList list(SignedIn me) {
        return CaseList.of(cases.of(me.person()));
    }

    @Operation(summary = "A case with its timeline, who acts next and until when")
    @GetMapping("/{id}")
    CaseAnswer one(SignedIn me, @PathVariable UUID id) {
        return CaseAnswer.of(cases.open(new CaseId(id), me.person()), false);
    }

    @Operation(summary = "Withdraw a case that is not decided")
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(SignedIn me, @PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
        cases.withdraw(new CaseId(id), me.person(), withdrawal.reason().orElse(""));
    }

    record Withdrawal(Optional<String> reason) {}

    record CaseList(List<CaseLine> cases) {
        static CaseList of(List<CaseSummary> rows) {
            return new CaseList(rows.stream().map(CaseLine::of).toList());
        }
    }

    record CaseLine(
            UUID id,
            long version,
            String receiptNumber,
            String item,
            String itemName,
            String applicantName,
            CaseState state,
            Optional<Outcome> outcome,
            Channel channel,
            Instant filedAt,
            Optional<String> due,
            Optional<Light> light,
            Optional<String> assignee) {
        static CaseLine of(CaseSummary row) {
            return new CaseLine(
                    row.id().value(),
                    row.version(),
                    row.receiptNumber(),
                    row.item().value(),
                    row.itemName(),
                    row.applicantName(),
                    row.state(),
                    row.outcome(),
                    row.channel(),
                    row.filedAt(),
                    row.due().map(Object::toString),
                    row.light(),
                    row.assigneeName());
        }
    }

    /** @param version to be named in the next command, so that nothing is decided on an old page */
    record CaseAnswer(
            UUID id,
            long version,
            String caseNumber,
            String receiptNumber,
            String item,
            int itemVersion,
            String itemName,
            String body,
            String bodyName,
            String applicantName,
            CaseState state,
            Optional<Outcome> outcome,
            Channel channel,
            Instant filedAt,
            Map<String, String> situations,
            Map<String, Object> answers,
            List<Finding> toCorrect,
            Optional<UUID> licence,
            List<DueDate> clocks,
            List<StepAnswer> steps) {
        static CaseAnswer of(CaseFile file, boolean staff) {
            return new CaseAnswer(
                    file.id().value(),
                    file.version(),
                    file.caseNumber(),
                    file.receiptNumber(),
                    file.item().value(),
                    file.itemVersion(),
                    file.itemName(),
                    file.bodyUscc(),
                    file.bodyName(),
                    file.applicantName(),
                    file.state(),
                    file.standing().outcome(),
                    file.channel(),
                    file.filedAt(),
                    file.situations(),
                    FilledForm.document(file.answers()),
                    file.toCorrect(),
                    file.licence(),
                    file.clocks(),
                    file.steps().stream()
                            .map(step -> StepAnswer.of(step, staff))
                            .toList());
        }
    }

    /** @param words the reviewer's opinion stays inside the body */
    record StepAnswer(int number, Instant at, StepKind kind, Optional<String> words, Optional<String> document) {
        static StepAnswer of(CaseStep step, boolean staff) {
            return new StepAnswer(
                    step.number(),
                    step.at(),
                    step.kind(),
                    Optional.of(step.words()).filter(words -> !words.isEmpty() && (staff || !step.isInternal())),
                    step.document());
        }
    }
}
