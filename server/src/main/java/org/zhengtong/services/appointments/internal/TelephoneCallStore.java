package org.zhengtong.services.appointments.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.AppointmentDesk.Call;

/** Calls in the database. */
@Component
class TelephoneCallStore {
    private final JdbcClient sql;

    TelephoneCallStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Call call, PersonId clerk, Instant now) {
        sql.sql("""
                        insert into appointments.telephone_call (id, clerk, person, opened_at)
                        values (:id, :clerk, :person, :now)
                        """)
                .param("id", call.id())
                .param("clerk", clerk.value())
                .param("person", call.person().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Call> find(UUID id, PersonId clerk, Instant since) {
        return sql.sql("""
                        select person from appointments.telephone_call
                         where id = :id and clerk = :clerk and opened_at > :since
                        """)
                .param("id", id)
                .param("clerk", clerk.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(person -> new Call(id, new PersonId(person)));
    }

    int forget(Instant before) {
        return sql.sql("delete from appointments.telephone_call where opened_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
