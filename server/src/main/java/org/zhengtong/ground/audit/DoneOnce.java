package org.zhengtong.ground.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done once in the life of a database, such as giving older rows the integrity codes newer ones are born with. That it
 * was done is a leaf of the audit, which nobody can take away to have bent rows sealed again.
 */
@Component
public class DoneOnce {
    private final AuditTrail trail;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    public DoneOnce(AuditTrail trail, AuditLog audit, TransactionTemplate transaction) {
        this.trail = trail;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param what names the leaf's subject and never changes
     * @param action of the leaf
     */
    public void unlessDone(String what, String action, Runnable work) {
        UUID subject = UUID.nameUUIDFromBytes(("zhengtong " + what).getBytes(StandardCharsets.US_ASCII));
        if (trail.find(AuditQuestion.about(subject, 1)).isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                work.run();
                audit.append(subject, action, "system", Map.of());
            });
        }
    }
}
