package org.zhengtong.services.licences.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.Verification;

/** Licences for other programs. */
@Tag(name = "Licences")
@RestController
@RequestMapping("/api/v1")
class LicenceApi {
    private final Licences licences;
    private final LicencePaper paper;
    private final LicenceImages images;
    private final VerificationLimit limit;

    LicenceApi(Licences licences, LicencePaper paper, LicenceImages images, VerificationLimit limit) {
        this.licences = licences;
        this.paper = paper;
        this.images = images;
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
            String verifyAddress) {}

    record VerificationAnswer(
            String identifier, boolean valid, Verification.Outcome outcome, Optional<Verification.Shown> licence) {}

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

    @Operation(summary = "A licence one holds, as PDF")
    @GetMapping(value = "/licences/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, SignedIn me) {
        Licence licence = own(id, me);
        return LicencePages.document(licence, paper.pdf(licence, licences.type(licence.type())));
    }

    @Operation(summary = "Is a licence valid? For anyone")
    @GetMapping("/verifications/{identifier}")
    VerificationAnswer verify(@PathVariable String identifier, HttpServletRequest request) {
        limit.count(request.getRemoteAddr());
        Verification found = licences.verify(identifier);
        return new VerificationAnswer(found.identifier(), found.valid(), found.outcome(), found.licence());
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
                images.verifyAddress(licence));
    }
}
