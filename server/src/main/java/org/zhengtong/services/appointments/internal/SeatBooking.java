package org.zhengtong.services.appointments.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointment.State;
import org.zhengtong.services.appointments.AppointmentNews.What;
import org.zhengtong.services.appointments.Appointments.Answer;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlan.Slot;
import org.zhengtong.services.halls.HallPlans;

/**
 * Takes seats, changes and gives them back. Each is one transaction in which the hall's plan stands still, so that a slot
 * closed meanwhile is either seen or was booked before.
 */
@Component
class SeatBooking {
    private static final int AT_ONCE = 100;
    /** How far beyond the plan's days somebody is moved whose day falls out. */
    private static final int DAYS_LATER = 14;

    private final AppointmentStore store;
    private final SeatStore seats;
    private final SeatOffers offers;
    private final FullSlots full;
    private final RushPlaceStore queue;
    private final HallPlans plans;
    private final BookingRules rules;
    private final WorkingCalendar calendar;
    private final AppointmentTelling telling;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;

    SeatBooking(
            AppointmentStore store,
            SeatStore seats,
            SeatOffers offers,
            FullSlots full,
            RushPlaceStore queue,
            HallPlans plans,
            BookingRules rules,
            WorkingCalendar calendar,
            AppointmentTelling telling,
            Identifiers identifiers,
            TransactionTemplate transaction) {
        this.store = store;
        this.seats = seats;
        this.offers = offers;
        this.full = full;
        this.queue = queue;
        this.plans = plans;
        this.rules = rules;
        this.calendar = calendar;
        this.telling = telling;
        this.identifiers = identifiers;
        this.transaction = transaction;
    }

    /**
     * By whom and by which way; a clerk's actor is not the person.
     *
     * @param lot the place in a queue whose turn it is
     */
    record By(String actor, BookingChannel channel, Optional<UUID> lot) {
        By(String actor, BookingChannel channel) {
            this(actor, channel, Optional.empty());
        }
    }

    Answer book(PersonId person, String hall, ServiceItem item, Moment moment, By by) {
        return carriedOut(() -> {
            Optional<HallPlan> plan = plans.hold(hall);
            pass(store.past(Optional.of(person), rules.now(), AT_ONCE));
            Optional<Group> group = plan.flatMap(one -> one.groupFor(item.code().value(), item.bodyUscc()));
            if (group.isEmpty()) {
                return new Answer.Refused(new Refusal.NotHere());
            }
            return book(person, plan.orElseThrow(), group.get(), item, moment, by);
        });
    }

    private Answer book(PersonId person, HallPlan plan, Group group, ServiceItem item, Moment moment, By by) {
        Optional<Slot> slot = rules.slot(plan, moment, plan.rules().daysAhead());
        Optional<Refusal> closed = rules.closed(plan, slot, moment);
        if (closed.isPresent()) {
            return new Answer.Refused(closed.get());
        }
        if (store.comesAt(person, moment)) {
            return new Answer.Refused(new Refusal.SameTime());
        }
        Optional<Refusal> against = rules.against(person, plan, by.channel());
        if (against.isPresent()) {
            return new Answer.Refused(against.get());
        }
        if (hadTurn(by)) {
            return new Answer.Refused(new Refusal.TurnOver());
        }
        int most = plan.rules().openBookings();
        Optional<SeatStore.Seat> seat = seat(plan.hall(), group, moment, by.channel());
        if (seat.isEmpty()) {
            return new Answer.Refused(new Refusal.Full());
        }
        Appointment booked = new Appointment(
                identifiers.next(),
                person,
                plan.hall(),
                group.id(),
                item.code().value(),
                item.name(),
                moment,
                slot.get().ends(),
                by.channel(),
                State.BOOKED,
                0,
                rules.instant(),
                Optional.empty(),
                seat.get().number(group, moment));
        for (int place = 1; place <= most; place++) {
            if (store.add(booked, place, seat.get().id(), by.actor())) {
                telling.tell(booked, What.BOOKED, by.actor());
                return new Answer.Done(booked);
            }
        }
        return new Answer.Refused(store.comesAt(person, moment) ? new Refusal.SameTime() : new Refusal.TooMany(most));
    }

