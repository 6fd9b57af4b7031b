package org.zhengtong.ground.outbox.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rung when a transaction with events is committed, so that they are delivered at once. Nothing depends on its being
 * heard: what is missed is found by the next look around.
 */
@Component
class Bell {
    private volatile Runnable listener = () -> {};

    void listen(Runnable whenRung) {
        listener = whenRung;
    }

    void ring() {
        listener.run();
    }

    /** Once for a transaction, however many events it writes. */
    void ringAfterCommit() {
        boolean awaited =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(Ring.class::isInstance);
        if (!awaited) {
            TransactionSynchronizationManager.registerSynchronization(new Ring());
        }
    }

    private final class Ring implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            ring();
        }
    }
}
