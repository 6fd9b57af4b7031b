package org.zhengtong.services.halls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.TypedDay;

/** What a roster is set up for: a day of every week, or one date. */
public sealed interface RosterDay {
    record Weekly(DayOfWeek day) implements RosterDay {}

    record On(LocalDate date) implements RosterDay {}

    /** @return empty for what is neither {@code MONDAY} nor {@code 2026-03-02} */
    static Optional<RosterDay> parse(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst()
                .<RosterDay>map(Weekly::new)
                .or(() -> TypedDay.parse(name).map(On::new));
    }

    default String name() {
        return switch (this) {
            case Weekly(DayOfWeek day) -> day.name();
            case On(LocalDate date) -> date.toString();
        };
    }

    /** When the hall is open on it. */
    default List<HallPlan.Opening> openings(HallPlan plan, WorkingCalendar calendar) {
        return switch (this) {
            case Weekly(DayOfWeek day) -> plan.openings(day);
            case On(LocalDate date) -> plan.openings(date, calendar);
        };
    }
}