    Answer move(UUID id, Moment to, By by) {
        try {
            return carriedOut(() -> {
                AppointmentStore.Row row = locked(id);
                Appointment before = row.appointment();
                if (!before.isBooked() || !before.isAhead(rules.instant())) {
                    return new Answer.Refused(new Refusal.Over());
                }
                if (before.moment().equals(to)) {
                    return new Answer.Done(before);
                }
                Optional<HallPlan> plan = plans.hold(before.hall());
                Optional<Group> group = plan.flatMap(one -> groupOf(before, one));
                if (group.isEmpty()) {
                    return new Answer.Refused(new Refusal.NotHere());
                }
                Optional<Slot> slot =
                        rules.slot(plan.get(), to, plan.get().rules().daysAhead());
                Optional<Refusal> closed = rules.closed(plan.get(), slot, to);
                if (closed.isPresent()) {
                    return new Answer.Refused(closed.get());
                }
                if (store.comesAt(before.person(), to)) {
                    return new Answer.Refused(new Refusal.SameTime());
                }
                if (hadTurn(by)) {
                    return new Answer.Refused(new Refusal.TurnOver());
                }
                return moved(row, group.get(), to, slot.get(), by, What.MOVED)
                        .<Answer>map(Answer.Done::new)
                        .orElseGet(() -> new Answer.Refused(new Refusal.Full()));
            });
        } catch (DuplicateKeyException sameTimeMeanwhile) {
            return new Answer.Refused(new Refusal.SameTime());
        }
    }

    /** An item may have gone to another group since; without one that names it, the group stays. */
    static Optional<Group> groupOf(Appointment appointment, HallPlan plan) {
        return plan.groupFor(appointment.item(), appointment.item().substring(0, 18))
                .or(() -> plan.group(appointment.group()));
    }

    private Optional<Appointment> moved(AppointmentStore.Row row, Group group, Moment to, Slot slot, By by, What what) {
        Appointment before = row.appointment();
        Optional<SeatStore.Seat> seat = seat(before.hall(), group, to, by.channel());
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        Appointment after = new Appointment(
                before.id(),
                before.person(),
                before.hall(),
                group.id(),
                before.item(),
                before.itemName(),
                to,
                slot.ends(),
                by.channel(),
                State.BOOKED,
                before.moves() + 1,
                rules.instant(),
                Optional.empty(),
                seat.get().number(group, to));
        store.write(after, Optional.of(seat.get().id()));
        row.seat().ifPresent(freed -> offers.passOn(freed, before));
        telling.tell(after, what, by.actor());
        return Optional.of(after);
    }

