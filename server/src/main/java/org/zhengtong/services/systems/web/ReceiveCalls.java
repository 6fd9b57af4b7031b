package org.zhengtong.services.systems.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.systems.Entering;
import org.zhengtong.services.systems.Entering.Applicant;

/** 接件: cases come in through the department's own system, and cases filed here are fetched by it. */
@Tag(name = "Department systems")
@RestController
@RequestMapping(CallTarget.ROOT + "cases")
class ReceiveCalls {
    private final CaseDesk desk;
    private final Entering entering;
    private final SystemCases cases;
    private final MessageSource messages;

    ReceiveCalls(CaseDesk desk, Entering entering, SystemCases cases, MessageSource messages) {
        this.desk = desk;
        this.entering = entering;
        this.cases = cases;
        this.messages = messages;
    }

    /**
     * @param uscc of a firm; absent for a person
     * @param number identity number of a person
     * @param representative of a firm
     * @param agent who acts for a firm that is not known here yet
     */
    record ApplicantLine(
            Optional<String> name,
            Optional<String> number,
            Optional<String> phone,
            Optional<String> uscc,
            Optional<String> representative,
            Optional<AgentLine> agent) {
        Applicant applicant() {
            return uscc.<Applicant>map(code -> new Applicant.Firm(
                            code, name.orElse(""), representative.orElse(""), agent.map(AgentLine::person)))
                    .orElseGet(() -> new Applicant.Person(name.orElse(""), number.orElse(""), phone.orElse("")));
        }
    }

    record AgentLine(Optional<String> name, Optional<String> number, Optional<String> phone) {
        Applicant.Person person() {
            return new Applicant.Person(name.orElse(""), number.orElse(""), phone.orElse(""));
        }
    }

    /** @param files attachments kept before */
    record MaterialEntry(String material, Optional<List<UUID>> files, Optional<Boolean> promised) {}

    /** @param number what the department's system calls the case; the same again gets the first receipt */
    record NewCase(
            Optional<By> by,
            Optional<String> number,
            Optional<String> item,
            Optional<ApplicantLine> applicant,
            Optional<Map<String, String>> situations,
            Optional<Map<String, Object>> answers,
            Optional<List<MaterialEntry>> materials) {}

    /**
     * @param over also when a colleague has the case in hand
     * @param correction what the applicant brought after a correction notice
     */
    record Receiving(
            Optional<By> by,
            Optional<String> number,
            Optional<Long> version,
            Optional<Boolean> over,
            Optional<Correction> correction) {}

    record Correction(Optional<Map<String, Object>> answers, Optional<List<MaterialEntry>> materials) {}

    record CaseLine(
            UUID id,
            long version,
            String receiptNumber,
            String item,
            String itemName,
            CaseState state,
            Instant filedAt,
            Optional<String> due,
            Optional<String> assignee) {
        static CaseLine of(CaseSummary row) {
            return new CaseLine(
                    row.id().value(),
                    row.version(),
                    row.receiptNumber(),
                    row.item().value(),
                    row.itemName(),
                    row.state(),
                    row.filedAt(),
                    row.due().map(Object::toString),
                    row.assigneeName());
        }
    }

    record CaseLines(List<CaseLine> cases, int total, int page) {}

    /**
     * @param view {@code acceptance}, {@code review}, {@code decision}, {@code waiting} or {@code done}
     * @param receiptNumber a receipt number or the beginning of one, in every view
     */
    @Operation(summary = "Cases of the body, the most pressing first, twenty a page")
    @GetMapping
    CaseLines list(
            OpenCall call,
            @RequestParam(defaultValue = "acceptance") String view,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Optional<String> receiptNumber) {
        InboxFilter.View chosen = Stream.of(
                        InboxFilter.View.ACCEPTANCE,
                        InboxFilter.View.REVIEW,
                        InboxFilter.View.DECISION,
                        InboxFilter.View.WAITING,
                        InboxFilter.View.DONE)
                .filter(one -> one.name().equalsIgnoreCase(view))
                .findFirst()
                .orElseThrow(() -> new Problem(400, "value-wrong", "view"));
        Inbox inbox = desk.inbox(
                call.caller().reader(),
                new InboxFilter(chosen, Optional.empty(), receiptNumber.filter(text -> !text.isBlank()), page));
        return new CaseLines(inbox.rows().stream().map(CaseLine::of).toList(), inbox.total(), page);
    }

    @Operation(summary = "A case of the body, with everything that was handed in and every step")
    @GetMapping("/{id}")
    SystemCase one(OpenCall call, @PathVariable UUID id) {
        return cases.answer(call, cases.open(call, new CaseId(id)));
    }

    @Operation(summary = "Receive: enter a case that came in through the department's own system; it gets its numbers")
    @PostMapping
    ResponseEntity<SystemCase> enter(OpenCall call, @RequestBody NewCase order, Locale locale) {
        List<MaterialEntry> materials = order.materials().orElse(List.of());
        Entering.Entry entry = new Entering.Entry(
                order.number().orElse(""),
                SystemCases.needed(order.item(), "item"),
                SystemCases.needed(order.applicant(), "applicant").applicant(),
                order.situations().orElse(Map.of()),
                FilledForm.answers(order.answers().orElse(Map.of())),
                files(materials),
                materials.stream()
                        .filter(material -> material.promised().orElse(false))
                        .map(MaterialEntry::material)
                        .toList());
        return switch (entering.enter(call.caller(), call.by(SystemCases.acting(order.by())), entry)) {
            case Entering.Outcome.Entered(var file) ->
                ResponseEntity.created(URI.create(
                                CallTarget.ROOT + "cases/" + file.id().value()))
                        .body(cases.answer(call, file));
            case Entering.Outcome.NotReady(List<Finding> findings) -> throw invalid(findings, locale);
        };
    }

    @Operation(
            summary =
                    "Receive: fetch a case filed here into the department's own system, or hand in what was brought after a correction notice")
    @PostMapping("/{id}/receive")
    SystemCase receive(OpenCall call, @PathVariable UUID id, @RequestBody Receiving order, Locale locale) {
        CaseId caseId = new CaseId(id);
        cases.open(call, caseId);
        if (order.correction().isPresent()) {
            Correction brought = order.correction().get();
            Entering.Outcome outcome = entering.correct(
                    call.caller(),
                    call.by(SystemCases.acting(order.by())),
                    caseId,
                    FilledForm.answers(brought.answers().orElse(Map.of())),
                    files(brought.materials().orElse(List.of())));
            return switch (outcome) {
                case Entering.Outcome.Entered(var file) -> cases.answer(call, file);
                case Entering.Outcome.NotReady(List<Finding> findings) -> throw invalid(findings, locale);
            };
        }
        return cases.answer(
                call,
                entering.fetch(
                        call.caller(),
                        call.by(SystemCases.acting(order.by())),
                        caseId,
                        order.number(),
                        SystemCases.known(order.version()),
                        order.over().orElse(false)));
    }

    private static Map<String, List<UUID>> files(List<MaterialEntry> materials) {
        Map<String, List<UUID>> files = new LinkedHashMap<>();
        materials.forEach(
                material -> material.files().ifPresent(ids -> files.put(material.material(), List.copyOf(ids))));
        return files;
    }

    private Problem invalid(List<Finding> findings, Locale locale) {
        Map<String, String> fields = new LinkedHashMap<>();
        findings.forEach(finding -> fields.putIfAbsent(
                finding.pointer(),
                messages.getMessage(finding.key(), finding.values().toArray(), locale)));
        return new Problem(422, "filing.invalid", fields);
    }
}
