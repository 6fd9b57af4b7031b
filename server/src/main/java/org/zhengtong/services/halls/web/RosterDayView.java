package org.zhengtong.services.halls.web;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.RosterDay;
import org.zhengtong.services.halls.RosterDesk;

/**
 * One day of a roster as it is set up.
 *
 * @param openings of the hall on this day
 * @param shifts as they are, or as they were typed
 * @param differs whether it is a date that is otherwise than its week
 */
public record RosterDayView(
        RosterDesk.Kept kept,
        RosterDay day,
        FormState form,
        List<Opening> openings,
        List<Shift> shifts,
        boolean differs,
        Map<String, String> typed,
        boolean done) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    public List<Integer> windows() {
        return RosterView.windows(kept.plan());
    }

    public static String field(int window, Opening opening) {
        return "at-" + window + "-" + TIME.format(opening.from());
    }

    public static String hours(Opening opening) {
        return TypedHours.shown(List.of(opening));
    }

    /** Who may serve at this window. */
    public List<RosterDesk.Clerk> clerks(int window) {
        List<HallPlan.Group> groups = kept.plan().groupsAt(window);
        return kept.clerks().stream()
                .filter(clerk -> groups.stream().anyMatch(group -> group.serves(clerk.bodyUscc())))
                .toList();
    }

    /** Who is there for the whole opening. */
    public Optional<PersonId> chosen(int window, Opening opening) {
        return shifts.stream()
                .filter(shift -> shift.window() == window && shift.time().equals(opening))
                .map(Shift::clerk)
                .findFirst();
    }

    /** Whether somebody is in the roster who may not serve at this window any more. */
    public boolean isGone(int window, PersonId clerk) {
        return clerks(window).stream().noneMatch(one -> one.id().equals(clerk));
    }

    public String name(PersonId clerk) {
        return kept.names().getOrDefault(clerk, "");
    }

    /** Shifts with hours of their own. */
    public List<Shift> otherHours() {
        return otherHours(shifts, openings);
    }

    static List<Shift> otherHours(List<Shift> shifts, List<Opening> openings) {
        return shifts.stream().filter(shift -> !openings.contains(shift.time())).toList();
    }

    /** The other days of the week on which the hall is open; none for a date. */
    public List<DayOfWeek> otherDays() {
        return day instanceof RosterDay.Weekly(DayOfWeek here)
                ? Arrays.stream(DayOfWeek.values())
                        .filter(other ->
                                other != here && !kept.plan().openings(other).isEmpty())
                        .toList()
                : List.of();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
