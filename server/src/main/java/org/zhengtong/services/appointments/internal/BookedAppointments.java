package org.zhengtong.services.appointments.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
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
    private final DaySeats days;
    private final RushGate gate;

    BookedAppointments(
            SeatBooking booking,
            AppointmentStore store,
            SeatStore seats,
            HallPlans plans,
            BookingRules rules,
            Catalogue catalogue,
            DaySeats days,
            RushGate gate) {
        this.booking = booking;
        this.store = store;
        this.seats = seats;
        this.plans = plans;
        this.rules = rules;
        this.catalogue = catalogue;
        this.days = days;
        this.gate = gate;
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
                        .map(day -> day(plan, group, channel, day, taken))
                        .filter(day -> !day.times().isEmpty() || day.opens().isPresent())
                        .toList());
    }

    private Offer.Day day(
            HallPlan plan, Group group, BookingChannel channel, LocalDate day, Map<Moment, Integer> taken) {
        List<Offer.Time> times = days.times(plan, day, group.seats(channel), taken);
        Optional<Instant> opens = rules.opens(plan, day).filter(_ -> !times.isEmpty());
        return new Offer.Day(
                day, opens.isPresent() ? List.of() : times, opens, gate.isQueued(plan, group, day, channel));
    }

    @Override
    public Optional<ServiceItem> item(String code) {
        return ItemCode.parse(code).flatMap(catalogue::item).filter(item -> item.state() == ItemState.IN_USE);
    }

    @Override
    public Answer book(SignedIn me, Wish wish, BookingChannel channel) {
        return item(wish.item())
                .map(item -> book(me, item, wish, channel))
                .orElseGet(() -> new Answer.Refused(new Refusal.NotHere()));
    }

    private Answer book(SignedIn me, ServiceItem item, Wish wish, BookingChannel channel) {
        Optional<HallPlan> plan = plans.bookable(wish.hall());
        Optional<Group> group = plan.flatMap(one -> one.groupFor(item.code().value(), item.bodyUscc()));
        if (group.isEmpty()) {
            return new Answer.Refused(new Refusal.NotHere());
        }
        return switch (gate.pass(me.person(), plan.orElseThrow(), group.get(), wish.moment(), channel)) {
            case RushGate.Pass.Refused(Refusal why) -> new Answer.Refused(why);
            case RushGate.Pass.Open(var lot) ->
                booking.book(
                        me.person(), wish.hall(), item, wish.moment(), new SeatBooking.By(me.actor(), channel, lot));
        };
    }

    @Override
    public Answer move(SignedIn me, UUID id, Moment to, BookingChannel channel) {
        Appointment before = one(me, id);
        Optional<HallPlan> plan = plans.bookable(before.hall());
        Optional<Group> group = plan.flatMap(one -> SeatBooking.groupOf(before, one));
        if (group.isEmpty() || before.moment().equals(to)) {
            return booking.move(id, to, new SeatBooking.By(me.actor(), channel));
        }
        return switch (gate.pass(me.person(), plan.orElseThrow(), group.get(), to, channel)) {
            case RushGate.Pass.Refused(Refusal why) -> new Answer.Refused(why);
            case RushGate.Pass.Open(var lot) -> booking.move(id, to, new SeatBooking.By(me.actor(), channel, lot));
        };
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
