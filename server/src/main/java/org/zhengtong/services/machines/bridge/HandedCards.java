package org.zhengtong.services.machines.bridge;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Cards reach whoever waits for one, and nobody else: one that is laid while nobody waits is forgotten. */
class HandedCards implements CardReader {
    private final String kind;
    private final SynchronousQueue<Card> hands = new SynchronousQueue<>();

    HandedCards(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Optional<Card> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(hands.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** @return false when nobody waited for it */
    boolean lay(Card card) throws InterruptedException {
        return hands.offer(card, 2, TimeUnit.SECONDS);
    }
}
