package org.zhengtong.services.licences.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.licences.HoldingImports;

/** Existing licences taken over from files, for the steward's programs. */
@Tag(name = "Licences of a body")
@RestController
@RequestMapping("/api/v1/desk/licence-holdings")
class HoldingApi {
    private static final int MOST_FAULTS = 1_000;

    private final HoldingImports imports;

    HoldingApi(HoldingImports imports) {
        this.imports = imports;
    }

    record ImportStanding(HoldingImports.Standing standing, List<HoldingImports.Fault> faults) {}

    @Operation(summary = "Check a CSV file of existing licences of one type; nothing is issued yet")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportStanding> check(StaffMember staff, @RequestParam String type, @RequestParam MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            UUID id = imports.check(staff, type, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
            return ResponseEntity.created(URI.create("/api/v1/desk/licence-holdings/" + id))
                    .body(standing(staff, id));
        }
    }

    @Operation(summary = "How an import stands, and what is wrong with its lines")
    @GetMapping("/{id}")
    ImportStanding standing(StaffMember staff, @PathVariable UUID id) {
        return new ImportStanding(
                imports.find(staff, id).orElseThrow(() -> Problem.notFound("holdings-unknown")),
                imports.faults(staff, id, MOST_FAULTS));
    }

    @Operation(summary = "Begin to issue what is ready")
    @PostMapping("/{id}/begin")
    ImportStanding begin(StaffMember staff, @PathVariable UUID id) {
        imports.begin(staff, id);
        return standing(staff, id);
    }
}
