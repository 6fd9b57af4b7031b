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
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.window.Visits;

/** What was filed or handed in in a visit: the receipt for the person to take along, and the acceptance on the spot. */
@Controller
@RequestMapping("/desk/window/visits/{id}/cases/{filed}")
class FiledPages {
    private final FiledHere here;
    private final Visits visits;
    private final SupplementsHere supplements;
    private final CaseDesk desk;
    private final WorkingCalendar calendar;

    FiledPages(FiledHere here, Visits visits, SupplementsHere supplements, CaseDesk desk, WorkingCalendar calendar) {
        this.here = here;
        this.visits = visits;
        this.supplements = supplements;
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
        CaseFile file = here.open(clerk, id, filed);
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
                        FiledHere.refusal(refused)));
        return "services/window/receipt";
    }

    @PostMapping("/acceptance")
    String accept(StaffMember clerk, @PathVariable UUID id, @PathVariable UUID filed) {
        CaseFile file = here.open(clerk, id, filed);
        try {
            desk.act(file.id(), clerk, OptionalLong.of(file.version()), new CaseCommand.Accept());
            return "redirect:/desk/window/visits/" + id + "/cases/" + filed + "/receipt";
        } catch (Problem problem) {
            return "redirect:/desk/window/visits/" + id + "/cases/" + filed + "/receipt?refused=" + problem.code();
        }
    }
}
