package org.zhengtong.services.halls.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.halls.Roster;
import tools.jackson.databind.json.JsonMapper;

/** Rosters in the database: one for each hall, all of them kept for ten seconds. */
@Component
class RosterStore {
    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LoadingCache<String, Map<String, Stored>> memory =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(_ -> read());

    RosterStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(Roster roster, int version) {
        static Stored none(String hall) {
            return new Stored(Roster.empty(hall), 0);
        }
    }

    /** By hall. */
    Map<String, Stored> remembered() {
        return Objects.requireNonNull(memory.get(ALL));
    }

    /** Rosters are changed one after the other: somebody put at windows of two halls at once is seen by the second. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('halls.roster', 0))")
                .query(row -> {});
    }

    Map<String, Stored> read() {
        Map<String, Stored> rosters = new LinkedHashMap<>();
        jdbc.sql("select hall, version, document::text from halls.roster order by hall")
                .query((row, _) -> new Stored(json.readValue(row.getString(3), Roster.class), row.getInt(2)))
                .list()
                .forEach(one -> rosters.put(one.roster().hall(), one));
        return rosters;
    }

    /** @return false when it has another version by now */
    boolean write(Roster roster, int version, Instant now) {
        return jdbc.sql("""
                        insert into halls.roster (hall, version, document, changed_at)
                        values (:hall, 1, :document::jsonb, :now)
                        on conflict (hall) do update set
                            version = roster.version + 1, document = excluded.document, changed_at = excluded.changed_at
                         where roster.version = :version
                        """)
                        .param("hall", roster.hall())
                        .param("version", version)
                        .param("document", json.writeValueAsString(roster))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forget() {
        memory.invalidateAll();
    }
}
