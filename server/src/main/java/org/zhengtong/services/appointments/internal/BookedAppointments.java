package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Wish;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;

/** What somebody books for themselves. */
@Service
class BookedAppointments implements Appointments {
    private final SeatBooking booking;
    private final AppointmentStore store;
    private final SeatStore seats;
    private final HallPlans plans;
    private final BookingRules rules;
    private final Catalogue catalogue;
    private final WorkingCalendar calendar;
    private final Clock clock;

    BookedAppointments(
            SeatBooking booking,
            AppointmentStore store,
            SeatStore seats,
            HallPlans plans,
            BookingRules rules,
            Catalogue catalogue,
            WorkingCalendar calendar,
            Clock clock) {
        this.booking = booking;
        this.store = store;
        this.seats = seats;
        this.plans = plans;
        this.rules = rules;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Optional<Offer> offer(String hall, ServiceItem item, BookingChannel channel) {
        return plans.bookable(hall)
                .flatMap(plan ->
                        plan.groupFor(item.code().value(), item.bodyUscc()).map(group -> offer(plan, group, channel)));
    }

    private Offer offer(HallPlan plan, Group group, BookingChannel channel) {
        LocalDate today = rules.now().day();
        LocalDate last = today.plusDays(plan.rules().daysAhead());
        Map<Moment, Integer> taken = seats.taken(plan.hall(), group.id(), channel, today, last);
        return new Offer(
                group.name(),
                today.datesUntil(last.plusDays(1))
                        .map(day -> new Offer.Day(day, times(plan, day, group.seats(channel), taken)))
                        .filter(day -> !day.times().isEmpty())
                        .toList());
    }

    private List<Offer.Time> times(HallPlan plan, LocalDate day, int capacity, Map<Moment, Integer> taken) {
        return plan.slots(day, calendar).stream()
                .filter(slot -> new Moment(day, slot.starts()).instant().isAfter(clock.instant()))
                .map(slot -> new Offer.Time(
                        slot.starts(),
                        slot.ends(),
                        Math.max(0, capacity - taken.getOrDefault(new Moment(day, slot.starts()), 0))))
                .toList();
    }

    @Override
    public Optional<ServiceItem> item(String code) {
        return ItemCode.parse(code).flatMap(catalogue::item).filter(item -> item.state() == ItemState.IN_USE);
    }

    @Override
    public Answer book(SignedIn me, Wish wish, BookingChannel channel) {
        return item(wish.item())
                .map(item -> booking.book(
                        me.person(), wish.hall(), item, wish.moment(), new SeatBooking.By(me.actor(), channel)))
                .orElseGet(() -> new Answer.Refused(new Refusal.NotHere()));
    }

    @Override
    public Answer move(SignedIn me, UUID id, Moment to, BookingChannel channel) {
        return booking.move(one(me, id).id(), to, new SeatBooking.By(me.actor(), channel));
    }

    @Override
    public Answer cancel(SignedIn me, UUID id) {
        return booking.cancel(one(me, id).id(), me.actor());
    }

    @Override
    public Appointment one(SignedIn me, UUID id) {
        return store.find(id)
                .filter(found -> found.person().equals(me.person()))
                .orElseThrow(() -> Problem.notFound("appointments.unknown"));
    }

    @Override
    public List<Appointment> of(SignedIn me) {
        return store.of(me.person(), MOST);
    }
}
