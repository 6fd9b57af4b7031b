package org.zhengtong.services.halls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.HallPlan.Window;
import org.zhengtong.services.halls.Roster.Shift;

/**
 * Looks through rosters.
 *
 * @param acceptors USCCs of the bodies of those who accept in the hall
 * @param elsewhere the other halls' plans and rosters
 * @param today dates before it are not looked at
 */
public record RosterCheck(
        HallPlan plan,
        Map<PersonId, String> acceptors,
        List<Elsewhere> elsewhere,
        WorkingCalendar calendar,
        LocalDate today) {

    public record Elsewhere(HallPlan plan, Roster roster) {}

    /** What is wrong with the week, and with the windows of dates that differ. */
    public List<RosterFault> faults(Roster roster) {
        Set<RosterFault> faults = new LinkedHashSet<>();
        if (roster.isEmpty()) {
            return List.of();
        }
        people(roster, faults);
        for (DayOfWeek day : DayOfWeek.values()) {
            day(new RosterDay.Weekly(day), roster, staffed(), faults);
        }
        roster.otherDays().stream()
                .map(Roster.OtherDay::day)
                .filter(date -> !date.isBefore(today))
                .distinct()
                .forEach(date -> day(new RosterDay.On(date), roster, roster.otherWindows(date), faults));
        return List.copyOf(faults);
    }

    private Set<Integer> staffed() {
        return plan.windows().stream()
                .map(Window::number)
                .filter(number -> !plan.groupsAt(number).isEmpty())
                .collect(Collectors.toSet());
    }

    private void people(Roster roster, Set<RosterFault> faults) {
        List<Shift> all = new ArrayList<>();
        roster.week().forEach((_, shifts) -> all.addAll(shifts));
        roster.otherDays().stream().filter(one -> !one.day().isBefore(today)).forEach(one -> all.addAll(one.shifts()));
        all.sort(Comparator.comparingInt(Shift::window));
        for (Shift shift : all) {
            Optional<String> body = Optional.ofNullable(acceptors.get(shift.clerk()));
            if (body.isEmpty()) {
                faults.add(new RosterFault.Gone(shift.clerk()));
            } else if (plan.groupsAt(shift.window()).stream().noneMatch(group -> group.serves(body.get()))) {
                faults.add(new RosterFault.NotServing(shift.clerk(), shift.window()));
            }
        }
    }

    /** @param windows what is wrong with others is said elsewhere */
    private void day(RosterDay day, Roster roster, Set<Integer> windows, Set<RosterFault> faults) {
        List<Shift> shifts = roster.on(day, plan, calendar);
        for (int i = 0; i < shifts.size(); i++) {
            for (int j = i + 1; j < shifts.size(); j++) {
                Shift one = shifts.get(i);
                Shift other = shifts.get(j);
                if (one.overlaps(other) && (windows.contains(one.window()) || windows.contains(other.window()))) {
                    both(day, one, other).ifPresent(faults::add);
                }
            }
        }
        for (Elsewhere there : elsewhere) {
            for (Shift other : there.roster().on(day, there.plan(), calendar)) {
                shifts.stream()
                        .filter(one -> windows.contains(one.window()))
                        .filter(one -> one.clerk().equals(other.clerk()) && one.overlaps(other))
                        .forEach(one -> faults.add(new RosterFault.AtTwoHalls(
                                day, one.clerk(), one.window(), there.plan().hall())));
            }
        }
        unstaffed(day, shifts, windows, faults);
    }

    private static Optional<RosterFault> both(RosterDay day, Shift one, Shift other) {
        if (one.window() == other.window()) {
            return Optional.of(new RosterFault.TwoAtWindow(day, one.window()));
        }
        return one.clerk().equals(other.clerk())
                ? Optional.of(new RosterFault.AtTwoWindows(day, one.clerk(), one.window(), other.window()))
                : Optional.empty();
    }

    private void unstaffed(RosterDay day, List<Shift> shifts, Set<Integer> windows, Set<RosterFault> faults) {
        Map<Opening, List<Integer>> gaps =
                new TreeMap<>(Comparator.comparing(Opening::from).thenComparing(Opening::until));
        for (int window : windows.stream().sorted().toList()) {
            List<Opening> there = shifts.stream()
                    .filter(shift -> shift.window() == window)
                    .map(Shift::time)
                    .toList();
            day.openings(plan, calendar).stream()
                    .flatMap(opening -> gaps(opening, there).stream())
                    .forEach(gap ->
                            gaps.computeIfAbsent(gap, _ -> new ArrayList<>()).add(window));
        }
        gaps.forEach((gap, at) -> faults.add(new RosterFault.Unstaffed(day, gap, List.copyOf(at))));
    }

    /** @param there in the order of their time */
    private static List<Opening> gaps(Opening opening, Collection<Opening> there) {
        List<Opening> gaps = new ArrayList<>();
        LocalTime covered = opening.from();
        for (Opening time : there) {
            if (time.from().isAfter(covered) && covered.isBefore(opening.until())) {
                gaps.add(new Opening(covered, time.from().isBefore(opening.until()) ? time.from() : opening.until()));
            }
            covered = time.until().isAfter(covered) ? time.until() : covered;
        }
        if (covered.isBefore(opening.until())) {
            gaps.add(new Opening(covered, opening.until()));
        }
        return gaps;
    }
}
