package org.zhengtong.services.supervision.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.services.supervision.Pattern;
import org.zhengtong.services.supervision.Suspected;
import org.zhengtong.services.supervision.Suspicion;
import org.zhengtong.services.supervision.SuspicionFilter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Patterns that were found, in the database. */
@Component
class SuspicionStore {
    private static final TypeReference<List<Suspected.Evidence>> EVIDENCE = new TypeReference<>() {};

    private final JdbcClient sql;
    private final FieldCipher cipher;
    private final JsonMapper json;

    SuspicionStore(JdbcClient sql, FieldCipher cipher, JsonMapper json) {
        this.sql = sql;
        this.cipher = cipher;
        this.json = json;
    }

    /** As it stands in the database. */
    record Row(
            UUID id,
            int version,
            Suspected found,
            Instant foundAt,
            Instant changedAt,
            Optional<Suspicion.Assessment> assessment) {}

    /** The one with this key, or one that has all these cases already: a window that moves on finds the end of a chain anew. */
    Optional<Row> known(Suspected found) {
        return sql.sql("""
                        select * from supervision.suspicion
                         where body = :body and pattern = :pattern and (key = :key or cases @> :cases::uuid[])
                         order by key = :key desc, changed_at desc
                         limit 1
                        """)
                .param("body", found.body())
                .param("pattern", found.pattern().name())
                .param("key", found.key())
                .param("cases", cases(found))
                .query((row, _) -> row(row))
                .optional();
    }

    /** @return false when somebody else has just found it */
    boolean insert(UUID id, Suspected found, Instant at) {
        return sql.sql("""
                        insert into supervision.suspicion (
                            id, pattern, body, body_name, key, evidence, cases, actors, figure, found_at, changed_at)
                        values (:id, :pattern, :body, :bodyName, :key, :evidence::jsonb, :cases::uuid[], :actors, :figure,
                            :at, :at)
                        on conflict (body, pattern, key) do nothing
                        """)
                        .param("id", id)
                        .param("pattern", found.pattern().name())
                        .param("body", found.body())
                        .param("bodyName", found.bodyName())
                        .param("key", found.key())
                        .param("evidence", json.writeValueAsString(found.evidence()))
                        .param("cases", cases(found))
                        .param("actors", found.actors().toArray(String[]::new), Types.ARRAY)
                        .param("figure", found.figure())
                        .param("at", CardStore.at(at))
                        .update()
                == 1;
    }

    /** It has gone on: what was said of it before no longer tells all. */
    boolean grow(Row before, Suspected found, Instant at) {
        return sql.sql("""
                        update supervision.suspicion
                           set evidence = :evidence::jsonb, cases = :cases::uuid[], actors = :actors, figure = :figure,
                               changed_at = :at, assessment = null, version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("evidence", json.writeValueAsString(found.evidence()))
                        .param("cases", cases(found))
                        .param("actors", found.actors().toArray(String[]::new), Types.ARRAY)
                        .param("figure", found.figure())
                        .param("at", CardStore.at(at))
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    boolean assess(Row before, Suspicion.Assessment assessment) {
        return sql.sql("""
                        update supervision.suspicion set assessment = :assessment, version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("assessment", assessment.name())
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    private static String cases(Suspected found) {
        return found.evidence().stream()
                .map(one -> one.caseId().value().toString())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from supervision.suspicion where id = :id")
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
    }

    /** @param total on all pages */
    record Found(List<Row> rows, int total) {}

    Found find(Set<String> bodies, SuspicionFilter filter) {
        int[] total = {0};
        List<Row> rows = sql.sql("""
                        select *, count(*) over () as total
                          from supervision.suspicion
                         where body in (:bodies)
                           and (:pattern::text is null or pattern = :pattern)
                           and (not :open or assessment is null)
                         order by assessment is not null, changed_at desc, id
                         limit :size offset :offset
                        """)
                .param("bodies", CardStore.orNone(bodies))
                .param("pattern", filter.pattern().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("open", filter.open())
                .param("size", SuspicionFilter.PAGE_SIZE)
                .param("offset", (filter.page() - 1) * SuspicionFilter.PAGE_SIZE)
                .query((row, _) -> {
                    total[0] = row.getInt("total");
                    return row(row);
                })
                .list();
        return new Found(rows, total[0]);
    }

    void append(UUID id, Suspicion.Step.Kind kind, Instant at, String actor, String words) {
        int number = steps(id).size() + 1;
        sql.sql("""
                        insert into supervision.suspicion_step (suspicion, number, at, kind, actor, words)
                        values (:id, :number, :at, :kind, :actor, :words)
                        """)
                .param("id", id)
                .param("number", number)
                .param("at", CardStore.at(at))
                .param("kind", kind.name())
                .param("actor", actor)
                .param("words", cipher.seal(words, place(id, number)))
                .update();
    }

    /** A step with who did it, as the audit names them. */
    record Written(int number, Instant at, Suspicion.Step.Kind kind, String actor, String words) {}

    List<Written> steps(UUID id) {
        return sql.sql("""
                        select number, at, kind, actor, words from supervision.suspicion_step
                         where suspicion = :id order by number
                        """)
                .param("id", id)
                .query((row, _) -> new Written(
                        row.getInt("number"),
                        CardStore.instant(row, "at"),
                        Suspicion.Step.Kind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        cipher.openText(row.getBytes("words"), place(id, row.getInt("number")))))
                .list();
    }

    private static String place(UUID id, int number) {
        return "supervision.suspicion_step.words:" + id + "/" + number;
    }

    private Row row(ResultSet row) throws SQLException {
        Array actors = row.getArray("actors");
        return new Row(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new Suspected(
                        Pattern.valueOf(row.getString("pattern")),
                        row.getString("body"),
                        row.getString("body_name"),
                        row.getString("key"),
                        json.readValue(row.getString("evidence"), EVIDENCE),
                        Set.of((String[]) actors.getArray()),
                        row.getInt("figure")),
                CardStore.instant(row, "found_at"),
                CardStore.instant(row, "changed_at"),
                Optional.ofNullable(row.getString("assessment")).map(Suspicion.Assessment::valueOf));
    }
}
