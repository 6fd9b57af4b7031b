package org.zhengtong.services.queue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.queue.Windows.State;

/** Windows with somebody at them, in the database. */
@Component
class PlaceStore {
    private final JdbcClient sql;

    PlaceStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(String hall, int window, PersonId clerk, State state, Instant since, Instant seenAt) {}

    Optional<Row> of(PersonId clerk) {
        return sql.sql("select * from queue.place where clerk = :clerk")
                .param("clerk", clerk.value())
                .query((row, _) -> row(row))
                .optional();
    }

    List<Row> in(String hall) {
        return sql.sql("select * from queue.place where hall = :hall order by number")
                .param("hall", hall)
                .query((row, _) -> row(row))
                .list();
    }

    List<Row> silentSince(Instant then) {
        return sql.sql("select * from queue.place where seen_at < :then order by hall, number")
                .param("then", TicketStore.at(then))
                .query((row, _) -> row(row))
                .list();
    }

    void put(Row row) {
        sql.sql("""
                        insert into queue.place (hall, number, clerk, state, since, seen_at)
                        values (:hall, :number, :clerk, :state, :since, :seen)
                        on conflict (hall, number) do update set
                            clerk = excluded.clerk, state = excluded.state,
                            since = excluded.since, seen_at = excluded.seen_at
                        """)
                .param("hall", row.hall())
                .param("number", row.window())
                .param("clerk", row.clerk().value())
                .param("state", row.state().name())
                .param("since", TicketStore.at(row.since()))
                .param("seen", TicketStore.at(row.seenAt()))
                .update();
    }

    void seen(PersonId clerk, Instant now) {
        sql.sql("update queue.place set seen_at = :now where clerk = :clerk")
                .param("clerk", clerk.value())
                .param("now", TicketStore.at(now))
                .update();
    }

    void remove(String hall, int window) {
        sql.sql("delete from queue.place where hall = :hall and number = :number")
                .param("hall", hall)
                .param("number", window)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("hall"),
                row.getInt("number"),
                new PersonId(row.getObject("clerk", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }
}
