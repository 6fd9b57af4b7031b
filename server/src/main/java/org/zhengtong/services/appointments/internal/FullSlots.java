package org.zhengtong.services.appointments.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Slots of which this node knows that every seat is taken. A seat that comes free here is seen at once, one of another node
 * when what is known has become old; a plan with more seats is not the one that was full.
 */
@Component
class FullSlots {
    private static final Duration KNOWN = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final SeatStore seats;
    private final Cache<SeatStore.Row, Integer> full;
    private final AtomicLong freed = new AtomicLong();

    FullSlots(SeatStore seats, Clock clock) {
        this.seats = seats;
        this.full = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KNOWN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** @param capacity how many seats there are by the plan */
    boolean isFull(SeatStore.Row slot, int capacity) {
        return Optional.ofNullable(full.getIfPresent(slot))
                .filter(seatsThen -> seatsThen >= capacity)
                .isPresent();
    }

    /**
     * Nobody found a free seat. That may be because all are being taken at this moment, by people some of whom will be
     * refused; so it is full only when as many are taken for good, and none came free meanwhile.
     */
    void noneFound(SeatStore.Row slot, int capacity) {
        long before = freed.get();
        if (seats.taken(slot, capacity) < capacity) {
            return;
        }
        full.put(slot, capacity);
        if (freed.get() != before) {
            full.invalidate(slot);
        }
    }

    /** A seat comes free when the running transaction is committed. */
    void comesFree(SeatStore.Row slot) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                freed.incrementAndGet();
                full.invalidate(slot);
            }
        });
    }
}
