package org.zhengtong.services.queue.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.Rosters;
import org.zhengtong.services.queue.Ticket.Priority;
import org.zhengtong.services.queue.Turn;
import org.zhengtong.services.queue.internal.Forecast.Waiter;

/** Halls as they are at the moment; many look at the same one at once. */
@Component
class Snapshots {
    /** A forecast of so long ago is still a forecast, as long as nothing changed in the hall. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** Of those who booked, whoever has not come by then does not. */
    private static final Duration LATE = Duration.ofMinutes(15);

    /** Those who booked for later than this, and windows that open later, do not touch who waits now. */
    private static final Duration AHEAD = Duration.ofHours(2);

    private final TicketStore tickets;
    private final HallRows halls;
    private final PlaceStore places;
    private final HallPlans plans;
    private final Rosters rosters;
    private final Paces paces;
    private final Arrivals arrivals;
    private final Clock clock;
    private final Cache<String, Snapshot> memory =
            Caffeine.newBuilder().maximumSize(1_000).build();

    Snapshots(
            TicketStore tickets,
            HallRows halls,
            PlaceStore places,
            HallPlans plans,
            Rosters rosters,
            Paces paces,
            Arrivals arrivals,
            Clock clock) {
        this.tickets = tickets;
        this.halls = halls;
        this.places = places;
        this.plans = plans;
        this.rosters = rosters;
        this.paces = paces;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE);
    }

    /** Empty when the hall has no plan people can be served by. */
    Optional<Snapshot> of(String hall) {
        return plans.bookable(hall).map(plan -> {
            long version = halls.version(hall);
            return Objects.requireNonNull(memory.asMap()
                    .compute(
                            hall,
                            (_, before) ->
                                    before != null && isGood(before, plan, version) ? before : read(plan, version)));
        });
    }

    private boolean isGood(Snapshot before, HallPlan plan, long version) {
        Duration old = Duration.between(before.at(), clock.instant());
        return before.version() == version
                && before.plan().equals(plan)
                && !old.isNegative()
                && old.compareTo(KEPT) < 0;
    }

    /** Within a transaction that holds the hall's row, what it has changed itself is in it. */
    Snapshot read(HallPlan plan, long version) {
        Instant now = clock.instant();
        LocalDate today = today();
        List<PlaceStore.Row> there = places.in(plan.hall());
        return new Snapshot(
                plan,
                version,
                tickets.open(plan.hall(), today),
                there,
                expected(plan, today, now),
                opening(plan, there, today, now),
                paces.of(plan),
                now);
    }

    /** Who should be there already and is not helps nobody: only those count whose time is still to come. */
    private Map<Integer, Duration> opening(HallPlan plan, List<PlaceStore.Row> there, LocalDate today, Instant now) {
        Map<Integer, Duration> opening = new TreeMap<>();
        for (Shift shift : rosters.on(plan.hall(), today).orElse(List.of())) {
            Duration in = Duration.between(
                    now, today.atTime(shift.time().from()).atZone(Page.ZONE).toInstant());
            if (in.isPositive()
                    && in.compareTo(AHEAD) < 0
                    && there.stream().noneMatch(place -> place.window() == shift.window())) {
                opening.merge(shift.window(), in, (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return opening;
    }

    private List<Waiter> expected(HallPlan plan, LocalDate today, Instant now) {
        return arrivals.expected(plan.hall(), today).stream()
                .filter(one -> one.moment().instant().isAfter(now.minus(LATE))
                        && one.moment().instant().isBefore(now.plus(AHEAD)))
                .map(one -> waiter(one, now))
                .toList();
    }

    /** They come some minutes early. */
    private static Waiter waiter(Appointment one, Instant now) {
        Instant comes = one.moment().instant().minus(Arrivals.USUALLY_EARLY);
        Duration in = Duration.between(now, comes);
        return new Waiter(
                one.group(),
                Turn.booked(one.moment().instant(), one.endsAt(), comes, Priority.NONE),
                in.isNegative() ? Duration.ZERO : in);
    }
}
