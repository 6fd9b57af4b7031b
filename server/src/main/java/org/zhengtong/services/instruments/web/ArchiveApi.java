package org.zhengtong.services.instruments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.instruments.CaseArchive;

/** The package of a case for an archive's own programs. */
@Tag(name = "Desk")
@RestController
class ArchiveApi {
    private final CaseDesk desk;
    private final CaseArchive archive;

    ArchiveApi(CaseDesk desk, CaseArchive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @Operation(
            summary =
                    "The archive package of a case that has ended, as ZIP; of a case in the archive always the one kept then")
    @GetMapping("/api/v1/desk/cases/{id}/archive")
    ResponseEntity<StreamingResponseBody> archive(StaffMember staff, @PathVariable UUID id) throws IOException {
        return ArchiveAnswer.of(archive, desk.open(new CaseId(id), staff), staff);
    }
}
