package org.zhengtong.services.window.web;

import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visits;

/** What was filed or handed in in a visit: the receipt for the person to take along, and the acceptance on the spot. */
@Controller
@RequestMapping("/desk/window/visits/{id}/cases/{filed}")
class FiledPages {
    private final Visits visits;
    private final WindowFiling filing;
    private final SupplementsHere supplements;
    private final Cases cases;
    private final CaseDesk desk;
    private final WorkingCalendar calendar;

    FiledPages(
            Visits visits,
            WindowFiling filing,
            SupplementsHere supplements,
            Cases cases,
            CaseDesk desk,
            WorkingCalendar calendar) {
        this.visits = visits;
        this.filing = filing;
        this.supplements = supplements;
        this.cases = cases;
        this.desk = desk;
        this.calendar = calendar;
    }

    @GetMapping("/receipt")
    String receipt(
            StaffMember clerk,
            @PathVariable UUID id,
            @PathVariable UUID filed,
            @RequestParam(defaultValue = "") String refused,
            Model model) {
        CaseFile file = open(clerk, id, filed);
        LocalDate filedOn = LocalDate.ofInstant(file.filedAt(), Page.ZONE);
        model.addAttribute(
                "view",
                new WindowReceiptView(
                        file,
                        calendar.after(filedOn, CaseRules.DAYS_TO_ACCEPT),
                        "/desk/window/visits/" + id,
                        file.state().awaitsAcceptance()
                                && file.bodyUscc().equals(clerk.body().uscc().value()),
                        supplements.isHere(visits.visit(clerk, id), file.id()),
                        refused.matches("cases\\.[a-z-]{3,40}") ? refused : ""));
        return "services/window/receipt";
    }

    @PostMapping("/acceptance")
    String accept(StaffMember clerk, @PathVariable UUID id, @PathVariable UUID filed) {
        CaseFile file = open(clerk, id, filed);
        try {
            desk.act(file.id(), clerk, OptionalLong.of(file.version()), new CaseCommand.Accept());
            return "redirect:/desk/window/visits/" + id + "/cases/" + filed + "/receipt";
        } catch (Problem problem) {
            return "redirect:/desk/window/visits/" + id + "/cases/" + filed + "/receipt?refused=" + problem.code();
        }
    }

    /** As the person themselves may read it, who stands here. */
    private CaseFile open(StaffMember clerk, UUID id, UUID filed) {
        Visit visit = visits.visit(clerk, id);
        CaseId caseId = new CaseId(filed);
        boolean here = supplements.isHere(visit, caseId)
                || filing.of(id).stream()
                        .anyMatch(attended ->
                                attended.filed().filter(caseId::equals).isPresent());
        return visit.person()
                .filter(_ -> here && visit.closedAt().isEmpty())
                .map(person -> cases.open(caseId, person))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
    }
}
