package org.zhengtong.services.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.editing.Stage;
import org.zhengtong.services.transfer.Exchange;
import org.zhengtong.services.transfer.Fault;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Transfer;

/** Files in and out, for the programs of staff. */
@Tag(name = "Transfer")
@RestController
@RequestMapping("/api/v1/transfer")
class TransferApi {
    private static final int MOST = 1000;
    private final Transfer transfer;
    private final Exchange exchange;
    private final MessageSource messages;

    TransferApi(Transfer transfer, Exchange exchange, MessageSource messages) {
        this.transfer = transfer;
        this.exchange = exchange;
        this.messages = messages;
    }

    /**
     * @param format {@code json}, {@code ndjson} or {@code xlsx}
     * @param body USCC of a body
     * @param division code of a division, with those below it
     */
    @Operation(summary = "Published entries as a file, streamed")
    @GetMapping("/items")
    void export(
            StaffMember staff,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam Optional<String> body,
            @RequestParam Optional<String> division,
            HttpServletResponse answer)
            throws IOException {
        Transfer.Selection selection = Download.selection(body, division);
        var chosen = Download.format(format);
        transfer.bodies(staff);
        FileAnswer.begin(answer, chosen.mediaType(), "items." + chosen.ending());
        transfer.export(staff, selection, chosen, answer.getOutputStream());
    }

    /** @param format {@code json} or {@code xlsx} */
    @Operation(summary = "Published entries in the exchange tables of a platform above, with what does not fit")
    @GetMapping("/exchange/{profile}")
    void exchange(
            StaffMember staff,
            @PathVariable String profile,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse answer)
            throws IOException {
        ExchangePages.write(exchange, staff, profile, format, answer);
    }

    /**
     * @param submit whether the drafts are handed to review; otherwise they are drafts being edited
     * @param reason what is new and why; needed for review
     */
    @Operation(summary = "Import a file of entries, checked whole and kept whole or not at all")
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportState> begin(
            StaffMember staff,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "true") boolean submit,
            @RequestParam(defaultValue = "") String reason)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            UUID id = transfer.begin(
                    staff, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content, submit, reason);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/transfer/imports/" + id))
                    .body(state(staff, id));
        }
    }

    @Operation(summary = "How far an import is, and what came of it")
    @GetMapping("/imports/{id}")
    ImportState state(StaffMember staff, @PathVariable UUID id) {
        Import made = transfer.find(staff, id);
        return new ImportState(
                id,
                made.fileName(),
                made.step(),
                made.done(),
                made.total(),
                made.faults(),
                made.unchanged(),
                made.startedAt(),
                made.finishedAt(),
                transfer.drafts(staff, id));
    }

    /** @param from how many to pass over */
    @Operation(summary = "What keeps an import out, each at its sheet and cell")
    @GetMapping("/imports/{id}/faults")
    Faults faults(StaffMember staff, @PathVariable UUID id, @RequestParam(defaultValue = "0") int from, Locale locale) {
        return new Faults(transfer.faults(staff, id, Math.max(0, from), MOST).stream()
                .map(fault -> line(fault, locale))
                .toList());
    }

    private FaultLine line(Fault fault, Locale locale) {
        return new FaultLine(
                fault.sheet(),
                fault.cell(),
                fault.element(),
                fault.blocking(),
                fault.code(),
                messages.getMessage(
                        "transfer.fault." + fault.code(), fault.words().toArray(), fault.code(), locale));
    }

    @Operation(summary = "Call off an import that is under way")
    @PostMapping("/imports/{id}/cancel")
    ImportState cancel(StaffMember staff, @PathVariable UUID id) {
        transfer.cancel(staff, id);
        return state(staff, id);
    }

    @Operation(summary = "Approve all drafts of an import that wait for review, by another person than its maker")
    @PostMapping("/imports/{id}/approve")
    Approved approve(StaffMember staff, @PathVariable UUID id, @RequestBody Approval approval) {
        return new Approved(transfer.approve(staff, id, TransferPages.day(approval.day())));
    }

    /** @param drafts stage → how many of the drafts it made */
    record ImportState(
            UUID id,
            String file,
            Import.Step step,
            int done,
            int total,
            int faults,
            int unchanged,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Map<Stage, Integer> drafts) {}

    record Faults(List<FaultLine> faults) {}

    record FaultLine(
            String sheet,
            String cell,
            String element,
            boolean blocking,
            String code,
            @Nullable String sentence) {}

    /** @param day of publication, such as {@code 2026-12-01} */
    record Approval(String day) {}

    record Approved(int drafts) {}
}
