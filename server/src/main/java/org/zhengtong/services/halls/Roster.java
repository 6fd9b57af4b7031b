package org.zhengtong.services.halls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.HallPlan.Opening;

/**
 * Who serves at which window of a hall when (排班). It is kept beside the plan: what is asked of it is cut to the hours the
 * plan has then, so that a day the hall closes needs no change here.
 *
 * @param hall id of the hall
 * @param otherDays windows that are staffed otherwise on a date
 */
public record Roster(String hall, Map<DayOfWeek, List<Shift>> week, List<OtherDay> otherDays) {
    private static final Comparator<Shift> BY_WINDOW = Comparator.comparingInt(Shift::window)
            .thenComparing(shift -> shift.time().from());

    public Roster {
        Map<DayOfWeek, List<Shift>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, shifts) -> sorted.put(day, sorted(shifts)));
        week = Map.copyOf(sorted);
        otherDays = otherDays.stream()
                .sorted(Comparator.comparing(OtherDay::day).thenComparingInt(OtherDay::window))
                .toList();
    }

    /** Somebody at a window. */
    public record Shift(int window, Opening time, PersonId clerk) {
        boolean overlaps(Shift other) {
            return time.overlaps(other.time);
        }
    }

    /** @param shifts of the window on this day instead of those of its week; none when nobody is there */
    public record OtherDay(LocalDate day, int window, List<Shift> shifts) {
        public OtherDay {
            shifts = sorted(shifts);
        }
    }

    public static Roster empty(String hall) {
        return new Roster(hall, Map.of(), List.of());
    }

    private static List<Shift> sorted(Collection<Shift> shifts) {
        return shifts.stream().sorted(BY_WINDOW).toList();
    }

    public boolean isEmpty() {
        return otherDays.isEmpty() && week.values().stream().allMatch(List::isEmpty);
    }

    /** Within the hours the hall is open then. */
    public List<Shift> on(RosterDay day, HallPlan plan, WorkingCalendar calendar) {
        return switch (day) {
            case RosterDay.Weekly(DayOfWeek weekday) ->
                cut(week.getOrDefault(weekday, List.of()), plan.openings(weekday));
            case RosterDay.On(LocalDate date) -> {
                Set<Integer> other = otherWindows(date);
                List<Opening> hours = plan.openings(date, calendar);
                yield sorted(Stream.concat(
                                usual(date, plan, calendar).stream().filter(shift -> !other.contains(shift.window())),
                                cut(otherShifts(date), hours).stream())
                        .toList());
            }
        };
    }

    /** What the week says of a date. */
    private List<Shift> usual(LocalDate date, HallPlan plan, WorkingCalendar calendar) {
        return cut(week.getOrDefault(HallPlan.weekday(date, calendar), List.of()), plan.openings(date, calendar));
    }

    private List<Shift> otherShifts(LocalDate date) {
        return otherDays.stream()
                .filter(one -> one.day().equals(date))
                .flatMap(one -> one.shifts().stream())
                .toList();
    }

    /** The windows that are staffed otherwise on this date. */
    public Set<Integer> otherWindows(LocalDate date) {
        return otherDays.stream()
                .filter(one -> one.day().equals(date))
                .map(OtherDay::window)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Shift> cut(List<Shift> shifts, List<Opening> hours) {
        return shifts.stream()
                .flatMap(shift -> hours.stream()
                        .flatMap(opening -> shift.time().within(opening).stream())
                        .map(time -> new Shift(shift.window(), time, shift.clerk())))
                .toList();
    }

    /** With all shifts of a day. On a date, a window that has those of its week does not differ. */
    public Roster with(RosterDay day, List<Shift> shifts, HallPlan plan, WorkingCalendar calendar) {
        return switch (day) {
            case RosterDay.Weekly(DayOfWeek weekday) -> with(weekday, shifts);
            case RosterDay.On(LocalDate date) -> {
                List<Shift> usual = usual(date, plan, calendar);
                List<OtherDay> others = new ArrayList<>(otherDays.stream()
                        .filter(one -> !one.day().equals(date))
                        .toList());
                Set<Integer> windows = new TreeSet<>();
                Stream.concat(usual.stream(), shifts.stream()).forEach(shift -> windows.add(shift.window()));
                windows.stream()
                        .filter(window -> !at(window, shifts).equals(at(window, usual)))
                        .forEach(window -> others.add(new OtherDay(date, window, at(window, shifts))));
                yield new Roster(hall, week, others);
            }
        };
    }

    private static List<Shift> at(int window, List<Shift> shifts) {
        return sorted(shifts.stream().filter(shift -> shift.window() == window).toList());
    }

    private Roster with(DayOfWeek day, List<Shift> shifts) {
        Map<DayOfWeek, List<Shift>> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(week);
        changed.put(day, shifts);
        return new Roster(hall, changed, otherDays);
    }

    /** The other days become like this one, as far as the hall is open then. */
    public Roster copied(DayOfWeek from, Collection<DayOfWeek> to, HallPlan plan) {
        Roster copy = this;
        for (DayOfWeek day : to) {
            copy = copy.with(day, cut(week.getOrDefault(from, List.of()), plan.openings(day)));
        }
        return copy;
    }

    /** A date that is like its week again. */
    public Roster asUsual(LocalDate date) {
        return new Roster(
                hall,
                week,
                otherDays.stream().filter(one -> !one.day().equals(date)).toList());
    }

    /** Dates that are over need not be kept. */
    public Roster since(LocalDate today) {
        return new Roster(
                hall,
                week,
                otherDays.stream().filter(one -> !one.day().isBefore(today)).toList());
    }

    public Roster without(PersonId clerk) {
        Map<DayOfWeek, List<Shift>> others = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, shifts) -> others.put(day, without(clerk, shifts)));
        return new Roster(
                hall,
                others,
                otherDays.stream()
                        .map(one -> new OtherDay(one.day(), one.window(), without(clerk, one.shifts())))
                        .toList());
    }

    private static List<Shift> without(PersonId clerk, List<Shift> shifts) {
        return shifts.stream().filter(shift -> !shift.clerk().equals(clerk)).toList();
    }

    /** Everybody in it. */
    public Set<PersonId> clerks() {
        return Stream.concat(
                        week.values().stream().flatMap(List::stream),
                        otherDays.stream().flatMap(one -> one.shifts().stream()))
                .map(Shift::clerk)
                .collect(Collectors.toUnmodifiableSet());
    }
}
