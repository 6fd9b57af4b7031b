package org.zhengtong.services.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.zhengtong.ground.calendar.WorkingCalendar;

/** Weekends and the Spring Festival of 2026 (15–23 February free; Saturdays 14 and 28 February worked). */
public final class FestivalCalendar implements WorkingCalendar {
    private static final Set<LocalDate> WORKED = Set.of(LocalDate.of(2026, 2, 14), LocalDate.of(2026, 2, 28));

    @Override
    public boolean isWorkingDay(LocalDate day) {
        boolean festival = !day.isBefore(LocalDate.of(2026, 2, 15)) && !day.isAfter(LocalDate.of(2026, 2, 23));
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return WORKED.contains(day) || !(festival || weekend);
    }

    @Override
    public LocalDate after(LocalDate start, int days) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    @Override
    public int between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -between(end, start);
        }
        return (int) start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    @Override
    public String version() {
        return "2026";
    }

    @Override
    public boolean announced(int year) {
        return year <= 2026;
    }
}
