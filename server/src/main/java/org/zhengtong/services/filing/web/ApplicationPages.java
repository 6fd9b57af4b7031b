package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.FilledForm;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.FormCheck;
import org.zhengtong.services.filing.TaskList;

/** The printed application, from the same form as everything else: of a draft, of a case, and blank. */
@Controller
class ApplicationPages {
    private static final String PAGE = "services/filing/application";

    private final Drafts drafts;
    private final Cases cases;
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final Identity identity;
    private final Sentences sentences;
    private final FormCheck check;
    private final FieldViews fields;
    private final ApplicationPaper paper;

    ApplicationPages(
            Drafts drafts,
            Cases cases,
            CaseDesk desk,
            Catalogue catalogue,
            Identity identity,
            Sentences sentences,
            FormCheck check,
            FieldViews fields,
            ApplicationPaper paper) {
        this.drafts = drafts;
        this.cases = cases;
        this.desk = desk;
        this.catalogue = catalogue;
        this.identity = identity;
        this.sentences = sentences;
        this.check = check;
        this.fields = fields;
        this.paper = paper;
    }

    @GetMapping("/drafts/{id}/application")
    String draft(SignedIn me, @PathVariable UUID id, Model model) {
        return page(ofDraft(me, id), model);
    }

    @GetMapping("/drafts/{id}/application/pdf")
    ResponseEntity<byte[]> draftPaper(SignedIn me, @PathVariable UUID id, @ModelAttribute("page") Page page) {
        return paper.answer(ofDraft(me, id), page);
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

    private ApplicationView ofDraft(SignedIn me, UUID id) {
        Draft draft = drafts.draft(me, id);
        AtHand atHand = drafts.atHand(draft);
        TaskList list = TaskList.of(draft, atHand, check);
        return new ApplicationView(
                ApplicationView.TITLE,
                Paths.of(draft) + "/application",
                Paths.of(draft),
                draft.visit(me.person()).isPresent(),
                draft.item().name(),
                draft.item().bodyName(),
                identity.nameOf(draft.party()),
                false,
                parts(draft.item().form(), list.checked().answers().values()),
                list.checklist().lines().stream()
                        .filter(line -> !(line.duty() instanceof Duty.NotNeeded))
                        .map(line -> howGiven(draft, line))
                        .toList(),
                Optional.empty());
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
                parts(item.form(), file.answers()),
                item.materials().stream()
                        .flatMap(material -> handedIn(material, file).stream())
                        .toList(),
                Optional.of(new ApplicationView.Filed(file.receiptNumber(), file.caseNumber(), file.filedAt())));
    }

    private List<ApplicationView.Part> parts(Form form, Map<String, String> answers) {
        return FilledForm.of(form, answers).entries().stream()
                .map(entry -> new ApplicationView.Part(
                        entry.title(),
                        Optional.empty(),
                        entry.lines().stream()
                                .map(line -> new ApplicationView.Line(
                                        line.asked().field().label(),
                                        fields.text(line.asked().field().kind(), line.answer()),
                                        List.of(),
                                        Optional.empty()))
                                .toList()))
                .toList();
    }

    /** As on the check page; but a licence's number may be the holder's own, and paper goes through many hands. */
    private static CheckView.MaterialLine howGiven(Draft draft, Checklist.Line line) {
        CheckView.MaterialLine given = CheckView.material(draft, line);
        return switch (line.duty()) {
            case Duty.Generated() -> new CheckView.MaterialLine(given.name(), "filing.application.made", List.of(), "");
            case Duty.ByLicence(var licence)
            when given.howKey().equals("filing.how.licence") ->
                new CheckView.MaterialLine(given.name(), "filing.application.licence", List.of(licence.type()), "");
            default -> given;
        };
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
