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
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.window.Handover;

/** What windows hand over to each other, in the database. */
@Component
class HandoverStore {
    private final JdbcClient sql;

    HandoverStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Handover handover, PersonId clerk) {
        sql.sql("""
                        insert into "window".handover (id, visit, person, draft, item_name, from_body, from_name,
                            to_body, to_name, clerk, clerk_name, reason, at)
                        values (:id, :visit, :person, :draft, :itemName, :fromBody, :fromName,
                            :toBody, :toName, :clerk, :clerkName, :reason, :at)
                        """)
                .param("id", handover.id())
                .param("visit", handover.visit())
                .param("person", handover.person().value())
                .param("draft", handover.draft().orElse(null), Types.OTHER)
                .param("itemName", handover.itemName().orElse(null), Types.VARCHAR)
                .param("fromBody", handover.fromUscc())
                .param("fromName", handover.fromName())
                .param("toBody", handover.toUscc())
                .param("toName", handover.toName())
                .param("clerk", clerk.value())
                .param("clerkName", handover.clerkName())
                .param("reason", handover.reason())
                .param("at", Timestamp.from(handover.at()))
                .update();
    }

    Optional<Handover> find(UUID id) {
        return sql.sql("select * from \"window\".handover where id = :id")
                .param("id", id)
                .query((row, _) -> handover(row))
                .optional();
    }

    List<Handover> waiting(String body) {
        return sql.sql("""
                        select * from "window".handover where to_body = :body and taken_at is null
                        order by at limit 100
                        """).param("body", body).query((row, _) -> handover(row)).list();
    }

    void taken(UUID id, UUID visit, Instant at) {
        sql.sql("""
                        update "window".handover set taken_by = :visit, taken_at = :at
                        where id = :id and taken_at is null
                        """)
                .param("visit", visit)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                row.getObject("id", UUID.class),
                row.getObject("visit", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                Optional.ofNullable(row.getObject("draft", UUID.class)),
                Optional.ofNullable(row.getString("item_name")),
                row.getString("from_body"),
                row.getString("from_name"),
                row.getString("to_body"),
                row.getString("to_name"),
                row.getString("clerk_name"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                VisitStore.instant(row, "taken_at"));
    }
}
