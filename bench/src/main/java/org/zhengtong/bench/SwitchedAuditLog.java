package org.zhengtong.bench;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.zhengtong.ground.audit.AuditLog;

/** The program's log, or none. */
@Primary
final class SwitchedAuditLog implements AuditLog {
    private final AuditLog log;
    private volatile boolean writes = true;

    SwitchedAuditLog(@Qualifier("chainedAuditLog") AuditLog log) {
        this.log = log;
    }

    void write(boolean on) {
        writes = on;
    }

    @Override
    public void append(UUID subject, String action, String actor, Map<String, String> facts) {
        if (writes) {
            log.append(subject, action, actor, facts);
        }
    }
}
