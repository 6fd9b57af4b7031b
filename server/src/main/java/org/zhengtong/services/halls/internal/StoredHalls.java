package org.zhengtong.services.halls.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;
import tools.jackson.databind.json.JsonMapper;

/** Halls change a few times a year: the list is kept for ten seconds, so that other nodes see a change soon enough. */
@Service
class StoredHalls implements Halls {
    private static final String ALL = "all";
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LoadingCache<String, List<Hall>> memory =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build(any -> read());

    StoredHalls(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Hall> halls() {
        return Objects.requireNonNull(memory.get(ALL));
    }

    @Override
    public Optional<Hall> hall(String id) {
        return halls().stream().filter(hall -> hall.id().equals(id)).findFirst();
    }

    @Override
    public List<Hall> withWindowOf(String bodyUscc) {
        return halls().stream().filter(hall -> hall.bodies().contains(bodyUscc)).toList();
    }

    @Override
    public void put(Hall hall) {
        jdbc.sql("""
                        insert into halls.hall (id, document)
                        values (:id, :document::jsonb)
                        on conflict (id) do update set document = excluded.document
                        """)
                .param("id", hall.id())
                .param("document", json.writeValueAsString(hall))
                .update();
        memory.invalidateAll();
    }

    private List<Hall> read() {
        return jdbc.sql("select document::text from halls.hall order by position")
                .query((row, number) -> json.readValue(row.getString(1), Hall.class))
                .list();
    }
}
