package org.zhengtong.services.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.services.cases.CaseId;

/**
 * Writes down that a member of staff, or who acts for its applicant, opened a case, for its applicant to read: once an hour for each, so that a page read
 * over and over is one look.
 */
@Component
class CaseLooks {
    private static final Duration ONE_LOOK = Duration.ofHours(1);
    private static final int MOST = 100_000;

    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Cache<Looked, Boolean> lately;

    CaseLooks(AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.audit = audit;
        this.transaction = transaction;
        this.lately = Caffeine.newBuilder()
                .expireAfterWrite(ONE_LOOK)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(MOST)
                .build();
    }

    private record Looked(CaseId id, String actor) {}

    void opened(CaseId id, String actor) {
        Looked look = new Looked(id, actor);
        if (lately.getIfPresent(look) != null) {
            return;
        }
        transaction.executeWithoutResult(_ -> audit.append(id.value(), "cases.open", actor, Map.of()));
        lately.put(look, true);
    }
}
