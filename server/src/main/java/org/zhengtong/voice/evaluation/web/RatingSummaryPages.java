package org.zhengtong.voice.evaluation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.queue.Floors;
import org.zhengtong.voice.evaluation.Evaluations;

/** What people said on a day in a hall, for the staff there. */
@Controller
class RatingSummaryPages {
    private final Evaluations evaluations;
    private final Floors floors;
    private final Clock clock;

    RatingSummaryPages(Evaluations evaluations, Floors floors, Clock clock) {
        this.evaluations = evaluations;
        this.floors = floors;
        this.clock = clock;
    }

    @GetMapping("/desk/ratings")
    String summary(
            StaffMember staff,
            @RequestParam(defaultValue = "") String hall,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        List<Hall> own = floors.halls(staff);
        Optional<Hall> chosen = Hall.chosen(own, hall);
        LocalDate asked = TypedDay.parse(day).orElseGet(() -> LocalDate.ofInstant(clock.instant(), Page.ZONE));
        model.addAttribute(
                "view",
                new RatingSummaryView(
                        own,
                        chosen,
                        asked,
                        chosen.map(one -> evaluations.summary(staff, one.id(), asked)),
                        evaluations.indicators()));
        return "voice/evaluation/summary";
    }
}
