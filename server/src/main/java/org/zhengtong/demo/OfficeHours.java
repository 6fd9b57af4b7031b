package org.zhengtong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;

/** Walks through the working days of a case, each step later than the one before and none later than now. */
final class OfficeHours {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int MINUTES_OPEN = 7 * 60;

    private final WorkingCalendar calendar;
    private final Inventions inventions;
    private final Instant now;
    private LocalDate day;
    private Instant last;

    /** @param age working days ago at which the walk begins */
    OfficeHours(WorkingCalendar calendar, Inventions inventions, Instant now, int age) {
        this.calendar = calendar;
        this.inventions = inventions;
        this.now = now;
        LocalDate today = LocalDate.ofInstant(now, Page.ZONE);
        day = today;
        for (int passed = 0; passed < age || (age > 0 && !calendar.isWorkingDay(day)); day = day.minusDays(1)) {
            passed += calendar.isWorkingDay(day) ? 1 : 0;
        }
        last = day.atStartOfDay(Page.ZONE).toInstant();
    }

    /** Some minute of the same day. */
    Instant today() {
        Instant some = day.atTime(OPENS)
                .plusMinutes(inventions.between(0, MINUTES_OPEN))
                .atZone(Page.ZONE)
                .toInstant();
        Instant later = some.isAfter(last) ? some : last.plusSeconds(inventions.between(60, 900));
        last = later.isAfter(now) ? now : later;
        return last;
    }

    Instant after(int workingDays) {
        if (workingDays > 0) {
            LocalDate next = calendar.after(day, workingDays);
            LocalDate latest = LocalDate.ofInstant(now, Page.ZONE);
            day = next.isAfter(latest) ? latest : next;
        }
        return today();
    }
}
