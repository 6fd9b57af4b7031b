package org.zhengtong.ground.calendar;

import java.time.LocalDate;

/**
 * Working days: Monday to Friday, less the public holidays and with the weekend days worked, as the State Council
 * announces them for each year. A year not yet announced has its weekends only.
 */
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate day);

    /** Whether an announcement makes it a day off, whatever day of the week it is. */
    boolean isPublicHoliday(LocalDate day);

    /** The day on which {@code days} working days have passed; the first day is not counted. */
    default LocalDate after(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days are counted forward, not " + days);
        }
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** How many working days lie after {@code start} up to and including {@code end}; negative when {@code end} is earlier. */
    default int between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -between(end, start);
        }
        return (int) start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Which announcements this calendar knows, such as {@code 国务院放假安排 2004–2026}. */
    String version();

    /** Whether the holidays of this year are announced. */
    boolean announced(int year);
}
