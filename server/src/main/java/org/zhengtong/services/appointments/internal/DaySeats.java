package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;

/** The seats of a day that can still be had. */
@Component
class DaySeats {
    private final SeatStore seats;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DaySeats(SeatStore seats, WorkingCalendar calendar, Clock clock) {
        this.seats = seats;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param taken how many are in each slot */
    List<Offer.Time> times(HallPlan plan, LocalDate day, int capacity, Map<Moment, Integer> taken) {
        return plan.slots(day, calendar).stream()
                .filter(slot -> new Moment(day, slot.starts()).instant().isAfter(clock.instant()))
                .map(slot -> new Offer.Time(
                        slot.starts(),
                        slot.ends(),
                        Math.max(0, capacity - taken.getOrDefault(new Moment(day, slot.starts()), 0))))
                .toList();
    }

    int free(HallPlan plan, Group group, BookingChannel channel, LocalDate day) {
        Map<Moment, Integer> taken = seats.taken(plan.hall(), group.id(), channel, day, day);
        return times(plan, day, group.seats(channel), taken).stream()
                .mapToInt(Offer.Time::free)
                .sum();
    }
}
