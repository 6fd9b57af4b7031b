package org.zhengtong.services.systems.web;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.systems.Attachments;

/** A file a department's own system added, for whoever may read the case at the desk. */
@Controller
class DeskAttachmentPages {
    private final CaseDesk desk;
    private final Attachments attachments;
    private final FileStore files;

    DeskAttachmentPages(CaseDesk desk, Attachments attachments, FileStore files) {
        this.desk = desk;
        this.attachments = attachments;
        this.files = files;
    }

    @GetMapping("/desk/cases/{id}/attachments/{file}")
    ResponseEntity<Resource> file(StaffMember staff, @PathVariable UUID id, @PathVariable UUID file) {
        CaseId opened = desk.open(new CaseId(id), staff).id();
        StoredFile found = attachments.of(opened).stream()
                .map(Attachments.Kept::file)
                .filter(kept -> kept.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
        return FileAnswer.inline(found, files.open(found.id()));
    }
}
