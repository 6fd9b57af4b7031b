package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.AppointmentSettings;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;

/**
 * What is known before the database is asked: that a slot is full, that a day has not opened, or that people queue for it and
 * it is not this person's turn. Whoever stands before a clerk or a machine in the hall has queued there.
 */
@Component
class RushGate {
    private final RushMemory memory;
    private final FullSlots full;
    private final BookingRules rules;
    private final AppointmentSettings settings;
    private final Clock clock;

    RushGate(RushMemory memory, FullSlots full, BookingRules rules, AppointmentSettings settings, Clock clock) {
        this.memory = memory;
        this.full = full;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether somebody may try to take a seat. */
    sealed interface Pass {
        /** @param lot the place in the queue whose turn it is; empty when nobody queues for the day */
        record Open(Optional<UUID> lot) implements Pass {}

        record Refused(Refusal why) implements Pass {}
    }

    static boolean queues(BookingChannel channel) {
        return channel == BookingChannel.PORTAL || channel == BookingChannel.API;
    }

    Pass pass(PersonId person, HallPlan plan, Group group, Moment moment, BookingChannel channel) {
        Optional<Instant> opens = rules.opens(plan, moment.day());
        if (opens.isPresent()
                && rules.slot(plan, moment, plan.rules().daysAhead()).isPresent()) {
            return new Pass.Refused(new Refusal.NotYetOpen(opens.get()));
        }
        Optional<UUID> lot = Optional.empty();
        if (isQueued(plan, group, moment.day(), channel)) {
            lot = turn(person, new RushKey(plan.hall(), group.id(), channel, moment.day()));
            if (lot.isEmpty()) {
                return new Pass.Refused(new Refusal.NotYourTurn(moment.day(), channel));
            }
        }
        return full.isFull(new SeatStore.Row(plan.hall(), group.id(), moment, channel), group.seats(channel))
                ? new Pass.Refused(new Refusal.Full())
                : new Pass.Open(lot);
    }

    /** Whether people queue for the day at present, from when they are let into the waiting room. */
    boolean isQueued(HallPlan plan, Group group, LocalDate day, BookingChannel channel) {
        Instant now = clock.instant();
        Optional<RushWindow> window = RushWindow.of(plan, day)
                .filter(_ -> queues(channel))
                .filter(one -> !one.isBefore(now) && !one.isOver(now));
        if (window.isEmpty()) {
            return false;
        }
        Optional<RushState> state = memory.state(new RushKey(plan.hall(), group.id(), channel, day));
        return state.map(one -> !one.isEnded()).orElse(!window.get().isCalm(now));
    }

    private Optional<UUID> turn(PersonId person, RushKey key) {
        Instant now = clock.instant();
        return memory.state(key)
                .flatMap(state -> memory.place(key, person)
                        .filter(row -> row.rush().equals(state.row().id()))
                        .filter(row -> row.place()
                                .flatMap(place -> state.turn(place, settings.rushTurn()))
                                .filter(until -> now.isBefore(until))
                                .isPresent())
                        .map(RushPlaceStore.Row::lot));
    }
}
