package org.zhengtong.services.queue.internal;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.queue.Windows;

/** Keys are kept as digests: who reads the database cannot lay a tablet at a window. */
@Service
class PairedTablets implements Tablets {
    private final JdbcClient sql;
    private final Windows windows;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;

    PairedTablets(
            JdbcClient sql, Windows windows, AuditLog audit, Identifiers identifiers, TransactionTemplate transaction) {
        this.sql = sql;
        this.windows = windows;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
    }

    @Override
    public String pair(StaffMember clerk) {
        Windows.Place place = windows.placeOf(clerk).orElseThrow(() -> new Problem(409, "queue.no-window"));
        SharedSecret key = SharedSecret.drawn();
        transaction.executeWithoutResult(_ -> {
            sql.sql("""
                            insert into queue.tablet (hall, service_window, digest) values (:hall, :window, :digest)
                            on conflict (hall, service_window) do update set digest = excluded.digest
                            """)
                    .param("hall", place.hall())
                    .param("window", place.number())
                    .param("digest", key.digest())
                    .update();
            audit.append(
                    identifiers.next(),
                    "queue.pair-tablet",
                    clerk.actor(),
                    Map.of("hall", place.hall(), "window", Integer.toString(place.number())));
        });
        return key.value();
    }

    @Override
    public Optional<Place> place(String key) {
        return sql.sql("select hall, service_window from queue.tablet where digest = :digest")
                .param("digest", new SharedSecret(key).digest())
                .query((row, _) -> new Place(row.getString(1), row.getInt(2)))
                .optional();
    }

    @Override
    public Optional<Place> placeOf(StaffMember clerk) {
        return windows.placeOf(clerk)
                .map(at -> new Place(at.hall(), at.number()))
                .filter(this::isThere);
    }

    private boolean isThere(Place place) {
        return sql.sql("select exists (select from queue.tablet where hall = :hall and service_window = :window)")
                .param("hall", place.hall())
                .param("window", place.window())
                .query(Boolean.class)
                .single();
    }
}
