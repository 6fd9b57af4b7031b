package org.zhengtong.services.filing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.KeepsReceipts;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.filing.Corrections;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.Filing.Outcome;
import org.zhengtong.services.filing.Finding;

/** Filing for programs. */
@Tag(name = "Filing")
@RestController
@RequestMapping("/api/v1")
class FilingApi {
    private final Filing filing;
    private final Corrections corrections;
    private final Catalogue catalogue;
    private final Identifiers identifiers;
    private final Sentences sentences;

    FilingApi(
            Filing filing, Corrections corrections, Catalogue catalogue, Identifiers identifiers, Sentences sentences) {
        this.filing = filing;
        this.corrections = corrections;
        this.catalogue = catalogue;
        this.identifiers = identifiers;
        this.sentences = sentences;
    }

    /**
     * A filing. Absent parts are empty.
     *
     * @param item the implementation code
     * @param firm the firm it is for; absent for oneself, or the firm the session acts for
     */
    record NewCase(
            String item,
            Optional<UUID> firm,
            Optional<Map<String, String>> situations,
            Optional<Map<String, Object>> answers,
            Optional<List<NewMaterial>> materials) {}

    /** A material: files kept before, or an electronic licence, or a promise. */
    record NewMaterial(
            String material, Optional<List<UUID>> files, Optional<Boolean> licence, Optional<Boolean> promised) {}

    /** What was corrected. */
    record NewCorrection(Optional<Map<String, Object>> answers, Optional<List<NewMaterial>> materials) {}

    /** The receipt. */
    record CaseReceipt(UUID id, String caseNumber, String receiptNumber, Instant filedAt) {
        static CaseReceipt of(Receipt receipt) {
            return new CaseReceipt(
                    receipt.id().value(), receipt.caseNumber(), receipt.receiptNumber(), receipt.filedAt());
        }
    }

    /** A file kept. */
    record KeptFile(UUID id, String name, String type, long bytes) {
        static KeptFile of(StoredFile file) {
            return new KeptFile(file.id(), file.name(), file.type(), file.bytes());
        }
    }

    @KeepsReceipts
    @Operation(summary = "File a case in one call")
    @PostMapping("/cases")
    ResponseEntity<CaseReceipt> file(
            SignedIn me,
            @RequestBody NewCase order,
            @RequestHeader(name = "Idempotency-Key") Optional<String> key,
            Locale locale) {
        List<NewMaterial> materials = order.materials().orElse(List.of());
        Filing.Request request = new Filing.Request(
                sentences.code(order.item()),
                order.firm().map(FirmId::new),
                order.situations().orElse(Map.of()),
                FilledForm.answers(order.answers().orElse(Map.of())),
                files(materials),
                materials.stream()
                        .filter(material -> material.licence().orElse(false))
                        .map(NewMaterial::material)
                        .toList(),
                materials.stream()
                        .filter(material -> material.promised().orElse(false))
                        .map(NewMaterial::material)
                        .toList());
        UUID id = key.map(text -> once(me, text)).orElseGet(identifiers::next);
        return switch (filing.file(me, request, id, Channel.API)) {
            case Outcome.Filed(Receipt receipt) ->
                ResponseEntity.created(
                                URI.create("/api/v1/cases/" + receipt.id().value()))
                        .body(CaseReceipt.of(receipt));
            case Outcome.FiledJointly _ -> throw new IllegalStateException("one item is never filed jointly");
            case Outcome.FiledBefore(CaseId before) -> throw new Problem(409, "filing.already-filed");
            case Outcome.NotReady(List<Finding> findings) -> throw sentences.invalid(findings, locale);
        };
    }

    @Operation(summary = "Hand in what the correction notice asks for")
    @PostMapping("/cases/{id}/correction")
    ResponseEntity<Void> correct(SignedIn me, @PathVariable UUID id, @RequestBody NewCorrection order, Locale locale) {
        List<Finding> findings = corrections.correct(
                me,
                new CaseId(id),
                FilledForm.answers(order.answers().orElse(Map.of())),
                files(order.materials().orElse(List.of())));
        if (!findings.isEmpty()) {
            throw sentences.invalid(findings, locale);
        }
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Keep a file for a filing")
    @PostMapping("/files")
    ResponseEntity<KeptFile> keep(SignedIn me, @RequestParam MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            StoredFile kept = filing.keep(
                    me, content, Optional.ofNullable(file.getOriginalFilename()).orElse("file"));
            return ResponseEntity.status(HttpServletResponse.SC_CREATED).body(KeptFile.of(kept));
        } catch (FileRefused refused) {
            throw new Problem(refused.reason() == FileRefused.Reason.TOO_LARGE ? 413 : 422, "filing.file-refused");
        }
    }

    @Operation(summary = "JSON Schema of an item's form")
    @GetMapping("/items/{code}/schema")
    Map<String, Object> schema(@PathVariable String code) {
        return FormSchema.of(
                catalogue.item(sentences.code(code)).orElseThrow(() -> Problem.notFound("filing.unknown-item")));
    }

    static Map<String, List<UUID>> files(List<NewMaterial> materials) {
        Map<String, List<UUID>> files = new LinkedHashMap<>();
        materials.forEach(
                material -> material.files().ifPresent(ids -> files.put(material.material(), List.copyOf(ids))));
        return files;
    }

    /** The same key of the same person is the same filing. */
    private static UUID once(SignedIn me, String key) {
        ByteBuffer digest =
                ByteBuffer.wrap(Sm3.digest((me.person().value() + ":" + key).getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
