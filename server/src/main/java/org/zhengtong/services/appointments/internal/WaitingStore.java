package org.zhengtong.services.appointments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.Waiting;
import org.zhengtong.services.halls.BookingChannel;

/** Who waits, in the database. */
@Component
class WaitingStore {
    private final JdbcClient sql;

    WaitingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return as it is kept: whoever waits already keeps their turn */
    Waiting put(Waiting one) {
        return sql.sql("""
                        insert into appointments.waiting (id, person, hall, business_group, item, item_name, channel,
                            from_day, until_day, asked_at)
                        values (:id, :person, :hall, :group, :item, :itemName, :channel, :from, :until, :at)
                        on conflict (person, hall, business_group) do update
                            set item = excluded.item, item_name = excluded.item_name, from_day = excluded.from_day,
                                until_day = excluded.until_day
                        returning *
                        """)
                .param("id", one.id())
                .param("person", one.person().value())
                .param("hall", one.hall())
                .param("group", one.group())
                .param("item", one.item())
                .param("itemName", one.itemName())
                .param("channel", one.channel().name())
                .param("from", one.from())
                .param("until", one.until())
                .param("at", one.askedAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> waiting(row))
                .single();
    }

    /**
     * Those a seat like this one suits, whose turn it is first. Whoever is being offered another one at this moment is
     * passed over.
     */
    List<Waiting> inTurn(SeatStore.Row slot, int most) {
        return sql.sql("""
                        select * from appointments.waiting
                         where hall = :hall and business_group = :group and channel = :channel
                           and :day between from_day and until_day
                         order by asked_at, id
                         limit :most
                           for update skip locked
                        """)
                .param("hall", slot.hall())
                .param("group", slot.group())
                .param("channel", slot.channel().name())
                .param("day", slot.moment().day())
                .param("most", most)
                .query((row, _) -> waiting(row))
                .list();
    }

    /** Those who wait for the same: from the earliest of their days to the latest. */
    record Line(String group, BookingChannel channel, LocalDate from, LocalDate until) {}

    List<Line> lines(String hall) {
        return sql.sql("""
                        select business_group, channel, min(from_day), max(until_day)
                          from appointments.waiting
                         where hall = :hall
                         group by business_group, channel
                         order by min(asked_at)
                        """)
                .param("hall", hall)
                .query((row, _) -> new Line(
                        row.getString(1),
                        BookingChannel.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    Optional<Waiting> find(UUID id) {
        return sql.sql("select * from appointments.waiting where id = :id")
                .param("id", id)
                .query((row, _) -> waiting(row))
                .optional();
    }

    List<Waiting> of(PersonId person) {
        return sql.sql("select * from appointments.waiting where person = :person order by asked_at, id")
                .param("person", person.value())
                .query((row, _) -> waiting(row))
                .list();
    }

    boolean remove(UUID id) {
        return sql.sql("delete from appointments.waiting where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    void removeAllOf(PersonId person) {
        sql.sql("delete from appointments.waiting where person = :person")
                .param("person", person.value())
                .update();
    }

    /** Those whose last day is over. */
    void forget(LocalDate before) {
        sql.sql("delete from appointments.waiting where until_day < :before")
                .param("before", before)
                .update();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("hall"),
                row.getString("business_group"),
                row.getString("item"),
                row.getString("item_name"),
                BookingChannel.valueOf(row.getString("channel")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
