package org.zhengtong.ground.outbox.internal;

import java.time.Clock;
import java.util.List;
import org.zhengtong.ground.outbox.DeadLetter;
import org.zhengtong.ground.outbox.DeadLetters;

class StoredDeadLetters implements DeadLetters {
    private final DeliveryStore store;
    private final Clock clock;
    private final Bell bell;

    StoredDeadLetters(DeliveryStore store, Clock clock, Bell bell) {
        this.store = store;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public List<DeadLetter> list(long after, int most) {
        return store.dead(after, most);
    }

    @Override
    public long count() {
        return store.countDead();
    }

    @Override
    public boolean retry(String handler, long sequence) {
        boolean revived = store.revive(handler, sequence, clock.instant());
        if (revived) {
            bell.ringAfterCommit();
        }
        return revived;
    }
}
