package org.zhengtong.services.halls.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.RosterDay;
import org.zhengtong.services.halls.RosterDesk;

/**
 * The roster of a hall: its week, and the dates of one week with what differs.
 *
 * @param week the days on which the hall is open
 * @param monday of the week whose dates are shown
 */
public record RosterView(
        RosterDesk.Kept kept, FormState faults, List<Column> week, LocalDate monday, List<Column> dates, String done) {
    private static final int DAYS = 7;

    /** @param other the windows that are staffed otherwise than in the week */
    public record Column(RosterDay day, List<Shift> shifts, Set<Integer> other) {
        public List<Shift> at(int window) {
            return shifts.stream().filter(shift -> shift.window() == window).toList();
        }
    }

    public List<Integer> windows() {
        return windows(kept.plan());
    }

    static List<Integer> windows(HallPlan plan) {
        return plan.windows().stream()
                .map(HallPlan.Window::number)
                .filter(number -> !plan.groupsAt(number).isEmpty())
                .sorted()
                .toList();
    }

    public String name(Shift shift) {
        return kept.names().getOrDefault(shift.clerk(), "");
    }

    public static String hours(Shift shift) {
        return TypedHours.shown(List.of(shift.time()));
    }

    public LocalDate before() {
        return monday.minusDays(DAYS);
    }

    public LocalDate after() {
        return monday.plusDays(DAYS);
    }
}
