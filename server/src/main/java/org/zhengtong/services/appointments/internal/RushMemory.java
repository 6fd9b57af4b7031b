package org.zhengtong.services.appointments.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;

/**
 * Queues in the memory of this node, so that those who wait and look cost the database nothing: one request a second moves
 * the queue on and reads what changed; all others are answered with what is here.
 */
@Component
class RushMemory {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final RushStore store;
    private final RushPlaceStore places;
    private final RushMoves moves;
    private final Clock clock;
    private final Cache<RushKey, Remembered> queues = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    RushMemory(RushStore store, RushPlaceStore places, RushMoves moves, Clock clock) {
        this.store = store;
        this.places = places;
        this.moves = moves;
        this.clock = clock;
    }

    private static final class Remembered {
        private final ReentrantLock reading = new ReentrantLock();
        private final Map<UUID, RushPlaceStore.Row> places = new ConcurrentHashMap<>();
        private volatile Optional<RushState> state = Optional.empty();
        private volatile Optional<Instant> readAt = Optional.empty();
        private int known;

        private boolean isFresh(Instant now) {
            return readAt.filter(at -> now.isBefore(at.plus(EVERY))).isPresent();
        }
    }

    /** Empty while nobody has come. Must not be called in a transaction. */
    Optional<RushState> state(RushKey key) {
        Remembered one = remembered(key);
        if (one.isFresh(clock.instant())) {
            return one.state;
        }
        if (one.readAt.isEmpty()) {
            one.reading.lock();
        } else if (!one.reading.tryLock()) {
            return one.state;
        }
        try {
            if (!one.isFresh(clock.instant())) {
                read(key, one);
            }
            return one.state;
        } finally {
            one.reading.unlock();
        }
    }

    /** Somebody has come to a queue of which nobody knew. */
    void forget(RushKey key) {
        remembered(key).readAt = Optional.empty();
    }

    /** By the way of booking of this queue; a place that is given does not change. */
    Optional<RushPlaceStore.Row> place(RushKey key, PersonId person) {
        Remembered one = remembered(key);
        Optional<RushPlaceStore.Row> known = Optional.ofNullable(one.places.get(person.value()));
        if (known.isPresent()) {
            return known;
        }
        Optional<RushPlaceStore.Row> found = places.of(person, key);
        found.filter(row -> isOf(one, row)).ifPresent(row -> one.places.put(person.value(), row));
        return found;
    }

    private static boolean isOf(Remembered one, RushPlaceStore.Row row) {
        return one.state.filter(state -> state.row().id().equals(row.rush())).isPresent();
    }

    /** How many of this node's memory stand in the queue. */
    int people(RushKey key) {
        return remembered(key).places.size();
    }

    void entered(RushKey key, RushPlaceStore.Row row) {
        remembered(key).places.put(row.person().value(), row);
    }

    private void read(RushKey key, Remembered one) {
        Optional<RushStore.Row> row = store.find(key);
        if (row.filter(found -> found.ended().isEmpty()).isPresent()) {
            moves.move(row.get().id());
            row = store.find(key);
        }
        one.state = row.map(found -> new RushState(found, store.steps(found.id())));
        one.state.filter(state -> state.row().placed() > one.known).ifPresent(state -> {
            places.behind(state.row().id(), one.known)
                    .forEach(place -> one.places.put(place.person().value(), place));
            one.known = state.row().placed();
        });
        one.readAt = Optional.of(clock.instant());
    }

    private Remembered remembered(RushKey key) {
        return Objects.requireNonNull(queues.get(key, _ -> new Remembered()));
    }
}
