package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Kiosks;

/** Keys are kept as digests: who reads the database cannot set up a machine. */
@Service
class ConnectedKiosks implements Kiosks {
    private static final Duration LEARNS = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final Halls halls;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConnectedKiosks(
            JdbcClient sql,
            Halls halls,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.halls = halls;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String connect(StaffMember clerk, String hall) {
        Duty.require(organisation, clerk, Role.ACCEPTANCE);
        halls.requireWindowOf(clerk.body().uscc().value(), hall);
        SharedSecret key = SharedSecret.drawn();
        transaction.executeWithoutResult(_ -> {
            sql.sql("insert into queue.kiosk (digest, hall, connected_at) values (:digest, :hall, :now)")
                    .param("digest", key.digest())
                    .param("hall", hall)
                    .param("now", TicketStore.at(clock.instant()))
                    .update();
            audit.append(identifiers.next(), "queue.connect-kiosk", clerk.actor(), Map.of("hall", hall));
        });
        return key.value();
    }

    @Override
    public Optional<String> hall(String key) {
        return sql.sql("select hall from queue.kiosk where digest = :digest")
                .param("digest", new SharedSecret(key).digest())
                .query(String.class)
                .optional();
    }

    @Override
    public boolean learnBridge(String key, String shown) {
        Optional<String> known = bridge(key);
        if (known.isPresent()) {
            return known.get().equals(shown);
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<String> hall = sql.sql("""
                            update queue.kiosk set bridge_key = :shown
                             where digest = :digest and bridge_key is null and connected_at > :since
                            returning hall
                            """)
                    .param("shown", shown)
                    .param("digest", new SharedSecret(key).digest())
                    .param("since", TicketStore.at(clock.instant().minus(LEARNS)))
                    .query(String.class)
                    .optional();
            hall.ifPresent(one -> audit.append(
                    identifiers.next(), "queue.learn-bridge", "kiosk:" + one, Map.of("hall", one, "key", shown)));
            return hall.isPresent();
        }));
    }

    @Override
    public Optional<String> bridge(String key) {
        return sql.sql("select bridge_key from queue.kiosk where digest = :digest and bridge_key is not null")
                .param("digest", new SharedSecret(key).digest())
                .query(String.class)
                .optional();
    }
}
