package org.zhengtong.services.halls.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.PlanDesk;

/** Shows the pages of a plan, and sends a change to the desk that decides on it. */
@Component
class PlanPage {
    private final PlanDesk desk;
    private final Organisation organisation;
    private final FaultWords words;

    PlanPage(PlanDesk desk, Organisation organisation, FaultWords words) {
        this.desk = desk;
        this.organisation = organisation;
        this.words = words;
    }

    /** @param page name of the template */
    String show(
            StaffMember me,
            String hall,
            String page,
            List<WrongField> wrong,
            Map<String, String> typed,
            String done,
            Model model) {
        PlanDesk.Kept kept = desk.plan(me, hall);
        model.addAttribute(
                "view",
                new PlanView(
                        kept,
                        new FormState(kept.faults().stream()
                                .map(fault -> words.of("", fault))
                                .toList()),
                        new FormState(wrong),
                        bodies(kept),
                        desk.plans(me).stream()
                                .filter(other -> other.version() > 0
                                        && !other.hall().id().equals(hall))
                                .map(PlanDesk.Kept::hall)
                                .toList(),
                        typed,
                        done));
        return "services/halls/" + page;
    }

    /** @param field beside which faults are said that the change would bring */
    String change(
            StaffMember me,
            int version,
            HallPlan changed,
            String page,
            String field,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        return answer(me, changed.hall(), desk.change(me, version, changed), page, field, typed, response, model);
    }

    String answer(
            StaffMember me,
            String hall,
            PlanDesk.Answer answer,
            String page,
            String field,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case PlanDesk.Answer.Done() -> "redirect:/desk/halls/" + hall + "?done=changed";
            case PlanDesk.Answer.Faulty(var faults) ->
                wrong(
                        me,
                        hall,
                        page,
                        faults.stream().map(fault -> words.of(field, fault)).toList(),
                        typed,
                        response,
                        model);
        };
    }

    String wrong(
            StaffMember me,
            String hall,
            String page,
            List<WrongField> wrong,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(me, hall, page, wrong, typed, "", model);
    }

    private Map<String, String> bodies(PlanDesk.Kept kept) {
        Map<String, String> names = new LinkedHashMap<>();
        kept.hall()
                .bodies()
                .forEach(uscc -> names.put(
                        uscc,
                        Uscc.parse(uscc)
                                .flatMap(organisation::body)
                                .map(Body::name)
                                .orElse(uscc)));
        return names;
    }
}
