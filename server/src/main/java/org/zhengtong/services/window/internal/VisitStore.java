package org.zhengtong.services.window.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.window.Visit;
import tools.jackson.databind.json.JsonMapper;

/** Visits in the database. */
@Component
class VisitStore {
    private final JdbcClient sql;
    private final FieldCipher cipher;
    private final JsonMapper json;

    VisitStore(JdbcClient sql, FieldCipher cipher, JsonMapper json) {
        this.sql = sql;
        this.cipher = cipher;
        this.json = json;
    }

    void add(Visit visit) {
        sql.sql("""
                        insert into "window".visit
                            (id, clerk, body, ticket, purpose, way, person, typed, handover, opened_at)
                        values (:id, :clerk, :body, :ticket, :purpose, :way, :person, :typed, :handover, :at)
                        """)
                .param("id", visit.id())
                .param("clerk", visit.clerk().value())
                .param("body", visit.bodyUscc())
                .param("ticket", visit.ticket().orElse(null), Types.VARCHAR)
                .param("purpose", visit.purpose())
                .param("way", visit.way().name())
                .param("person", visit.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param("typed", sealed(visit.id(), visit.typed()))
                .param("handover", visit.handover().orElse(null), Types.OTHER)
                .param("at", Timestamp.from(visit.openedAt()))
                .update();
    }

    Optional<Visit> find(UUID id, PersonId clerk) {
        return sql.sql("select * from \"window\".visit where id = :id and clerk = :clerk")
                .param("id", id)
                .param("clerk", clerk.value())
                .query((row, _) -> visit(row))
                .optional();
    }

    List<Visit> openOf(PersonId clerk, Instant since) {
        return sql.sql("""
                        select * from "window".visit
                        where clerk = :clerk and closed_at is null and opened_at > :since
                        order by opened_at desc limit 50
                        """)
                .param("clerk", clerk.value())
                .param("since", Timestamp.from(since))
                .query((row, _) -> visit(row))
                .list();
    }

    /** Who it is, is certain; what was typed to find them is not needed any more. */
    void confirm(UUID id, PersonId person, Instant at) {
        sql.sql("""
                        update "window".visit set person = :person, confirmed_at = :at, typed = :typed
                        where id = :id and closed_at is null
                        """)
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .param("typed", sealed(id, Visit.Typed.NOTHING))
                .param("id", id)
                .update();
    }

    void remember(UUID id, Visit.Typed typed) {
        sql.sql("update \"window\".visit set typed = :typed where id = :id")
                .param("typed", sealed(id, typed))
                .param("id", id)
                .update();
    }

    void close(UUID id, Instant at) {
        sql.sql("""
                        update "window".visit set closed_at = :at, typed = :typed
                        where id = :id and closed_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("typed", sealed(id, Visit.Typed.NOTHING))
                .param("id", id)
                .update();
    }

    private Visit visit(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Visit(
                id,
                new PersonId(row.getObject("clerk", UUID.class)),
                row.getString("body"),
                Optional.ofNullable(row.getString("ticket")),
                row.getString("purpose"),
                Visit.Way.valueOf(row.getString("way")),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                json.readValue(cipher.openText(row.getBytes("typed"), context(id)), Visit.Typed.class),
                Optional.ofNullable(row.getObject("handover", UUID.class)),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "confirmed_at"),
                instant(row, "closed_at"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private byte[] sealed(UUID id, Visit.Typed typed) {
        return cipher.seal(json.writeValueAsString(typed), context(id));
    }

    private static String context(UUID id) {
        return "window.visit.typed:" + id;
    }
}
