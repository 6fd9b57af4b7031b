package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.AppointmentSettings;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Rush;
import org.zhengtong.services.appointments.Rushes;
import org.zhengtong.services.appointments.Standing;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;

@Service
class KeptRushes implements Rushes {
    private final RushStore store;
    private final RushPlaceStore places;
    private final RushMemory memory;
    private final RushOpening opening;
    private final RushGate gate;
    private final BookingRules rules;
    private final Appointments appointments;
    private final HallPlans plans;
    private final AppointmentSettings settings;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptRushes(
            RushStore store,
            RushPlaceStore places,
            RushMemory memory,
            RushOpening opening,
            RushGate gate,
            BookingRules rules,
            Appointments appointments,
            HallPlans plans,
            AppointmentSettings settings,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.memory = memory;
        this.opening = opening;
        this.gate = gate;
        this.rules = rules;
        this.appointments = appointments;
        this.plans = plans;
        this.settings = settings;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A queue there can be: by the plan, whether or not somebody has come. */
    private record Known(HallPlan plan, HallPlan.Group group, RushKey key, RushWindow window) {}

    private Optional<Known> known(String hall, String item, LocalDate day, BookingChannel channel) {
        return plans.bookable(hall)
                .filter(_ -> RushGate.queues(channel))
                .flatMap(plan -> appointments
                        .item(item)
                        .flatMap(one -> plan.groupFor(one.code().value(), one.bodyUscc()))
                        .flatMap(group -> RushWindow.of(plan, day)
                                .map(window ->
                                        new Known(plan, group, new RushKey(hall, group.id(), channel, day), window))));
    }

    @Override
    public Standing standing(SignedIn me, String hall, String item, LocalDate day, BookingChannel channel) {
        return known(hall, item, day, channel).map(known -> standing(me, known)).orElseGet(Standing.NoQueue::new);
    }

    private Standing standing(SignedIn me, Known known) {
        Instant now = clock.instant();
        RushWindow window = known.window();
        if (window.isBefore(now)) {
            return new Standing.NotYet(window.room(), window.released());
        }
        Optional<RushState> state = memory.state(known.key());
        if (!window.isOver(now)
                && state.filter(one -> one.isEnded() && one.row().gone()).isPresent()) {
            return new Standing.Gone(state.get().row().shown());
        }
        if (!gate.isQueued(
                known.plan(), known.group(), known.key().day(), known.key().channel())) {
            return new Standing.NoQueue();
        }
        return memory.place(known.key(), me.person())
                .flatMap(place ->
                        state.filter(one -> one.row().id().equals(place.rush())).map(one -> standing(place, one, now)))
                .orElseGet(() -> new Standing.Outside(window.released(), false));
    }

    private Standing standing(RushPlaceStore.Row mine, RushState state, Instant now) {
        Rush rush = state.row().shown();
        if (mine.place().isEmpty()) {
            int together = state.row().drawn().isPresent()
                    ? 1
                    : memory.people(state.row().key());
            return new Standing.InRoom(rush, mine.lot(), together);
        }
        int place = mine.place().get();
        Optional<Instant> until = state.turn(place, settings.rushTurn());
        if (until.isEmpty()) {
            int ahead = place - state.reached() - 1;
            Optional<Duration> estimate = RushPace.estimate(state.steps(), rush.released(), now, ahead);
            return new Standing.InLine(rush, mine.lot(), place, ahead, estimate, ahead < rush.free());
        }
        if (places.of(mine.person(), state.row().key())
                .flatMap(RushPlaceStore.Row::spent)
                .isPresent()) {
            return new Standing.Booked(rush);
        }
        return now.isBefore(until.get())
                ? new Standing.Turn(rush, mine.lot(), place, until.get())
                : new Standing.Outside(rush.released(), true);
    }

    @Override
    public Entry enter(SignedIn me, String hall, String item, LocalDate day, BookingChannel channel) {
        Optional<Known> known = known(hall, item, day, channel);
        if (known.isEmpty()) {
            return new Entry.Refused(new Refusal.NoQueue());
        }
        Standing before = standing(me, known.get());
        return switch (before) {
            case Standing.Outside outside -> enter(me, known.get(), outside.missedTurn());
            case Standing.NoQueue _, Standing.NotYet _ -> new Entry.Refused(new Refusal.NoQueue());
            default -> new Entry.In(before);
        };
    }

    private Entry enter(SignedIn me, Known known, boolean again) {
        Optional<Refusal> against =
                rules.against(me.person(), known.plan(), known.key().channel());
        if (against.isPresent()) {
            return new Entry.Refused(against.get());
        }
        UUID rush = memory.state(known.key())
                .map(state -> state.row().id())
                .orElseGet(() -> opening.open(known.key(), known.window().released()));
        UUID lot = identifiers.next();
        boolean added = Objects.requireNonNull(transaction.execute(_ -> {
            if (again) {
                places.of(me.person(), known.key())
                        .filter(row -> row.spent().isEmpty())
                        .ifPresent(row -> places.remove(row.lot()));
            }
            return places.add(lot, rush, known.key(), me.person(), clock.instant());
        }));
        if (added) {
            memory.entered(
                    known.key(), new RushPlaceStore.Row(lot, rush, me.person(), Optional.empty(), Optional.empty()));
        }
        Standing now = standing(me, known);
        return now instanceof Standing.Outside ? new Entry.Refused(new Refusal.OtherQueue()) : new Entry.In(now);
    }

    @Override
    public Optional<Duration> askAgain(SignedIn me, Standing standing) {
        return switch (standing) {
            case Standing.InRoom(Rush rush, UUID _, int together) ->
                Optional.of(RushPace.lookBefore(
                        left(rush), together, me.person().value().hashCode()));
            case Standing.InLine line ->
                Optional.of(RushPace.look(
                        line.rush().placed() - line.place() + line.ahead(),
                        line.estimate().filter(_ -> line.likely())));
            default -> Optional.empty();
        };
    }

    private Duration left(Rush rush) {
        Duration left = Duration.between(clock.instant(), rush.released());
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Optional<Drawing> drawing(UUID id) {
        return store.find(id)
                .map(row -> new Drawing(
                        row.shown(),
                        row.drawn().map(drawn -> places.lotsUpTo(id, drawn)).orElseGet(List::of)));
    }
}
