package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Drafts;

/** The printed application, from the same form as everything else: of a draft, of a case, and blank. */
@Controller
class ApplicationPages {
    private static final String PAGE = "services/filing/application";

    private final Drafts drafts;
    private final Cases cases;
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final Sentences sentences;
    private final DraftApplication application;
    private final ApplicationPaper paper;

    ApplicationPages(
            Drafts drafts,
            Cases cases,
            CaseDesk desk,
            Catalogue catalogue,
            Sentences sentences,
            DraftApplication application,
            ApplicationPaper paper) {
        this.drafts = drafts;
        this.cases = cases;
        this.desk = desk;
        this.catalogue = catalogue;
        this.sentences = sentences;
        this.application = application;
        this.paper = paper;
    }

    @GetMapping("/drafts/{id}/application")
    String draft(SignedIn me, @PathVariable UUID id, Model model) {
        return page(application.of(me, drafts.draft(me, id)), model);
    }

    @GetMapping("/drafts/{id}/application/pdf")
    ResponseEntity<byte[]> draftPaper(SignedIn me, @PathVariable UUID id, @ModelAttribute("page") Page page) {
        return paper.answer(application.of(me, drafts.draft(me, id)), page);
    }

    @GetMapping("/my/cases/{id}/application")
    String mine(SignedIn me, @PathVariable UUID id, Model model) {
        return page(ofCase(cases.open(new CaseId(id), me.person()), "/my/cases/", false), model);
    }

    @GetMapping("/my/cases/{id}/application/pdf")
    ResponseEntity<byte[]> minePaper(SignedIn me, @PathVariable UUID id, @ModelAttribute("page") Page page) {
        return paper.answer(ofCase(cases.open(new CaseId(id), me.person()), "/my/cases/", false), page);
    }

    @GetMapping("/desk/cases/{id}/application")
    String atDesk(StaffMember staff, @PathVariable UUID id, Model model) {
        return page(ofCase(desk.open(new CaseId(id), staff), "/desk/cases/", true), model);
    }

    @GetMapping("/desk/cases/{id}/application/pdf")
    ResponseEntity<byte[]> deskPaper(StaffMember staff, @PathVariable UUID id, @ModelAttribute("page") Page page) {
        return paper.answer(ofCase(desk.open(new CaseId(id), staff), "/desk/cases/", true), page);
    }

    @GetMapping("/items/{code}/form")
    String blank(@PathVariable String code, Model model) {
        return page(ApplicationView.blank(item(code)), model);
    }

    @GetMapping("/items/{code}/form/pdf")
    ResponseEntity<byte[]> blankPaper(@PathVariable String code, @ModelAttribute("page") Page page) {
        return paper.answer(ApplicationView.blank(item(code)), page);
    }

    private ServiceItem item(String code) {
        return catalogue
                .item(sentences.code(code))
                .orElseThrow(() -> org.zhengtong.ground.web.Problem.notFound("filing.unknown-item"));
    }

    private ApplicationView ofCase(CaseFile file, String folder, boolean staff) {
        String path = folder + file.id().value();
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        return new ApplicationView(
                ApplicationView.TITLE,
                path + "/application",
                path,
                staff,
                file.itemName(),
                file.bodyName(),
                file.applicantName(),
                false,
                application.parts(item.form(), file.answers()),
                item.materials().stream()
                        .flatMap(material -> handedIn(material, file).stream())
                        .toList(),
                Optional.of(new ApplicationView.Filed(file.receiptNumber(), file.caseNumber(), file.filedAt())));
    }

    private static Optional<CheckView.MaterialLine> handedIn(Material material, CaseFile file) {
        List<HandedIn> given = file.materials().stream()
                .filter(entry -> entry.material().equals(material.id()))
                .toList();
        return given.stream().findFirst().map(first -> {
            String name = material.name();
            return switch (first) {
                case HandedIn.Uploaded _ ->
                    new CheckView.MaterialLine(name, "filing.how.files", List.of(given.size()), "");
                case HandedIn.ByLicence _ ->
                    new CheckView.MaterialLine(
                            name,
                            "filing.application.licence",
                            List.of(material.licenceType().orElse(name)),
                            "");
                case HandedIn.Generated _ -> new CheckView.MaterialLine(name, "filing.application.made", List.of(), "");
                case HandedIn.Promised _ -> new CheckView.MaterialLine(name, "filing.how.promised", List.of(), "");
            };
        });
    }

    private static String page(ApplicationView view, Model model) {
        model.addAttribute("view", view);
        return PAGE;
    }
}
