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
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return WORKED.contains(day) || !(isPublicHoliday(day) || weekend);
    }

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return !day.isBefore(LocalDate.of(2026, 2, 15)) && !day.isAfter(LocalDate.of(2026, 2, 23));
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
