package org.zhengtong.services.appointments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.DayClosing;
import org.zhengtong.services.halls.PlanDesk;

/** The system administrator closes a hall for a day; everybody who booked it is moved and told. */
@Controller
@RequestMapping("/desk/halls/{hall}/closing")
class ClosingPages {
    private final DayClosing closing;
    private final PlanDesk plans;

    ClosingPages(DayClosing closing, PlanDesk plans) {
        this.closing = closing;
        this.plans = plans;
    }

    @GetMapping
    String ask(StaffMember me, @PathVariable String hall, @RequestParam(defaultValue = "") String day, Model model) {
        Optional<ClosingView.Counted> counted =
                TypedDay.parse(day).map(one -> new ClosingView.Counted(one, closing.booked(me, hall, one)));
        return show(me, hall, counted, day, "", FormState.FRESH, Optional.empty(), model);
    }

    @PostMapping
    String close(
            StaffMember me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        return switch (closing.close(me, hall, day, reason)) {
            case DayClosing.Answer.Done done ->
                show(me, hall, Optional.empty(), "", "", FormState.FRESH, Optional.of(done), model);
            case DayClosing.Answer.Wrong(var fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(me, hall, Optional.empty(), day, reason, new FormState(fields), Optional.empty(), model);
            }
        };
    }

    private String show(
            StaffMember me,
            String hall,
            Optional<ClosingView.Counted> asked,
            String day,
            String reason,
            FormState form,
            Optional<DayClosing.Answer.Done> done,
            Model model) {
        model.addAttribute("view", new ClosingView(plans.plan(me, hall).hall(), asked, day, reason, form, done));
        return "services/appointments/closing";
    }
}
