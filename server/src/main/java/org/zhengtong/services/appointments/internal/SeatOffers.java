package org.zhengtong.services.appointments.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointment.State;
import org.zhengtong.services.appointments.AppointmentNews.What;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Waiting;
import org.zhengtong.services.appointments.WaitingList;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;

/** Where a seat goes that comes free: to whoever waits longest for such a day, or back to everybody. */
@Component
class SeatOffers {
    private static final int MOST_ASKED = 50;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime AFTER_THE_NIGHT = LocalTime.of(10, 0);

    /** So long before its time a seat is not offered any more, and an offer is over. */
    private static final Duration TO_GET_THERE = Duration.ofHours(1);

    /** Nobody is hurried more than this. */
    private static final Duration SHORTEST = Duration.ofMinutes(20);

    private final AppointmentStore store;
    private final SeatStore seats;
    private final FullSlots full;
    private final WaitingStore waiting;
    private final HallPlans plans;
    private final BookingRules rules;
    private final AppointmentTelling telling;
    private final Identifiers identifiers;

    SeatOffers(
            AppointmentStore store,
            SeatStore seats,
            FullSlots full,
            WaitingStore waiting,
            HallPlans plans,
            BookingRules rules,
            AppointmentTelling telling,
            Identifiers identifiers) {
        this.store = store;
        this.seats = seats;
        this.full = full;
        this.waiting = waiting;
        this.plans = plans;
        this.rules = rules;
        this.telling = telling;
        this.identifiers = identifiers;
    }

    /** A seat nobody sits on, and what who is offered it would come to. */
    private record Empty(long seat, SeatStore.Row slot, LocalTime ends, String number) {}

    /**
     * In the running transaction, once nobody sits on it any more.
     *
     * @param freed who had it
     */
    void passOn(long seat, Appointment freed) {
        SeatStore.Row slot = new SeatStore.Row(freed.hall(), freed.group(), freed.moment(), freed.channel());
        boolean offered = isInTime(freed.moment())
                && plans.hold(freed.hall())
                        .filter(plan -> isStillThere(plan, slot))
                        .filter(plan -> isOffered(
                                plan,
                                new Empty(seat, slot, freed.ends(), freed.number()),
                                one -> !one.person().equals(freed.person())))
                        .isPresent();
        if (!offered) {
            seats.giveBack(seat);
            full.comesFree(slot);
        }
    }

    /**
     * In the running transaction: takes a free seat of the slot for whoever waits for such a day.
     *
     * @param plan held
     * @return false when nobody is offered it: it stays free
     */
    boolean offerFree(HallPlan plan, Group group, SeatStore.Row slot, LocalTime ends) {
        if (!isInTime(slot.moment())
                || !isStillThere(plan, slot)
                || waiting.inTurn(slot, 1).isEmpty()) {
            return false;
        }
        Optional<SeatStore.Seat> seat = seats.take(slot, group.seats());
        boolean offered = seat.filter(one ->
                        isOffered(plan, new Empty(one.id(), slot, ends, one.number(group, slot.moment())), _ -> true))
                .isPresent();
        if (!offered) {
            seat.ifPresent(one -> seats.giveBack(one.id()));
        }
        return offered;
    }

    private boolean isInTime(Moment moment) {
        return heldUntil(moment).isAfter(rules.instant().plus(SHORTEST));
    }

    private boolean isStillThere(HallPlan plan, SeatStore.Row slot) {
        return plan.group(slot.group()).isPresent()
                && rules.slot(plan, slot.moment(), plan.rules().daysAhead()).isPresent();
    }

    private boolean isOffered(HallPlan plan, Empty seat, Predicate<Waiting> suits) {
        return waiting.inTurn(seat.slot(), MOST_ASKED).stream().filter(suits).anyMatch(one -> offer(one, plan, seat));
    }

    private boolean offer(Waiting one, HallPlan plan, Empty seat) {
        Moment moment = seat.slot().moment();
        if (rules.against(one.person(), plan, one.channel()).isPresent() || store.comesAt(one.person(), moment)) {
            return false;
        }
        Appointment offered = new Appointment(
                identifiers.next(),
                one.person(),
                one.hall(),
                one.group(),
                one.item(),
                one.itemName(),
                moment,
                seat.ends(),
                seat.slot().channel(),
                State.OFFERED,
                0,
                rules.instant(),
                Optional.of(heldUntil(moment)),
                seat.number());
        for (int place = 1; place <= plan.rules().openBookings(); place++) {
            if (store.add(offered, place, seat.seat(), "system")) {
                waiting.remove(one.id());
                telling.tell(offered, What.OFFERED, "system");
                return true;
            }
        }
        return false;
    }

    /** By day {@link WaitingList#HELD}, at night until the morning, and never until it is too late to get there. */
    Instant heldUntil(Moment moment) {
        Moment now = rules.now();
        Instant until = now.starts().isBefore(MORNING)
                ? new Moment(now.day(), AFTER_THE_NIGHT).instant()
                : now.starts().isBefore(EVENING)
                        ? rules.instant().plus(WaitingList.HELD)
                        : new Moment(now.day().plusDays(1), AFTER_THE_NIGHT).instant();
        Instant latest = moment.instant().minus(TO_GET_THERE);
        return until.isBefore(latest) ? until : latest;
    }

    /** @return what is taken; empty when the offer is over */
    Optional<Appointment> take(UUID id, String actor) {
        AppointmentStore.Row row = store.locked(id).orElseThrow();
        Appointment offered = row.appointment();
        boolean holds = offered.state() == State.OFFERED
                && offered.heldUntil()
                        .filter(until -> until.isAfter(rules.instant()))
                        .isPresent()
                && plans.hold(offered.hall())
                        .filter(plan -> isStillThere(
                                plan,
                                new SeatStore.Row(
                                        offered.hall(), offered.group(), offered.moment(), offered.channel())))
                        .isPresent();
        if (!holds) {
            return Optional.empty();
        }
        Appointment taken = offered.in(State.BOOKED, rules.instant());
        store.write(taken, row.seat());
        telling.tell(taken, What.BOOKED, actor);
        return Optional.of(taken);
    }
}
