package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Succession;
import org.zhengtong.people.organisation.Successions;

/** The system administrator names who goes on in the place of a body that is dissolved. */
@Controller
@RequestMapping("/desk/bodies/{uscc}/succession")
class SuccessionPages {
    private final Successions successions;
    private final Organisation organisation;
    private final Clock clock;

    SuccessionPages(Successions successions, Organisation organisation, Clock clock) {
        this.successions = successions;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    String show(StaffMember me, @PathVariable String uscc, Model model) {
        return page(me, uscc, Successions.Named.NOTHING, FormState.FRESH, model);
    }

    @PostMapping
    String name(
            StaffMember me,
            @PathVariable String uscc,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        Successions.Named typed = new Successions.Named(successor, from, document, reason);
        List<WrongField> wrong = successions.name(me, body(uscc).uscc(), typed);
        if (wrong.isEmpty()) {
            return "redirect:/desk/bodies?done=succession";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, uscc, typed, new FormState(wrong), model);
    }

    @PostMapping("/take-back")
    String takeBack(StaffMember me, @PathVariable String uscc) {
        successions.takeBack(me, body(uscc).uscc());
        return "redirect:/desk/bodies?done=taken-back";
    }

    private String page(StaffMember me, String uscc, Successions.Named typed, FormState form, Model model) {
        Body body = body(uscc);
        Optional<Succession> now = successions.of(me, body.uscc());
        LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
        model.addAttribute(
                "view",
                new SuccessionView(
                        body,
                        now,
                        now.filter(one -> one.isInForce(today)).isPresent(),
                        successions.estate(me, body.uscc()),
                        organisation.staffOf(body.uscc()).size(),
                        successions.candidates(me, body.uscc()),
                        typed,
                        form));
        return "people/organisation/succession";
    }

    private Body body(String uscc) {
        return Uscc.parse(uscc).flatMap(organisation::body).orElseThrow(() -> Problem.notFound("unknown-body"));
    }
}
