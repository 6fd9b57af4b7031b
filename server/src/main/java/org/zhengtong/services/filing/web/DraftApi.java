package org.zhengtong.services.filing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.JointReceipt;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Drafts.Saved;
import org.zhengtong.services.filing.Drafts.Start;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.Filing.Outcome;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.TaskList;

/** Drafts for programs: the same drafts the pages work on. */
@Tag(name = "Filing")
@RestController
@RequestMapping("/api/v1/drafts")
class DraftApi {
    private static final String BUNDLE = "B";

    private final Drafts drafts;
    private final Filing filing;
    private final Sentences sentences;
    private final FormCheck check;

    DraftApi(Drafts drafts, Filing filing, Sentences sentences, FormCheck check) {
        this.check = check;
        this.drafts = drafts;
        this.filing = filing;
        this.sentences = sentences;
    }

    /** Begins a draft of an item, or of one thing by its bundle's code. */
    record NewDraft(String item, Optional<UUID> firm) {}

    /** The whole content of a draft; {@code version} is the one that was read. */
    record Content(
            int version,
            Optional<Map<String, String>> situations,
            Optional<Map<String, Object>> answers,
            Optional<List<FilingApi.NewMaterial>> materials) {}

    /** A draft, with what is still to be done. */
    record State(
            UUID id,
            String item,
            int itemVersion,
            int version,
            Map<String, String> situations,
            Map<String, Object> answers,
            Map<String, List<UUID>> files,
            Set<String> promised,
            boolean ready,
            List<Missing> missing,
            Instant updatedAt) {}

    /** Something still to be done, with its JSON pointer. */
    record Missing(String pointer, String sentence) {}

    @Operation(summary = "The caller's open drafts")
    @GetMapping
    List<Drafts.Open> mine(SignedIn me) {
        return drafts.openOf(me.person());
    }

    @Operation(summary = "Begin a draft, filled in from what is known")
    @PostMapping
    ResponseEntity<State> begin(SignedIn me, @RequestBody NewDraft draft, Locale locale) {
        Party applicant =
                draft.firm().<Party>map(id -> new Party.Firm(new FirmId(id))).orElseGet(me::party);
        Start start = draft.item().startsWith(BUNDLE)
                ? drafts.startJointly(me, draft.item(), Optional.of(applicant), Map.of())
                : drafts.start(me, sentences.code(draft.item()), Optional.of(applicant));
        return switch (start) {
            case Start.Begun(UUID id, boolean continued) ->
                ResponseEntity.created(URI.create("/api/v1/drafts/" + id)).body(state(drafts.draft(me, id), locale));
            case Start.ForWhom(var applicants) -> throw new Problem(422, "filing.not-agent");
            case Start.FirmNeeded() -> throw new Problem(422, "filing.not-for-persons");
            case Start.GuardianNeeded() -> throw new Problem(422, "filing.guardian");
            case Start.Closed(boolean suspended) ->
                throw new Problem(409, suspended ? "filing.suspended" : "filing.closed", draft.item());
        };
    }

    @Operation(summary = "A draft and what is still to be done")
    @GetMapping("/{id}")
    State read(SignedIn me, @PathVariable UUID id, Locale locale) {
        return state(drafts.draft(me, id), locale);
    }

    @Operation(summary = "Replace the answers and materials of a draft")
    @PutMapping("/{id}")
    State replace(SignedIn me, @PathVariable UUID id, @RequestBody Content content, Locale locale) {
        List<FilingApi.NewMaterial> materials = content.materials().orElse(List.of());
        Saved saved = drafts.replace(
                me,
                id,
                content.version(),
                content.situations().orElse(Map.of()),
                FilledForm.answers(content.answers().orElse(Map.of())),
                FilingApi.files(materials),
                materials.stream()
                        .filter(material -> material.promised().orElse(false))
                        .map(FilingApi.NewMaterial::material)
                        .toList());
        if (saved instanceof Saved.Elsewhere) {
            throw new Problem(409, "filing.stale");
        }
        return state(saved.draft(), locale);
    }

    @Operation(summary = "File a draft")
    @PostMapping("/{id}/case")
    ResponseEntity<FilingApi.CaseReceipt> submit(SignedIn me, @PathVariable UUID id, Locale locale) {
        return switch (filing.submit(me, id, Channel.API)) {
            case Outcome.Filed(Receipt receipt) ->
                ResponseEntity.created(
                                URI.create("/api/v1/cases/" + receipt.id().value()))
                        .body(FilingApi.CaseReceipt.of(receipt));
            case Outcome.FiledJointly(JointReceipt receipt) ->
                ResponseEntity.created(URI.create("/api/v1/joint-cases/" + receipt.id()))
                        .body(new FilingApi.CaseReceipt(
                                receipt.id(), receipt.receiptNumber(), receipt.receiptNumber(), receipt.filedAt()));
            case Outcome.FiledBefore(CaseId before) -> throw new Problem(409, "filing.already-filed");
            case Outcome.NotReady(List<Finding> findings) -> throw sentences.invalid(findings, locale);
        };
    }

    @Operation(summary = "Throw a draft away")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(SignedIn me, @PathVariable UUID id) {
        drafts.delete(me, id);
        return ResponseEntity.noContent().build();
    }

    private State state(Draft draft, Locale locale) {
        TaskList list = TaskList.of(draft, drafts.atHand(draft), check);
        return new State(
                draft.id(),
                draft.bundle().orElseGet(() -> draft.item().code().value()),
                draft.item().version(),
                draft.version(),
                draft.situations(),
                FilledForm.document(draft.answers().values()),
                draft.files(),
                draft.promised(),
                list.findings().isEmpty(),
                list.findings().stream()
                        .map(finding -> new Missing(finding.pointer(), sentences.of(finding, locale)))
                        .toList(),
                draft.updatedAt());
    }
}
