package org.zhengtong.services.queue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Hall;

/** The floor of a hall, for those who run it: staff who accept there. Everybody else is refused with a 403. */
public interface Floors {
    /** The halls whose floor they may see. */
    List<Hall> halls(StaffMember staff);

    /** @throws org.zhengtong.ground.web.Problem 404 for a hall that is not theirs */
    Hall hall(StaffMember staff, String hall);

    /** @throws org.zhengtong.ground.web.Problem 404 for a hall that is not theirs */
    FloorReport report(StaffMember staff, String hall, LocalDate day);

    /** What is to be expected of the rest of the day: for each hour, how many come and how many windows that takes. */
    List<Hour> forecast(StaffMember staff, String hall);

    /**
     * @param comes people, from the same weekday of the weeks before and from those who booked
     * @param windows needed, each busy five sixths of the time, which keeps lines short
     * @param open how many are open now; for the hours to come, as many as the roster has there, where there is one
     */
    record Hour(int hour, String group, int comes, int windows, int open) {}

    /** Windows nobody is at although somebody should be, by the roster. */
    List<Missing> missing(StaffMember staff, String hall);

    /**
     * @param clerk name of who should be there
     * @param since by the city's clock
     */
    record Missing(int window, String clerk, LocalTime since) {}
}
