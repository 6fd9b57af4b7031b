package org.zhengtong.people.identity.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;

/**
 * Gives the agents firms had before there were mandates their integrity codes, once. That it was done is a leaf of the
 * audit, which nobody can take away to have rows of their own making sealed.
 */
@Component
class FirstMandates implements SmartInitializingSingleton {
    private static final UUID SUBJECT =
            UUID.nameUUIDFromBytes("zhengtong mandates".getBytes(StandardCharsets.US_ASCII));

    private final MandateStore store;
    private final AuditTrail trail;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    FirstMandates(MandateStore store, AuditTrail trail, AuditLog audit, TransactionTemplate transaction) {
        this.store = store;
        this.trail = trail;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (trail.find(AuditQuestion.about(SUBJECT, 1)).isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                store.sealThoseWithout();
                audit.append(SUBJECT, "identity.seal-mandates", "system", Map.of());
            });
        }
    }
}
