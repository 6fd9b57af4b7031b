package org.zhengtong.services.instruments.web;

import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;

/** The documents of their cases, for applicants. */
@Controller
@RequestMapping("/my/cases/{id}/documents")
class MyDocumentPages {
    private final Cases cases;
    private final InstrumentReading reading;
    private final Sheets sheets;

    MyDocumentPages(Cases cases, InstrumentReading reading, Sheets sheets) {
        this.cases = cases;
        this.reading = reading;
        this.sheets = sheets;
    }

    @GetMapping("/{name}")
    String page(SignedIn me, @PathVariable UUID id, @PathVariable String name, Model model) {
        CaseFile file = file(me, id);
        model.addAttribute("view", new DocumentView(file, sheets.of(reading.read(file, name)), "/my/cases/" + id));
        return "services/instruments/document";
    }

    @GetMapping("/{name}/pdf")
    ResponseEntity<InputStreamResource> pdf(SignedIn me, @PathVariable UUID id, @PathVariable String name) {
        return reading.pdf(file(me, id), name);
    }

    @GetMapping("/{name}/ofd")
    ResponseEntity<InputStreamResource> ofd(SignedIn me, @PathVariable UUID id, @PathVariable String name) {
        return reading.ofd(file(me, id), name);
    }

    private CaseFile file(SignedIn me, UUID id) {
        return cases.open(new CaseId(id), me.person());
    }
}
