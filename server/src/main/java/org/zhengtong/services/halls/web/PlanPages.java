package org.zhengtong.services.halls.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.HallPlan.Release;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.halls.HallPlan.SpecialDay;
import org.zhengtong.services.halls.PlanDesk;

/** The system administrator's desk: a hall's hours and rules, and the plan as a whole. */
@Controller
@RequestMapping("/desk/halls")
class PlanPages {
    private static final int LONGEST_REASON = 60;
    private static final int MOST_RUSH_MINUTES = 60;
    private final PlanDesk desk;
    private final PlanPage page;

    PlanPages(PlanDesk desk, PlanPage page) {
        this.desk = desk;
        this.page = page;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        model.addAttribute("view", new PlanListView(desk.plans(me)));
        return "services/halls/plans";
    }

    @GetMapping("/{hall}")
    String one(StaffMember me, @PathVariable String hall, @RequestParam(defaultValue = "") String done, Model model) {
        return page.show(
                me, hall, "plan", List.of(), Map.of(), done.equals("changed") ? "halls.plan.changed" : "", model);
    }

    @PostMapping("/{hall}/copies")
    String copy(
            StaffMember me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String from,
            HttpServletResponse response,
            Model model) {
        return page.answer(me, hall, desk.copy(me, hall, version, from), "plan", "from", Map.of(), response, model);
    }

    @GetMapping("/{hall}/rules")
    String rules(StaffMember me, @PathVariable String hall, Model model) {
        return page.show(me, hall, "plan-rules", List.of(), Map.of(), "", model);
    }

    @PostMapping("/{hall}/rules")
    String changeRules(
            StaffMember me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        List<WrongField> wrong = new ArrayList<>();
        Rules rules = new Rules(
                number(typed, "slotMinutes", 5, 240, wrong),
                number(typed, "daysAhead", 0, 90, wrong),
                number(typed, "openBookings", 1, 20, wrong),
                number(typed, "misses", 1, 20, wrong),
                number(typed, "missDays", 1, 366, wrong),
                number(typed, "barredDays", 0, 366, wrong),
                release(typed, wrong));
        return wrong.isEmpty()
                ? page.change(
                        me,
                        version,
                        with(plan, plan.week(), plan.specialDays(), rules),
                        "plan-rules",
                        "slotMinutes",
                        typed,
                        response,
                        model)
                : page.wrong(me, hall, "plan-rules", wrong, typed, response, model);
    }

    private static Optional<Release> release(Map<String, String> typed, List<WrongField> wrong) {
        String time = typed.getOrDefault("releaseTime", "").strip();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        int rush = number(typed, "rushMinutes", 0, MOST_RUSH_MINUTES, wrong);
        Optional<Release> release = TypedHours.time(time).map(at -> new Release(at, rush));
        if (release.isEmpty()) {
            wrong.add(new WrongField("releaseTime", "halls.wrong.time"));
        }
        return release;
    }

    private static int number(Map<String, String> typed, String field, int least, int most, List<WrongField> wrong) {
        Optional<Integer> number = TypedNumbers.parse(typed.getOrDefault(field, ""))
                .filter(numbers -> numbers.size() == 1)
                .map(List::getFirst)
                .or(() -> Optional.of(0)
                        .filter(_ -> "0".equals(typed.getOrDefault(field, "").strip())))
                .filter(one -> one >= least && one <= most);
        if (number.isEmpty()) {
            wrong.add(new WrongField(field, "halls.wrong.number", least, most));
        }
        return number.orElse(least);
    }

    @GetMapping("/{hall}/hours")
    String hours(StaffMember me, @PathVariable String hall, Model model) {
        return page.show(me, hall, "plan-hours", List.of(), Map.of(), "", model);
    }

    @PostMapping("/{hall}/hours")
    String changeHours(
            StaffMember me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        List<WrongField> wrong = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            TypedHours.parse(typed.getOrDefault(day.name(), ""))
                    .ifPresentOrElse(
                            openings -> week.put(day, openings),
                            () -> wrong.add(new WrongField(day.name(), "halls.wrong.hours")));
        }
        return wrong.isEmpty()
                ? page.change(
                        me,
                        version,
                        with(plan, week, plan.specialDays(), plan.rules()),
                        "plan-hours",
                        "MONDAY",
                        typed,
                        response,
                        model)
                : page.wrong(me, hall, "plan-hours", wrong, typed, response, model);
    }

    @PostMapping("/{hall}/days")
    String addDay(
            StaffMember me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        List<WrongField> wrong = new ArrayList<>();
        Optional<LocalDate> day = TypedDay.parse(typed.getOrDefault("day", ""));
        Optional<List<Opening>> openings = TypedHours.parse(typed.getOrDefault("hours", ""));
        String reason = PlainText.tidy(typed.getOrDefault("reason", ""));
        if (day.isEmpty()) {
            wrong.add(new WrongField("day", "halls.wrong.day"));
        }
        if (openings.isEmpty()) {
            wrong.add(new WrongField("hours", "halls.wrong.hours"));
        }
        PlainText.checkRequired("reason", reason, LONGEST_REASON, "halls.wrong.reason")
                .ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            return page.wrong(me, hall, "plan-hours", wrong, typed, response, model);
        }
        List<SpecialDay> days = new ArrayList<>(plan.specialDays());
        days.add(new SpecialDay(day.orElseThrow(), openings.orElseThrow(), reason));
        days.sort(Comparator.comparing(SpecialDay::day));
        return page.change(
                me, version, with(plan, plan.week(), days, plan.rules()), "plan-hours", "day", typed, response, model);
    }

    @PostMapping("/{hall}/days/removal")
    String removeDay(
            StaffMember me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String day,
            HttpServletResponse response,
            Model model) {
        HallPlan plan = desk.plan(me, hall).plan();
        List<SpecialDay> days = plan.specialDays().stream()
                .filter(one -> !one.day().toString().equals(day))
                .toList();
        return page.change(
                me,
                version,
                with(plan, plan.week(), days, plan.rules()),
                "plan-hours",
                "day",
                Map.of(),
                response,
                model);
    }

    private static HallPlan with(
            HallPlan plan, Map<DayOfWeek, List<Opening>> week, List<SpecialDay> specialDays, Rules rules) {
        return new HallPlan(plan.hall(), plan.areas(), plan.windows(), plan.groups(), week, specialDays, rules);
    }
}
