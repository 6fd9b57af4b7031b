package org.zhengtong.services.licences.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.paper.OfdPaper;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.identity.WrongFields;
import org.zhengtong.services.licences.IssuerList;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceCopy;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceVersion;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.Verification;

/** Licences for other programs. */
@Tag(name = "Licences")
@RestController
@RequestMapping("/api/v1")
class LicenceApi {
    private final Licences licences;
    private final LicenceCopies copies;
    private final LicenceFiles files;
    private final LicenceImages images;
    private final WrongFields wrongFields;
    private final VerificationLimit limit;

    LicenceApi(
            Licences licences,
            LicenceCopies copies,
            LicenceFiles files,
            LicenceImages images,
            WrongFields wrongFields,
            VerificationLimit limit) {
        this.licences = licences;
        this.copies = copies;
        this.files = files;
        this.images = images;
        this.wrongFields = wrongFields;
        this.limit = limit;
    }

    record LicenceList(List<LicenceAnswer> licences) {}

    record LicenceAnswer(
            UUID id,
            String identifier,
            String number,
            String type,
            String holderName,
            String issuerUscc,
            String issuerName,
            LocalDate issuedOn,
            Optional<LocalDate> validUntil,
            LicenceState state,
            int version,
            SortedMap<String, String> attributes,
            String verifyAddress,
            Optional<String> code) {}

    record VersionList(List<LicenceVersion> versions) {}

    record CopyList(List<CopyAnswer> copies) {}

    record CopyWish(Optional<String> purpose, Optional<String> recipient, Optional<String> until) {}

    record CopyAnswer(
            UUID id,
            String number,
            String purpose,
            String recipient,
            LocalDate until,
            Instant madeAt,
            LicenceCopy.State state,
            String verifyAddress) {}

    record VerificationAnswer(
            String identifier, boolean valid, Verification.Outcome outcome, Optional<Verification.Shown> licence) {}

    record CopyVerification(
            String number,
            boolean valid,
            LicenceCopy.State state,
            String purpose,
            String recipient,
            LocalDate until,
            String identifier,
            Verification.Shown licence) {}

    @Operation(summary = "The licences the caller holds")
    @GetMapping("/me/licences")
    LicenceList mine(SignedIn me) {
        return new LicenceList(licences.heldBy(me).stream().map(this::answer).toList());
    }

    @Operation(summary = "A licence one holds")
    @GetMapping("/licences/{id}")
    LicenceAnswer licence(@PathVariable UUID id, SignedIn me) {
        return answer(own(id, me));
    }

    @Operation(summary = "What was done to a licence one holds, newest first")
    @GetMapping("/licences/{id}/versions")
    VersionList versions(@PathVariable UUID id, SignedIn me) {
        own(id, me);
        return new VersionList(licences.versions(id).orElse(List.of()));
    }

    @Operation(summary = "A licence one holds, as PDF")
    @GetMapping(value = "/licences/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> pdf(@PathVariable UUID id, SignedIn me) {
        return files.pdf(own(id, me));
    }

    @Operation(summary = "A licence one holds, as OFD with the issuer's seal")
    @GetMapping(value = "/licences/{id}/ofd", produces = OfdPaper.TYPE)
    ResponseEntity<Resource> ofd(@PathVariable UUID id, SignedIn me) {
        return files.ofd(own(id, me));
    }

    @Operation(summary = "The copies for use of a licence one holds")
    @GetMapping("/licences/{id}/copies")
    CopyList copies(@PathVariable UUID id, SignedIn me) {
        return new CopyList(copies.of(me, id).stream().map(this::answer).toList());
    }

    @Operation(summary = "Make a copy for use: for one purpose, one recipient and a time")
    @PostMapping("/licences/{id}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    CopyAnswer copy(@PathVariable UUID id, SignedIn me, @RequestBody CopyWish body, Locale locale) {
        LicenceCopies.Wish wish = new LicenceCopies.Wish(
                body.purpose().orElse(""),
                body.recipient().orElse(""),
                body.until().orElse(""));
        return switch (copies.make(me, id, wish)) {
            case LicenceCopies.Answer.Made(LicenceCopy copy) -> answer(copy);
            case LicenceCopies.Answer.Wrong(List<WrongField> wrong) -> throw wrongFields.problem(wrong, locale);
        };
    }

    @Operation(summary = "Take a copy for use back")
    @DeleteMapping("/licences/{id}/copies/{copy}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID copy, SignedIn me) {
        copies.revoke(me, id, copy);
    }

    @Operation(summary = "A copy for use, as PDF")
    @GetMapping(value = "/licences/{id}/copies/{copy}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> copyAsPdf(@PathVariable UUID id, @PathVariable UUID copy, SignedIn me) {
        return files.pdf(copies.print(me, id, copy));
    }

    @Operation(summary = "A copy for use, as OFD with the issuer's seal")
    @GetMapping(value = "/licences/{id}/copies/{copy}/ofd", produces = OfdPaper.TYPE)
    ResponseEntity<Resource> copyAsOfd(@PathVariable UUID id, @PathVariable UUID copy, SignedIn me) {
        return files.ofd(copies.print(me, id, copy));
    }

    @Operation(summary = "The certificates of all issuers, signed, for verifying codes offline. For anyone")
    @GetMapping("/licences/issuers")
    IssuerList issuers(HttpServletRequest request) {
        limit.count(request.getRemoteAddr());
        return licences.issuers();
    }

    @Operation(summary = "Is a licence valid? For anyone")
    @GetMapping("/verifications/{identifier}")
    VerificationAnswer verify(
            @PathVariable String identifier, @RequestParam Optional<String> code, HttpServletRequest request) {
        limit.count(request.getRemoteAddr());
        Verification found =
                code.map(text -> licences.verify(identifier, text)).orElseGet(() -> licences.verify(identifier));
        return new VerificationAnswer(found.identifier(), found.valid(), found.outcome(), found.licence());
    }

    @Operation(summary = "Is a copy for use valid, for what and for whom was it made? For anyone who holds it")
    @GetMapping("/verifications/copies/{number}")
    CopyVerification verifyCopy(
            @PathVariable String number, @RequestParam Optional<String> code, HttpServletRequest request) {
        limit.count(request.getRemoteAddr());
        LicenceCopies.Verified found =
                copies.verify(number, code).orElseThrow(() -> Problem.notFound("licence-copy-unknown"));
        LicenceCopy copy = found.copy();
        return new CopyVerification(
                copy.number(),
                copy.state() == LicenceCopy.State.VALID,
                copy.state(),
                copy.purpose(),
                copy.recipient(),
                copy.until(),
                found.identifier(),
                found.licence());
    }

    private Licence own(UUID id, SignedIn me) {
        return licences.find(id, me).orElseThrow(() -> Problem.notFound("licence-unknown"));
    }

    private LicenceAnswer answer(Licence licence) {
        return new LicenceAnswer(
                licence.id(),
                licence.identifier(),
                licence.number(),
                licence.type(),
                licence.holderName(),
                licence.issuerUscc(),
                licence.issuerName(),
                licence.issuedOn(),
                licence.validUntil(),
                licence.state(),
                licence.version(),
                licence.attributes(),
                images.verifyAddress(licence),
                licences.code(licence));
    }

    private CopyAnswer answer(LicenceCopy copy) {
        return new CopyAnswer(
                copy.id(),
                copy.number(),
                copy.purpose(),
                copy.recipient(),
                copy.until(),
                copy.madeAt(),
                copy.state(),
                images.verifyAddress(copy));
    }
}