    /** Moves it to the next free time of its own way of booking, or closes it when there is none or it was only offered. */
    State postpone(UUID id, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            AppointmentStore.Row row = locked(id);
            Appointment before = row.appointment();
            if (!before.isOpen()) {
                return before.state();
            }
            Optional<HallPlan> plan = plans.hold(before.hall()).filter(_ -> before.isBooked());
            Optional<Appointment> after = plan.flatMap(one ->
                    groupOf(before, one).flatMap(group -> next(row, one, group, new By(actor, before.channel()))));
            if (after.isEmpty()) {
                end(row, State.CLOSED, What.CLOSED, actor);
            }
            return after.isPresent() ? State.BOOKED : State.CLOSED;
        }));
    }

    private Optional<Appointment> next(AppointmentStore.Row row, HallPlan plan, Group group, By by) {
        Appointment before = row.appointment();
        int daysAhead = plan.rules().daysAhead() + DAYS_LATER;
        LocalDate last = rules.now().day().plusDays(daysAhead);
        for (LocalDate day = before.moment().day().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Slot slot : plan.slots(day, calendar)) {
                Moment to = new Moment(day, slot.starts());
                if (rules.slot(plan, to, daysAhead).isPresent() && !store.comesAt(before.person(), to)) {
                    Optional<Appointment> after = moved(row, group, to, slot, by, What.POSTPONED);
                    if (after.isPresent()) {
                        return after;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** @return refused when it is not ahead any more */
    Answer cancel(UUID id, String actor) {
        return carriedOut(() -> {
            AppointmentStore.Row row = locked(id);
            return row.appointment().isAhead(rules.instant())
                    ? new Answer.Done(end(row, State.CANCELLED, What.CANCELLED, actor))
                    : new Answer.Refused(new Refusal.Over());
        });
    }

    /** In the running transaction, whatever the time. */
    void release(UUID id, String actor) {
        AppointmentStore.Row row = locked(id);
        if (row.appointment().isOpen()) {
            end(row, State.CANCELLED, What.CANCELLED, actor);
        }
    }

    /**
     * Offers nobody took in time; the seats go on to the next.
     *
     * @return whether there are more
     */
    boolean lapse() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<UUID> lapsed = store.lapsed(rules.instant(), AT_ONCE);
            lapsed.stream()
                    .map(this::locked)
                    .filter(row -> row.appointment().state() == State.OFFERED)
                    .forEach(row -> end(row, State.LAPSED, What.LAPSED, "system"));
            return lapsed.size() == AT_ONCE;
        }));
    }

    /**
     * Whether somebody came; said too early or too late it is refused, and so is on the day itself that they came: whoever
     * comes is checked in and stands in line.
     */
    Answer mark(UUID id, boolean came, String actor) {
        return carriedOut(() -> {
            AppointmentStore.Row row = locked(id);
            Appointment one = row.appointment();
            boolean gone = !Set.of(State.BOOKED, State.KEPT, State.MISSED, State.PASSED)
                    .contains(one.state());
            boolean early = one.moment().instant().isAfter(rules.instant());
            boolean late = one.moment().day().plusDays(1).isBefore(rules.now().day());
            if (came && !gone && one.moment().day().equals(rules.now().day())) {
                return new Answer.Refused(new Refusal.CheckedInInstead());
            }
            return gone || early || late
                    ? new Answer.Refused(new Refusal.Over())
                    : new Answer.Done(
                            end(row, came ? State.KEPT : State.MISSED, came ? What.KEPT : What.MISSED, actor));
        });
    }

    /**
     * Those whose time is over and of whom nobody said whether they came.
     *
     * @return whether there are more
     */
    boolean passOver() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<UUID> past = store.past(Optional.empty(), rules.now(), AT_ONCE);
            pass(past);
            return past.size() == AT_ONCE;
        }));
    }

    private void pass(List<UUID> past) {
        past.stream()
                .map(this::locked)
                .filter(row -> row.appointment().isBooked())
                .filter(row -> row.appointment().isOver(rules.instant()))
                .forEach(row -> end(row, State.PASSED, What.PASSED, "system"));
    }

    private Appointment end(AppointmentStore.Row row, State state, What what, String actor) {
        Appointment before = row.appointment();
        Appointment after = before.in(state, rules.instant());
        store.write(after, Optional.empty());
        row.seat().ifPresent(freed -> offers.passOn(freed, before));
        telling.tell(after, what, actor);
        return after;
    }

    private boolean hadTurn(By by) {
        return by.lot().filter(lot -> !queue.spend(lot, rules.instant())).isPresent();
    }

    private Optional<SeatStore.Seat> seat(String hall, Group group, Moment moment, BookingChannel channel) {
        if (group.seats(channel) == 0) {
            return Optional.empty();
        }
        SeatStore.Row slot = new SeatStore.Row(hall, group.id(), moment, channel);
        Optional<SeatStore.Seat> seat = seats.take(slot, group.seats());
        if (seat.isEmpty()) {
            full.noneFound(slot, group.seats(channel));
        }
        return seat;
    }

    private AppointmentStore.Row locked(UUID id) {
        return store.locked(id).orElseThrow(() -> Problem.notFound("appointments.unknown"));
    }

    /** What is refused leaves nothing behind. */
    private Answer carriedOut(Supplier<Answer> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Answer answer = work.get();
            if (answer instanceof Answer.Refused) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }
}
