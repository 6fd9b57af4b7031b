package org.zhengtong.ground.outbox.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.DeadLetter;
import org.zhengtong.ground.outbox.OutboxEvent;

@Component
class DeliveryStore {
    private final JdbcClient sql;

    DeliveryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What one handler is to be given. */
    record Due(String handler, int tries, OutboxEvent event, String payload) {}

    void register(String handler, String topic) {
        sql.sql("""
                        insert into outbox.handler (name, topic)
                        values (:handler, :topic)
                        on conflict (name) do update set topic = excluded.topic where handler.topic <> excluded.topic
                        """).param("handler", handler).param("topic", topic).update();
    }

    List<String> registered() {
        return sql.sql("select name from outbox.handler order by name")
                .query(String.class)
                .list();
    }

    /**
     * Takes the oldest due deliveries that no earlier one of their handler and subject stands before, and that nobody else
     * has in hand. The rows are gone when the running transaction commits, and back when it does not.
     *
     * @return in the order of the events
     */
    List<Due> take(Collection<String> handlers, Instant now, int most) {
        return sql.sql("""
                        with due as (
                            select handler, sequence
                              from outbox.delivery
                             where not dead
                               and due_at <= :now
                               and handler in (:handlers)
                               and not exists (
                                   select
                                     from outbox.delivery earlier
                                    where earlier.handler = delivery.handler
                                      and earlier.subject = delivery.subject
                                      and earlier.sequence < delivery.sequence
                                      and not earlier.dead)
                             order by due_at, sequence
                             limit :most
                               for update skip locked
                        ), taken as (
                            delete from outbox.delivery
                             using due
                             where delivery.handler = due.handler
                               and delivery.sequence = due.sequence
                            returning delivery.handler, delivery.sequence, delivery.tries
                        )
                        select taken.handler, taken.tries, event.sequence, event.topic, event.subject, event.at,
                               event.payload
                          from taken
                          join outbox.event using (sequence)
                         order by event.sequence
                        """)
                .param("now", Timestamp.from(now))
                .param("handlers", handlers)
                .param("most", most)
                .query((row, _) ->
                        new Due(row.getString("handler"), row.getInt("tries"), event(row), row.getString("payload")))
                .list();
    }

    void failed(Due due, String error, Optional<Instant> again) {
        sql.sql("""
                        update outbox.delivery
                           set tries = :tries,
                               due_at = coalesce(cast(:again as timestamptz), due_at),
                               dead = :dead,
                               last_error = :error
                         where handler = :handler
                           and sequence = :sequence
                           and tries = :tries - 1
                        """)
                .param("tries", due.tries() + 1)
                .param("again", again.map(Timestamp::from).orElse(null))
                .param("dead", again.isEmpty())
                .param("error", error)
                .param("handler", due.handler())
                .param("sequence", due.event().sequence())
                .update();
    }

    List<DeadLetter> dead(long after, int most) {
        return sql.sql("""
                        select delivery.handler, delivery.tries, delivery.last_error, event.sequence, event.topic,
                               event.subject, event.at
                          from outbox.delivery
                          join outbox.event using (sequence)
                         where dead
                           and sequence > :after
                         order by sequence, handler
                         limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new DeadLetter(
                        row.getString("handler"), event(row), row.getInt("tries"), row.getString("last_error")))
                .list();
    }

    long countDead() {
        return sql.sql("select count(*) from outbox.delivery where dead")
                .query(Long.class)
                .single();
    }

    boolean revive(String handler, long sequence, Instant now) {
        return sql.sql("""
                                update outbox.delivery
                                   set dead = false, tries = 0, due_at = :now
                                 where handler = :handler
                                   and sequence = :sequence
                                   and dead
                                """)
                        .param("handler", handler)
                        .param("sequence", sequence)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getLong("sequence"),
                row.getString("topic"),
                row.getObject("subject", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
