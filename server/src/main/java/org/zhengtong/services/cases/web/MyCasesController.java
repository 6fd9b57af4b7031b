package org.zhengtong.services.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;

/** What an applicant sees of their cases. */
@Controller
@RequestMapping("/my/cases")
class MyCasesController {
    private final Cases cases;
    private final JointCases joint;
    private final Catalogue catalogue;
    private final FileStore files;
    private final Regions regions;
    private final WorkingCalendar calendar;

    MyCasesController(
            Cases cases,
            JointCases joint,
            Catalogue catalogue,
            FileStore files,
            Regions regions,
            WorkingCalendar calendar) {
        this.joint = joint;
        this.regions = regions;
        this.cases = cases;
        this.catalogue = catalogue;
        this.files = files;
        this.calendar = calendar;
    }

    @GetMapping
    String list(SignedIn me, Model model) {
        List<CaseSummary> mine = cases.of(me.person());
        model.addAttribute(
                "view",
                new MyCasesView(
                        joint.of(me.person()),
                        mine.stream().filter(row -> row.state().isOpen()).toList(),
                        mine.stream().filter(row -> !row.state().isOpen()).toList()));
        return "services/cases/my-cases";
    }

    @GetMapping("/{id}")
    String one(SignedIn me, @PathVariable UUID id, Model model) {
        return show(cases.open(new CaseId(id), me.person()), model, Optional.empty(), "");
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            cases.withdraw(new CaseId(id), me.person(), reason);
            return "redirect:/my/cases/" + id;
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return show(cases.open(new CaseId(id), me.person()), model, Optional.of(problem), reason);
        }
    }

    @GetMapping("/{id}/receipt")
    String receipt(SignedIn me, @PathVariable UUID id, Model model) {
        CaseFile file = cases.open(new CaseId(id), me.person());
        LocalDate filedOn = LocalDate.ofInstant(file.filedAt(), Page.ZONE);
        model.addAttribute("view", new ReceiptView(file, calendar.after(filedOn, CaseRules.DAYS_TO_ACCEPT)));
        return "services/cases/receipt";
    }

    @GetMapping("/{id}/files/{file}")
    ResponseEntity<InputStreamResource> file(SignedIn me, @PathVariable UUID id, @PathVariable UUID file) {
        return CaseFileAnswer.of(cases.file(new CaseId(id), me.person(), file), files);
    }

    private ServiceItem item(CaseFile file) {
        return catalogue.item(file.item(), file.itemVersion());
    }

    private String show(CaseFile file, Model model, Optional<Problem> problem, String typed) {
        model.addAttribute(
                "view",
                new MyCaseView(
                        file,
                        item(file),
                        CaseReading.of(file, item(file), files, regions),
                        file.clocks().stream().filter(DueDate::isRunning).findFirst(),
                        problem,
                        typed));
        return "services/cases/my-case";
    }
}
