package org.zhengtong.ground.outbox.internal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengtong.ground.outbox.Deliveries;

/**
 * Delivers when the bell rings, with a few couriers at once. A courier waits a moment before it looks, so that in a busy hour
 * it carries many deliveries on one way. Each ring raises the work by one, up to the number of couriers; a courier that finds
 * nothing more takes one off. A ring during the last look makes it look again.
 */
final class Postman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Deliveries deliveries;
    private final int couriers;
    private final Duration gathering;
    private final ExecutorService rounds = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbox-", 1).factory());
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger rings = new AtomicInteger();
    private volatile boolean closed;

    Postman(Deliveries deliveries, int couriers, Duration gathering) {
        this.deliveries = deliveries;
        this.couriers = couriers;
        this.gathering = gathering;
    }

    void rung() {
        rings.incrementAndGet();
        while (!closed) {
            int now = working.get();
            if (now >= couriers) {
                return;
            }
            if (working.compareAndSet(now, now + 1)) {
                rounds.execute(this::round);
                return;
            }
        }
    }

    private void round() {
        int heard;
        do {
            LockSupport.parkNanos(gathering.toNanos());
            heard = rings.get();
            try {
                deliveries.runDue();
            } catch (RuntimeException e) {
                LOG.warn("A round of deliveries was broken off; the next look around goes on", e);
            } finally {
                working.decrementAndGet();
            }
        } while (heard != rings.get() && !closed && rejoin());
    }

    private boolean rejoin() {
        int now = working.get();
        return now < couriers && working.compareAndSet(now, now + 1);
    }

    @Override
    public void close() {
        closed = true;
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
                rounds.shutdownNow();
            }
        } catch (InterruptedException e) {
            rounds.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
