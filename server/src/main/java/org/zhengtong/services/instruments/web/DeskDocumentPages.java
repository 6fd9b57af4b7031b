package org.zhengtong.services.instruments.web;

import java.io.IOException;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.instruments.CaseArchive;
import org.zhengtong.services.instruments.Instruments;

/** The documents of the cases of a body, for its staff, and the package for the archive. */
@Controller
@RequestMapping("/desk/cases/{id}")
class DeskDocumentPages {
    private final CaseDesk desk;
    private final Instruments instruments;
    private final InstrumentReading reading;
    private final CaseArchive archive;
    private final Sheets sheets;

    DeskDocumentPages(
            CaseDesk desk, Instruments instruments, InstrumentReading reading, CaseArchive archive, Sheets sheets) {
        this.desk = desk;
        this.instruments = instruments;
        this.reading = reading;
        this.archive = archive;
        this.sheets = sheets;
    }

    @GetMapping("/documents")
    String all(StaffMember staff, @PathVariable UUID id, Model model) {
        CaseFile file = file(staff, id);
        model.addAttribute(
                "view",
                new CaseDocumentsView(
                        file,
                        instruments.all(file),
                        archive.isComplete(file),
                        archive.mayOpen(file, staff),
                        archive.kept(file.id())));
        return "services/instruments/case-documents";
    }

    @GetMapping("/documents/{name}")
    String page(StaffMember staff, @PathVariable UUID id, @PathVariable String name, Model model) {
        CaseFile file = file(staff, id);
        model.addAttribute("view", new DocumentView(file, sheets.of(reading.read(file, name)), "/desk/cases/" + id));
        return "services/instruments/document";
    }

    @GetMapping("/documents/{name}/pdf")
    ResponseEntity<InputStreamResource> pdf(StaffMember staff, @PathVariable UUID id, @PathVariable String name) {
        return reading.pdf(file(staff, id), name);
    }

    @GetMapping("/documents/{name}/ofd")
    ResponseEntity<InputStreamResource> ofd(StaffMember staff, @PathVariable UUID id, @PathVariable String name) {
        return reading.ofd(file(staff, id), name);
    }

    @GetMapping("/documents/archive")
    ResponseEntity<StreamingResponseBody> archive(StaffMember staff, @PathVariable UUID id) throws IOException {
        return ArchiveAnswer.of(archive, file(staff, id), staff);
    }

    private CaseFile file(StaffMember staff, UUID id) {
        return desk.open(new CaseId(id), staff);
    }
}
