package org.zhengtong.services.halls.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
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
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.Roster;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.RosterDay;
import org.zhengtong.services.halls.RosterDesk;
import org.zhengtong.services.halls.RosterDesk.Kept;
import org.zhengtong.services.halls.RosterFault;

/** Who sits at which window when: a day of every week, or one date, at a time. */
@Controller
@RequestMapping("/desk/halls/{hall}/roster")
class RosterPages {
    private static final int DAYS = 7;
    private final RosterDesk desk;
    private final RosterWords words;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RosterPages(RosterDesk desk, RosterWords words, WorkingCalendar calendar, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String roster(
            StaffMember me,
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Kept kept = desk.roster(me, hall);
        LocalDate monday = TypedDay.parse(week)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), Page.ZONE))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        model.addAttribute(
                "view",
                new RosterView(
                        kept,
                        new FormState(said("", kept.faults(), kept)),
                        columns(kept, Arrays.stream(DayOfWeek.values()).map(RosterDay.Weekly::new)),
                        monday,
                        columns(kept, monday.datesUntil(monday.plusDays(DAYS)).map(RosterDay.On::new)),
                        done.equals("changed") ? "halls.roster.changed" : ""));
        return "services/halls/roster";
    }

    private List<WrongField> said(String field, List<RosterFault> faults, Kept kept) {
        return faults.stream().map(fault -> words.of(field, fault, kept)).toList();
    }

    /** Of the days on which the hall is open. */
    private List<RosterView.Column> columns(Kept kept, Stream<? extends RosterDay> days) {
        return days.filter(day -> !day.openings(kept.plan(), calendar).isEmpty())
                .map(day -> new RosterView.Column(
                        day, kept.roster().on(day, kept.plan(), calendar), otherWindows(kept.roster(), day)))
                .toList();
    }

    private static Set<Integer> otherWindows(Roster roster, RosterDay day) {
        return day instanceof RosterDay.On(LocalDate date) ? roster.otherWindows(date) : Set.of();
    }

    @GetMapping("/{day}")
    String day(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String day,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Kept kept = desk.roster(me, hall);
        RosterDay asked = asked(day, kept);
        List<Shift> shifts = kept.roster().on(asked, kept.plan(), calendar);
        return show(kept, asked, shifts, List.of(), Map.of(), done.equals("changed"), model);
    }

    /** A day on which the hall is open. */
    private RosterDay asked(String name, Kept kept) {
        return RosterDay.parse(name)
                .filter(day -> !day.openings(kept.plan(), calendar).isEmpty())
                .orElseThrow(() -> Problem.notFound("halls.not-open-then"));
    }

    private String show(
            Kept kept,
            RosterDay day,
            List<Shift> shifts,
            List<WrongField> wrong,
            Map<String, String> typed,
            boolean done,
            Model model) {
        model.addAttribute(
                "view",
                new RosterDayView(
                        kept,
                        day,
                        new FormState(wrong),
                        day.openings(kept.plan(), calendar),
                        shifts,
                        !otherWindows(kept.roster(), day).isEmpty(),
                        typed,
                        done));
        return "services/halls/roster-day";
    }

    /** Those who are there for a whole opening; shifts with hours of their own stay. */
    @PostMapping("/{day}")
    String change(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String day,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Kept kept = desk.roster(me, hall);
        RosterDay asked = asked(day, kept);
        List<Opening> openings = asked.openings(kept.plan(), calendar);
        List<Shift> shifts =
                new ArrayList<>(RosterDayView.otherHours(kept.roster().on(asked, kept.plan(), calendar), openings));
        for (int window : RosterView.windows(kept.plan())) {
            for (Opening opening : openings) {
                person(typed.getOrDefault(RosterDayView.field(window, opening), ""))
                        .ifPresent(clerk -> shifts.add(new Shift(window, opening, clerk)));
            }
        }
        return changed(me, kept, asked, version, shifts, "grid", typed, response, model)
                .orElse(home(hall, asked));
    }

    private static Optional<PersonId> person(String typed) {
        try {
            return Optional.of(new PersonId(UUID.fromString(typed)));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static String home(String hall, RosterDay day) {
        String week = day instanceof RosterDay.On(LocalDate date) ? "&week=" + date : "";
        return "redirect:/desk/halls/" + hall + "/roster?done=changed" + week;
    }

    private static String same(String hall, RosterDay day) {
        return "redirect:/desk/halls/" + hall + "/roster/" + day.name() + "?done=changed";
    }

    private Optional<String> changed(
            StaffMember me,
            Kept kept,
            RosterDay day,
            int version,
            List<Shift> shifts,
            String field,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Roster changed = kept.roster().with(day, shifts, kept.plan(), calendar);
        return refused(me, kept, day, version, changed, shifts, field, typed, response, model);
    }

    /** @return the page that says why nothing was changed; empty when it was */
    private Optional<String> refused(
            StaffMember me,
            Kept kept,
            RosterDay day,
            int version,
            Roster changed,
            List<Shift> shown,
            String field,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        return switch (desk.change(me, version, changed)) {
            case RosterDesk.Answer.Done _ -> Optional.empty();
            case RosterDesk.Answer.Faulty(List<RosterFault> faults) ->
                Optional.of(wrong(kept, day, shown, said(field, faults, kept), typed, response, model));
        };
    }

    private String wrong(
            Kept kept,
            RosterDay day,
            List<Shift> shifts,
            List<WrongField> wrong,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(kept, day, shifts, wrong, typed, false, model);
    }

    /** Somebody is at a window at other times than the hall's openings. */
    @PostMapping("/{day}/shifts")
    String add(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String day,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int window,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Kept kept = desk.roster(me, hall);
        RosterDay asked = asked(day, kept);
        List<Shift> shifts = kept.roster().on(asked, kept.plan(), calendar);
        List<WrongField> wrong = new ArrayList<>();
        List<Opening> hours = TypedHours.parse(typed.getOrDefault("hours", ""))
                .filter(spans -> spans.stream().noneMatch(Opening::isBackwards))
                .orElse(List.of());
        if (hours.isEmpty()) {
            wrong.add(new WrongField("hours", "halls.wrong.shift-hours"));
        }
        Optional<PersonId> clerk = person(typed.getOrDefault("clerk", ""));
        if (clerk.isEmpty()) {
            wrong.add(new WrongField("clerk", "halls.wrong.clerk"));
        }
        if (!wrong.isEmpty()) {
            return wrong(kept, asked, shifts, wrong, typed, response, model);
        }
        List<Shift> more = Stream.concat(
                        shifts.stream(), hours.stream().map(time -> new Shift(window, time, clerk.orElseThrow())))
                .toList();
        return changed(me, kept, asked, version, more, "hours", typed, response, model)
                .orElse(same(hall, asked));
    }

    /** @param shift its place among those of the day */
    @PostMapping("/{day}/shifts/removal")
    String remove(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String day,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String shift,
            HttpServletResponse response,
            Model model) {
        Kept kept = desk.roster(me, hall);
        RosterDay asked = asked(day, kept);
        List<Shift> left = kept.roster().on(asked, kept.plan(), calendar).stream()
                .filter(one -> !RosterDayView.field(one.window(), one.time()).equals(shift))
                .toList();
        return changed(me, kept, asked, version, left, "hours", Map.of(), response, model)
                .orElse(same(hall, asked));
    }

    @PostMapping("/{day}/copies")
    String copy(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String day,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") List<DayOfWeek> to,
            HttpServletResponse response,
            Model model) {
        Kept kept = desk.roster(me, hall);
        if (!(asked(day, kept) instanceof RosterDay.Weekly(DayOfWeek from))) {
            throw Problem.notFound("halls.not-open-then");
        }
        RosterDay.Weekly asked = new RosterDay.Weekly(from);
        return whole(me, kept, asked, version, kept.roster().copied(from, to, kept.plan()), "copies", response, model);
    }

    /** The date is like its week again. */
    @PostMapping("/{day}/removal")
    String asUsual(
            StaffMember me,
            @PathVariable String hall,
            @PathVariable String day,
            @RequestParam(defaultValue = "0") int version,
            HttpServletResponse response,
            Model model) {
        Kept kept = desk.roster(me, hall);
        RosterDay asked = asked(day, kept);
        Roster usual =
                asked instanceof RosterDay.On(LocalDate date) ? kept.roster().asUsual(date) : kept.roster();
        return whole(me, kept, asked, version, usual, "grid", response, model);
    }

    /** @param field where it is said why it was not done */
    private String whole(
            StaffMember me,
            Kept kept,
            RosterDay asked,
            int version,
            Roster changed,
            String field,
            HttpServletResponse response,
            Model model) {
        List<Shift> shifts = kept.roster().on(asked, kept.plan(), calendar);
        return refused(me, kept, asked, version, changed, shifts, field, Map.of(), response, model)
                .orElse(home(kept.hall().id(), asked));
    }
}
