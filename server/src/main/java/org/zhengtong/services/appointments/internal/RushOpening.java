package org.zhengtong.services.appointments.internal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;

/** Opens a queue for whoever comes first. Its seed is committed to in the audit log before anybody's place is drawn. */
@Component
class RushOpening {
    private static final int SEED_BYTES = 32;

    private final RushStore store;
    private final RushMemory memory;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final TransactionTemplate transaction;

    RushOpening(
            RushStore store,
            RushMemory memory,
            AuditLog audit,
            Identifiers identifiers,
            RandomGenerator random,
            TransactionTemplate transaction) {
        this.store = store;
        this.memory = memory;
        this.audit = audit;
        this.identifiers = identifiers;
        this.random = random;
        this.transaction = transaction;
    }

    UUID open(RushKey key, Instant released) {
        String seed = seed();
        RushStore.Row row = new RushStore.Row(
                identifiers.next(),
                key,
                released,
                seed,
                Lot.commitment(seed),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                false);
        transaction.executeWithoutResult(_ -> {
            if (store.open(row)) {
                audit.append(
                        row.id(),
                        "appointments.open-rush",
                        "system",
                        Map.of(
                                "hall", key.hall(),
                                "group", key.group(),
                                "channel", key.channel().name(),
                                "day", key.day().toString(),
                                "commitment", row.commitment()));
            }
        });
        memory.forget(key);
        return memory.state(key).orElseThrow().row().id();
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
