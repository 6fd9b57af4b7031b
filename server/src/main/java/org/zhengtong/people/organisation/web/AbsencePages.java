package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Absences;
import org.zhengtong.people.organisation.StaffMember;

/** Everybody's own page: who acts for them while they are away. */
@Controller
@RequestMapping("/desk/absence")
class AbsencePages {
    private final Absences absences;

    AbsencePages(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    String show(StaffMember me, Model model) {
        return page(me, Optional.empty(), "", "", "", model);
    }

    @PostMapping
    String arrange(
            StaffMember me,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response) {
        try {
            absences.arrange(me, person(deputy), day(from), day(until));
            return "redirect:/desk/absence";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return page(me, Optional.of(problem), deputy, from, until, model);
        }
    }

    @PostMapping("/end")
    String end(StaffMember me) {
        absences.end(me);
        return "redirect:/desk/absence";
    }

    private String page(
            StaffMember me, Optional<Problem> problem, String deputy, String from, String until, Model model) {
        model.addAttribute(
                "view", new AbsenceView(absences.of(me), absences.deputies(me), problem, deputy, from, until));
        return "people/organisation/absence";
    }

    private static PersonId person(String text) {
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException nobody) {
            throw new Problem(422, "absence-deputy");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new Problem(422, "absence-days");
        }
    }
}
