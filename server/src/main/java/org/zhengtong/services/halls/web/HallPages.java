package org.zhengtong.services.halls.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;

/** The halls and where they are. */
@Controller
class HallPages {
    private final Halls halls;
    private final HallPlans plans;
    private final Organisation organisation;

    HallPages(Halls halls, HallPlans plans, Organisation organisation) {
        this.halls = halls;
        this.plans = plans;
        this.organisation = organisation;
    }

    @GetMapping("/halls")
    String halls(Model model) {
        model.addAttribute("view", new HallsView(halls.halls()));
        return "services/halls/halls";
    }

    @GetMapping("/halls/{id}")
    String hall(Model model, @PathVariable String id) {
        Hall hall = halls.hall(id).orElseThrow(() -> Problem.notFound("unknown-hall"));
        List<Body> bodies = hall.bodies().stream()
                .flatMap(uscc -> organisation.body(new Uscc(uscc)).stream())
                .toList();
        model.addAttribute("view", new HallView(hall, bodies, plans.bookable(id)));
        return "services/halls/hall";
    }
}
