package org.zhengtong.ground.calendar;

import java.time.LocalDate;

/**
 * Working days: Monday to Friday, less the public holidays and with the weekend days worked, as the State Council
 * announces them for each year. A year not yet announced has its weekends only.
 */
public interface WorkingCalendar {
    boolean isWorkingDay(LocalDate day);

    /** The day on which {@code days} working days have passed; the first day is not counted. */
    LocalDate after(LocalDate start, int days);

    /** How many working days lie after {@code start} up to and including {@code end}; negative when {@code end} is earlier. */
    int between(LocalDate start, LocalDate end);

    /** Which announcements this calendar knows, such as {@code 国务院放假安排 2004–2026}. */
    String version();

    /** Whether the holidays of this year are announced. */
    boolean announced(int year);
}
