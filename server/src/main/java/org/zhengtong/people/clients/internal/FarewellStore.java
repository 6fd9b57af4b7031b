package org.zhengtong.people.clients.internal;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calls.Fault;
import org.zhengtong.people.clients.Clients.Told;

/** What clients are to be told, until it has arrived. */
@Component
class FarewellStore {
    private final JdbcClient sql;

    FarewellStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID id, UUID client, String subject, String session, String why, Instant now) {
        sql.sql("""
                        insert into clients.farewell (id, client, subject, session, why, at, due)
                        values (:id, :client, :subject, :session, :why, :now, :now)
                        """)
                .param("id", id)
                .param("client", client)
                .param("subject", subject)
                .param("session", session)
                .param("why", why)
                .param("now", ClientStore.at(now))
                .update();
    }

    List<UUID> clientsToTell(Instant now) {
        return sql.sql("select distinct client from clients.farewell where state = 'WAITING' and due <= :now")
                .param("now", ClientStore.at(now))
                .query(UUID.class)
                .list();
    }

    /** @param tries how many there were, with this one */
    record Taken(UUID id, UUID client, String subject, String session, int tries) {}

    /** Until {@code brokenOff} nobody else takes it; a program that ends meanwhile has lost nothing. */
    Optional<Taken> take(UUID client, Instant now, Instant brokenOff) {
        return sql.sql("""
                        update clients.farewell set tries = tries + 1, due = :brokenOff
                         where id = (
                            select id from clients.farewell
                             where client = :client and state = 'WAITING' and due <= :now
                             order by due, place
                             limit 1
                               for update skip locked)
                        returning id, client, subject, session, tries
                        """)
                .param("client", client)
                .param("now", ClientStore.at(now))
                .param("brokenOff", ClientStore.at(brokenOff))
                .query((row, _) -> new Taken(
                        row.getObject("id", UUID.class),
                        row.getObject("client", UUID.class),
                        row.getString("subject"),
                        row.getString("session"),
                        row.getInt("tries")))
                .optional();
    }

    void delivered(Taken taken, int status) {
        sql.sql("update clients.farewell set state = 'DELIVERED', status = :status, fault = null where id = :id")
                .param("status", status)
                .param("id", taken.id())
                .update();
    }

    /** @param again when it is tried again; empty when it is given up */
    void failed(Taken taken, Optional<Integer> status, Optional<Fault> fault, Optional<Instant> again) {
        sql.sql("""
                        update clients.farewell
                           set status = :status, fault = :fault, due = coalesce(:again, due),
                               state = case when cast(:again as timestamptz) is null then 'GIVEN_UP' else state end
                         where id = :id
                        """)
                .param("status", status.orElse(null), Types.INTEGER)
                .param("fault", fault.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("again", again.map(ClientStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", taken.id())
                .update();
    }

    List<Told> last(UUID client, int most) {
        return sql.sql("""
                        select at, why, state, tries, status, fault, due
                          from clients.farewell where client = :client order by place desc limit :most
                        """)
                .param("client", client)
                .param("most", most)
                .query((row, _) -> new Told(
                        ClientStore.moment(row, "at"),
                        row.getString("why"),
                        row.getString("state").equals("DELIVERED"),
                        row.getInt("tries"),
                        Optional.ofNullable(row.getObject("status", Integer.class)),
                        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf),
                        row.getString("state").equals("WAITING")
                                ? Optional.of(ClientStore.moment(row, "due"))
                                : Optional.empty()))
                .list();
    }

    void forget(Instant before) {
        sql.sql("delete from clients.farewell where at < :before and state <> 'WAITING'")
                .param("before", ClientStore.at(before))
                .update();
    }
}
