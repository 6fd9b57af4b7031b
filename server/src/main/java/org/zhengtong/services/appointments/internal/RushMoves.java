package org.zhengtong.services.appointments.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.services.appointments.AppointmentSettings;
import org.zhengtong.services.appointments.internal.RushStore.Row;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;

/**
 * Moves a queue on: draws the lot, gives places to who came later, lets people in, and ends it. Whichever node has somebody
 * who looks does so, once a second; of several at the same moment one does.
 */
@Component
class RushMoves {
    /** The clocks of two nodes are not the same: somebody whose turn is just over for one may be booking at the other. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofSeconds(5);

    private final RushStore store;
    private final RushPlaceStore places;
    private final DaySeats seats;
    private final HallPlans plans;
    private final AppointmentSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RushMoves(
            RushStore store,
            RushPlaceStore places,
            DaySeats seats,
            HallPlans plans,
            AppointmentSettings settings,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.seats = seats;
        this.plans = plans;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void move(UUID rush) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> store.locked(rush)
                .filter(row -> row.ended().isEmpty() && !now.isBefore(row.released()))
                .ifPresent(row -> move(row, now)));
    }

    private void move(Row row, Instant now) {
        int drawn = row.drawn().orElseGet(() -> draw(row));
        int ordered = row.drawn().isPresent() ? row.placed() : drawn;
        int placed = ordered + places.giveBehind(row.id(), ordered);
        List<RushStep> steps = store.steps(row.id());
        int reached = RushStep.reached(steps);
        int lapsed = RushStep.reachedAt(steps, now.minus(settings.rushTurn()).minus(BETWEEN_CLOCKS));
        // Counted before the seats: whoever books between the two is counted as one who still can.
        int promised = places.unspent(row.id(), lapsed, reached);
        int free = free(row);
        Instant before = steps.isEmpty() ? row.released() : steps.getLast().at();
        int next = RushPace.next(reached, placed, settings.rushPace(), Duration.between(before, now), free, promised);
        if (next > reached) {
            store.step(row.id(), new RushStep(next, now));
        }
        int open = Math.max(0, free - promised - (next - reached));
        Row moved = row.moved(drawn, placed, open);
        boolean nobodyWaits = next == placed && next == reached && promised == 0;
        boolean over = free == 0
                || window(row)
                        .map(window -> window.isOver(now) || (window.isCalm(now) && nobodyWaits))
                        .orElse(true);
        store.write(over ? ended(moved, now, free == 0) : moved);
    }

    private int draw(Row row) {
        List<UUID> inOrder = Lot.order(row.seed(), places.toDraw(row.id(), row.released()));
        places.give(inOrder);
        audit.append(
                row.id(),
                "appointments.draw-lot",
                "system",
                Map.of("seed", row.seed(), "lots", Integer.toString(inOrder.size())));
        return inOrder.size();
    }

    private Row ended(Row row, Instant now, boolean gone) {
        audit.append(
                row.id(),
                "appointments.end-rush",
                "system",
                Map.of("placed", Integer.toString(row.placed()), "gone", Boolean.toString(gone)));
        return row.ended(now, gone);
    }

    private int free(Row row) {
        RushKey key = row.key();
        return plan(row)
                .flatMap(
                        plan -> plan.group(key.group()).map(group -> seats.free(plan, group, key.channel(), key.day())))
                .orElse(0);
    }

    private Optional<RushWindow> window(Row row) {
        return plan(row).flatMap(plan -> RushWindow.of(plan, row.key().day()));
    }

    private Optional<HallPlan> plan(Row row) {
        return plans.bookable(row.key().hall());
    }
}
