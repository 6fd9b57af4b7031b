package org.zhengtong.ground.audit.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;

/**
 * Nothing is written that nobody could prove later: when no checkpoint could be made for too long, leaves are refused and
 * with them what they tell of. Reading goes on, and so does writing as soon as a checkpoint is made.
 */
@Component
class WritingStop {
    private final Clock clock;
    private final Duration stopAfter;
    private final boolean watching;
    private final List<Runnable> waiting = new ArrayList<>();
    private volatile Instant good;

    @Autowired
    WritingStop(Clock clock, AuditSettings settings) {
        this(clock, settings.stopAfter(), settings.automatic());
    }

    /** @param watching whether somebody makes checkpoints by himself */
    WritingStop(Clock clock, Duration stopAfter, boolean watching) {
        this.clock = clock;
        this.stopAfter = stopAfter;
        this.watching = watching;
        this.good = clock.instant();
    }

    void checkpointMade() {
        good = clock.instant();
    }

    /** @param wanted called when a checkpoint is waited for */
    synchronized void listen(Runnable wanted) {
        waiting.add(wanted);
    }

    /** @throws Problem 503 */
    void require() {
        if (watching && clock.instant().isAfter(good.plus(stopAfter))) {
            synchronized (this) {
                waiting.forEach(Runnable::run);
            }
            throw new Problem(503, "audit-stopped", stopAfter.toMinutes());
        }
    }
}
