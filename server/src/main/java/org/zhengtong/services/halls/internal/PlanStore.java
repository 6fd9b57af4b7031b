package org.zhengtong.services.halls.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.halls.HallPlan;
import tools.jackson.databind.json.JsonMapper;

/** Plans in the database. */
@Component
class PlanStore {
    /** Advisory locks of this room: one for each plan, shared by those who book. */
    private static final int LOCKS = 0x48414c4c;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LoadingCache<String, Optional<Stored>> memory = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(1_000)
            .build(this::read);

    PlanStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(HallPlan plan, int version) {}

    Optional<Stored> remembered(String hall) {
        return Objects.requireNonNull(memory.get(hall));
    }

    /** Waits for whoever changes the plan at the moment, and keeps others from it until the transaction ends. */
    Optional<Stored> held(String hall) {
        lock("pg_advisory_xact_lock_shared", hall);
        Optional<Integer> version = jdbc.sql("select version from halls.plan where hall = :hall")
                .param("hall", hall)
                .query(Integer.class)
                .optional();
        if (!version.equals(remembered(hall).map(Stored::version))) {
            memory.invalidate(hall);
        }
        return remembered(hall);
    }

    /** For the one who changes it: waits for all who book by it. */
    Optional<Stored> locked(String hall) {
        lock("pg_advisory_xact_lock", hall);
        return read(hall);
    }

    private void lock(String kind, String hall) {
        jdbc.sql("select 1 from " + kind + "(:locks, hashtext(:hall))")
                .param("locks", LOCKS)
                .param("hall", hall)
                .query(Integer.class)
                .single();
    }

    void write(HallPlan plan, int version, Instant now) {
        jdbc.sql("""
                        insert into halls.plan (hall, version, document, changed_at)
                        values (:hall, :version, :document::jsonb, :now)
                        on conflict (hall) do update set
                            version = excluded.version, document = excluded.document, changed_at = excluded.changed_at
                        """)
                .param("hall", plan.hall())
                .param("version", version)
                .param("document", json.writeValueAsString(plan))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(String hall) {
        memory.invalidate(hall);
    }

    private Optional<Stored> read(String hall) {
        return jdbc.sql("select version, document::text from halls.plan where hall = :hall")
                .param("hall", hall)
                .query((row, _) -> new Stored(json.readValue(row.getString(2), HallPlan.class), row.getInt(1)))
                .optional();
    }
}
