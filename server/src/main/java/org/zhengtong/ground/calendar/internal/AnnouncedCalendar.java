package org.zhengtong.ground.calendar.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhengtong.ground.calendar.WorkingCalendar;

/** The days off and the weekend days worked, as the State Council's yearly notices (国务院办公厅关于节假日安排的通知) name them. */
record AnnouncedCalendar(Set<LocalDate> daysOff, Set<LocalDate> daysWorked, Set<Integer> years, String version)
        implements WorkingCalendar {

    AnnouncedCalendar {
        daysOff = Set.copyOf(daysOff);
        daysWorked = Set.copyOf(daysWorked);
        years = Set.copyOf(years);
    }

    static AnnouncedCalendar of(Set<LocalDate> daysOff, Set<LocalDate> daysWorked) {
        TreeSet<Integer> years =
                daysOff.stream().map(LocalDate::getYear).collect(Collectors.toCollection(TreeSet::new));
        return new AnnouncedCalendar(daysOff, daysWorked, years, "国务院放假安排 " + years.first() + "–" + years.last());
    }

    /** The notices as bundled: the days are the names of the members. */
    record Notices(Map<LocalDate, String> holidays, Map<LocalDate, String> workdays) {
        AnnouncedCalendar calendar() {
            return AnnouncedCalendar.of(holidays.keySet(), workdays.keySet());
        }
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        if (daysWorked.contains(day)) {
            return true;
        }
        DayOfWeek name = day.getDayOfWeek();
        return name != DayOfWeek.SATURDAY && name != DayOfWeek.SUNDAY && !daysOff.contains(day);
    }

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return daysOff.contains(day);
    }

    @Override
    public boolean announced(int year) {
        return years.contains(year);
    }
}
