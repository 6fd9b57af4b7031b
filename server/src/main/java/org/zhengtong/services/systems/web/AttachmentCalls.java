package org.zhengtong.services.systems.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.KeepsReceipts;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.systems.ActingStaff;
import org.zhengtong.services.systems.Attachments;

/** 附件: the body of the call is the file itself, so that its digest is signed. */
@Tag(name = "Department systems")
@RestController
@RequestMapping(CallTarget.ROOT)
class AttachmentCalls {
    private final Attachments attachments;
    private final SystemCases cases;
    private final CaseDesk desk;
    private final FileStore files;

    AttachmentCalls(Attachments attachments, SystemCases cases, CaseDesk desk, FileStore files) {
        this.attachments = attachments;
        this.cases = cases;
        this.desk = desk;
        this.files = files;
    }

    /**
     * @param name of the file
     * @param by who acts in the department's system, {@code post} their post
     * @param sm3 the digest the department's system has of the file
     */
    @KeepsReceipts
    @Operation(
            summary =
                    "Attachment: keep a file for a case that is yet to be entered, or for what was brought to correct one")
    @PostMapping(path = "attachments", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SystemCase.AttachmentLine keep(
            OpenCall call,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String post,
            @RequestParam Optional<String> sm3,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key") Optional<String> key,
            @RequestBody byte[] content) {
        return kept(
                call,
                new ActingStaff(by, post),
                new Attachments.Order(Optional.empty(), name, Optional.empty(), sm3, key),
                content);
    }

    /** @param material the promised material it is; absent for a record of the body's own */
    @KeepsReceipts
    @Operation(
            summary =
                    "Attachment: add a file to a case, as a record of the body's own or as a material that was promised")
    @PostMapping(path = "cases/{id}/attachments", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SystemCase.AttachmentLine add(
            OpenCall call,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String post,
            @RequestParam Optional<String> material,
            @RequestParam Optional<String> sm3,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key") Optional<String> key,
            @RequestBody byte[] content) {
        cases.open(call, new CaseId(id));
        return kept(
                call,
                new ActingStaff(by, post),
                new Attachments.Order(Optional.of(new CaseId(id)), name, material, sm3, key),
                content);
    }

    @Operation(summary = "A file of a case, to be opened by the department; the opening stands in the audit log")
    @GetMapping("cases/{id}/attachments/{file}")
    ResponseEntity<Resource> file(OpenCall call, @PathVariable UUID id, @PathVariable UUID file) {
        CaseId caseId = new CaseId(id);
        cases.open(call, caseId);
        StoredFile found = attachments.of(caseId).stream()
                .map(Attachments.Kept::file)
                .filter(kept -> kept.id().equals(file))
                .findFirst()
                .orElseGet(() -> desk.file(caseId, call.caller().reader(), file));
        return FileAnswer.attachment(found, files.open(found.id()));
    }

    private SystemCase.AttachmentLine kept(OpenCall call, ActingStaff by, Attachments.Order order, byte[] content) {
        try {
            return SystemCase.AttachmentLine.of(attachments.keep(call.caller(), call.by(by), order, content));
        } catch (FileRefused refused) {
            String reason = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw new Problem(refused.reason() == FileRefused.Reason.TOO_LARGE ? 413 : 422, "systems.file." + reason);
        }
    }
}
