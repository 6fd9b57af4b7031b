package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.halls.HallPlan.Slot;

/** What the plan of a hall says of a time and of a person. */
@Component
class BookingRules {
    private final AppointmentStore store;
    private final WorkingCalendar calendar;
    private final Clock clock;

    BookingRules(AppointmentStore store, WorkingCalendar calendar, Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant instant() {
        return clock.instant();
    }

    /** By the city's clock. */
    Moment now() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Page.ZONE);
        return new Moment(now.toLocalDate(), now.toLocalTime());
    }

    /** Empty when the hall is not open then, the time is past or too far ahead. */
    Optional<Slot> slot(HallPlan plan, Moment moment, int daysAhead) {
        boolean inReach = moment.instant().isAfter(clock.instant())
                && !moment.day().isAfter(now().day().plusDays(daysAhead));
        return inReach
                ? plan.slots(moment.day(), calendar).stream()
                        .filter(slot -> slot.starts().equals(moment.starts()))
                        .findFirst()
                : Optional.empty();
    }

    /** When the day opens, while it has not. */
    Optional<Instant> opens(HallPlan plan, LocalDate day) {
        return plan.rules()
                .opens(day)
                .map(time -> time.atZone(Page.ZONE).toInstant())
                .filter(clock.instant()::isBefore);
    }

    /** Why nobody can book this slot; empty when it is open. */
    Optional<Refusal> closed(HallPlan plan, Optional<Slot> slot, Moment moment) {
        return slot.isEmpty()
                ? Optional.of(new Refusal.NoSuchTime())
                : opens(plan, moment.day()).map(Refusal.NotYetOpen::new);
    }

    /** The last day that is open for booking now. */
    LocalDate lastOpen(HallPlan plan) {
        LocalDate last = now().day().plusDays(plan.rules().daysAhead());
        return opens(plan, last).isPresent() ? last.minusDays(1) : last;
    }

    /** Why the person may not have one more booking in the hall, whatever the time. */
    Optional<Refusal> against(PersonId person, HallPlan plan, BookingChannel channel) {
        return heldBack(person, plan, channel)
                .<Refusal>map(Refusal.HeldBack::new)
                .or(() -> Optional.<Refusal>of(new Refusal.TooMany(plan.rules().openBookings()))
                        .filter(_ ->
                                store.open(person, plan.hall()) >= plan.rules().openBookings()));
    }

    private Optional<LocalDate> heldBack(PersonId person, HallPlan plan, BookingChannel channel) {
        Rules rules = plan.rules();
        if (channel == BookingChannel.PHONE || rules.barredDays() == 0) {
            return Optional.empty();
        }
        LocalDate today = now().day();
        List<LocalDate> misses = store.misses(person, plan.hall(), today.minusDays(rules.missDays()));
        return misses.size() < rules.misses()
                ? Optional.empty()
                : Optional.of(misses.getLast().plusDays(rules.barredDays())).filter(until -> !until.isBefore(today));
    }
}
