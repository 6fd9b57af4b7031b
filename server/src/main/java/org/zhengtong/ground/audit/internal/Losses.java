package org.zhengtong.ground.audit.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.tree.LostLogs.Loss;

/** A loss that was accepted on the command line gets a leaf at the next start: who accepted which loss, and why. */
@Component
class Losses {
    /** The log itself. */
    static final UUID LOG = new UUID(0x0000_0000_0000_8000L, 0x8000_0000_0000_0001L);

    private static final String ACTION = "audit.accept-loss";
    private static final int MOST = 500;

    private final Checkpoints checkpoints;
    private final AuditLog log;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Losses(Checkpoints checkpoints, AuditLog log, AuditTrail trail, PlatformTransactionManager transactions) {
        this.checkpoints = checkpoints;
        this.log = log;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    void record() {
        var accepted = checkpoints.logs().all();
        if (accepted.isEmpty()) {
            return;
        }
        Set<String> recorded = trail
                .find(new AuditQuestion(
                        Optional.of(LOG),
                        Optional.of(ACTION),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        MOST))
                .stream()
                .map(leaf -> leaf.facts().getOrDefault("at", ""))
                .collect(Collectors.toSet());
        accepted.stream()
                .filter(loss -> !recorded.contains(loss.at().toString()))
                .forEach(this::write);
    }

    private void write(Loss loss) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("at", loss.at().toString());
        facts.put("by", loss.by());
        facts.put("reason", loss.reason());
        facts.put("lost", loss.note().lines().limit(3).collect(Collectors.joining(" ")));
        transaction.executeWithoutResult(_ -> log.append(LOG, ACTION, "system", facts));
    }
}
