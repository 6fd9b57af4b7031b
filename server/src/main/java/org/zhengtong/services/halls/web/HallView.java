package org.zhengtong.services.halls.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;

/**
 * A hall with the bodies that have windows in it.
 *
 * @param plan when people can be booked by it
 */
public record HallView(Hall hall, List<Body> bodies, Optional<HallPlan> plan) {

    /** Days on which the hall is open otherwise than every week, or not at all. */
    public List<HallPlan.SpecialDay> specialDays(LocalDate today) {
        return plan.map(HallPlan::specialDays).orElse(List.of()).stream()
                .filter(special -> !special.day().isBefore(today))
                .toList();
    }

    public String hours(HallPlan.SpecialDay special) {
        return TypedHours.shown(special.openings());
    }
}
