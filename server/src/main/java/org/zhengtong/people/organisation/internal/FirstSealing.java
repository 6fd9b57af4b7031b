package org.zhengtong.people.organisation.internal;

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
 * Gives the permissions from before there were integrity codes theirs, once. That it was done is a leaf of the audit, which
 * nobody can take away to have bent rows sealed again.
 */
@Component
class FirstSealing implements SmartInitializingSingleton {
    private static final UUID SUBJECT =
            UUID.nameUUIDFromBytes("zhengtong permissions".getBytes(StandardCharsets.US_ASCII));

    private final StaffStore staff;
    private final AuditTrail trail;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    FirstSealing(StaffStore staff, AuditTrail trail, AuditLog audit, TransactionTemplate transaction) {
        this.staff = staff;
        this.trail = trail;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (trail.find(AuditQuestion.about(SUBJECT, 1)).isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                staff.sealAll();
                audit.append(SUBJECT, "organisation.seal-permissions", "system", Map.of());
            });
        }
    }
}
