package org.zhengtong.services.halls.web;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.PlanDesk;

/**
 * A hall as it is set up.
 *
 * @param faults of the plan as it is
 * @param form what is wrong with what was typed on this page
 * @param bodies names of the hall's bodies by their USCC
 * @param others halls that can be taken as a template
 */
public record PlanView(
        PlanDesk.Kept kept,
        FormState faults,
        FormState form,
        Map<String, String> bodies,
        List<Hall> others,
        Map<String, String> typed,
        String done) {
    private static final int USUAL_RUSH_MINUTES = 10;

    public HallPlan plan() {
        return kept.plan();
    }

    public String hours(DayOfWeek day) {
        return typed.getOrDefault(day.name(), TypedHours.shown(plan().week().getOrDefault(day, List.of())));
    }

    public String hours(HallPlan.SpecialDay special) {
        return TypedHours.shown(special.openings());
    }

    public String windows(HallPlan.Area area) {
        return TypedNumbers.shown(plan().windowsIn(area.id()).stream()
                .map(HallPlan.Window::number)
                .toList());
    }

    public String windows(HallPlan.Group group) {
        return TypedNumbers.shown(group.windows());
    }

    public String bodiesOf(HallPlan.Group group) {
        return String.join(
                "、",
                group.bodies().stream()
                        .map(one -> bodies.getOrDefault(one, one))
                        .toList());
    }

    public String releaseTime() {
        return typed.getOrDefault(
                "releaseTime",
                plan().rules().release().map(one -> one.at().toString()).orElse(""));
    }

    public String rushMinutes() {
        return typed(
                "rushMinutes",
                plan().rules().release().map(HallPlan.Release::rushMinutes).orElse(USUAL_RUSH_MINUTES));
    }

    public Optional<HallPlan.Area> area(String id) {
        return plan().areas().stream().filter(area -> area.id().equals(id)).findFirst();
    }

    public String typed(String field, Object otherwise) {
        return typed.getOrDefault(field, otherwise.toString());
    }
}
