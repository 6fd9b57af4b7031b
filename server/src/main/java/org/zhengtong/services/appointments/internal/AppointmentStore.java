package org.zhengtong.services.appointments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointment.State;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.halls.BookingChannel;

/** Appointments in the database. */
@Component
class AppointmentStore {
    private static final String OPEN = "state in ('OFFERED', 'BOOKED')";
    private static final int HELD = Types.TIMESTAMP_WITH_TIMEZONE;

    private final JdbcClient sql;

    AppointmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An appointment with what only this room knows. */
    record Row(Appointment appointment, Optional<Long> seat) {}

    /**
     * @param place among the person's bookings in this hall
     * @return false when the place is taken, or the person has another booking at this time
     */
    boolean add(Appointment one, int place, long seat, String by) {
        return sql.sql("""
                        insert into appointments.appointment (id, person, hall, business_group, item, item_name,
                            day, starts, ends, channel, state, place, seat, booked_by, booked_at, changed_at, held_until, number)
                        values (:id, :person, :hall, :group, :item, :itemName,
                            :day, :starts, :ends, :channel, :state, :place, :seat, :by, :at, :at, :held, :number)
                        on conflict do nothing
                        """)
                        .param("id", one.id())
                        .param("person", one.person().value())
                        .param("hall", one.hall())
                        .param("group", one.group())
                        .param("item", one.item())
                        .param("itemName", one.itemName())
                        .param("day", one.moment().day())
                        .param("starts", one.moment().starts())
                        .param("ends", one.ends())
                        .param("channel", one.channel().name())
                        .param("state", one.state().name())
                        .param("place", place)
                        .param("seat", seat)
                        .param("by", by)
                        .param("number", one.number())
                        .param("at", at(one.changedAt()))
                        .param("held", one.heldUntil().map(AppointmentStore::at).orElse(null), HELD)
                        .update()
                == 1;
    }

    /** Writes another time, seat or state. A reminder of another day has yet to be sent. */
    void write(Appointment one, Optional<Long> seat) {
        sql.sql("""
                        update appointments.appointment
                           set reminded_at = case when day = :day then reminded_at end,
                               business_group = :group, day = :day, starts = :starts, ends = :ends,
                               channel = :channel, state = :state, moves = :moves, seat = :seat, changed_at = :at,
                               held_until = :held, number = :number
                         where id = :id
                        """)
                .param("id", one.id())
                .param("group", one.group())
                .param("day", one.moment().day())
                .param("starts", one.moment().starts())
                .param("ends", one.ends())
                .param("channel", one.channel().name())
                .param("state", one.state().name())
                .param("moves", one.moves())
                .param("number", one.number())
                .param("seat", seat.orElse(null), Types.BIGINT)
                .param("at", at(one.changedAt()))
                .param("held", one.heldUntil().map(AppointmentStore::at).orElse(null), HELD)
                .update();
    }

    boolean comesAt(PersonId person, Moment moment) {
        return sql.sql("""
                        select exists (select from appointments.appointment
                         where person = :person and day = :day and starts = :starts and %s)
                        """.formatted(OPEN))
                .param("person", person.value())
                .param("day", moment.day())
                .param("starts", moment.starts())
                .query(Boolean.class)
                .single();
    }

    /** How many bookings the person has in this hall, with what is held for them. */
    int open(PersonId person, String hall) {
        return sql.sql("""
                        select count(*) from appointments.appointment
                         where person = :person and hall = :hall and %s
                        """.formatted(OPEN))
                .param("person", person.value())
                .param("hall", hall)
                .query(Integer.class)
                .single();
    }

    Optional<Appointment> find(UUID id) {
        return sql.sql("select * from appointments.appointment where id = :id")
                .param("id", id)
                .query((row, _) -> appointment(row))
                .optional();
    }

    /** Whoever else wants to change it waits. */
    Optional<Row> locked(UUID id) {
        return sql.sql("select * from appointments.appointment where id = :id for update")
                .param("id", id)
                .query((row, _) -> new Row(appointment(row), Optional.ofNullable(row.getObject("seat", Long.class))))
                .optional();
    }

    List<Appointment> of(PersonId person, int most) {
        return sql.sql("""
                        select * from appointments.appointment where person = :person
                        order by not (%1$s), case when %1$s then day end, day desc, starts
                        limit :most
                        """.formatted(OPEN))
                .param("person", person.value())
                .param("most", most)
                .query((row, _) -> appointment(row))
                .list();
    }

    List<Appointment> comingTo(String hall, LocalDate day, Collection<String> groups) {
        return sql.sql("""
                        select * from appointments.appointment
                         where hall = :hall and day = :day and business_group in (:groups)
                           and state in ('BOOKED', 'KEPT', 'MISSED', 'PASSED')
                         order by starts, id
                        """)
                .param("hall", hall)
                .param("day", day)
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .query((row, _) -> appointment(row))
                .list();
    }

    List<Appointment> withNumber(String hall, LocalDate day, String number) {
        return sql.sql("""
                        select * from appointments.appointment
                         where hall = :hall and day = :day and number = :number
                         order by state = 'BOOKED' desc, changed_at desc
                        """)
                .param("hall", hall)
                .param("day", day)
                .param("number", number)
                .query((row, _) -> appointment(row))
                .list();
    }

    /** Who booked and has not come yet. */
    List<Appointment> expected(String hall, LocalDate day) {
        return sql.sql("""
                        select * from appointments.appointment
                         where hall = :hall and day = :day and state = 'BOOKED'
                         order by starts, id
                        """)
                .param("hall", hall)
                .param("day", day)
                .query((row, _) -> appointment(row))
                .list();
    }

    /** Seats of those who came are kept until their day is over. */
    void leaveSeats(LocalDate before) {
        sql.sql(
                        "update appointments.appointment set seat = null where state = 'KEPT' and seat is not null and day < :day")
                .param("day", before)
                .update();
    }

    /** With what is held for somebody. */
    List<UUID> open(String hall, LocalDate day) {
        return sql.sql("""
                        select id from appointments.appointment
                         where hall = :hall and day = :day and %s
                         order by starts, booked_at, id
                        """.formatted(OPEN))
                .param("hall", hall)
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    /** The days on which the person did not come to this hall. */
    List<LocalDate> misses(PersonId person, String hall, LocalDate since) {
        return sql.sql("""
                        select day from appointments.appointment
                         where person = :person and hall = :hall and state = 'MISSED' and day >= :since
                         order by day
                        """)
                .param("person", person.value())
                .param("hall", hall)
                .param("since", since)
                .query(LocalDate.class)
                .list();
    }

    /** Of the person alone, or of everybody. */
    List<UUID> past(Optional<PersonId> person, Moment now, int most) {
        return sql.sql("""
                        select id from appointments.appointment
                         where state = 'BOOKED' and (day < :day or (day = :day and ends <= :time))
                           and (cast(:person as uuid) is null or person = :person)
                         order by day, starts
                         limit :most
                        """)
                .param("day", now.day())
                .param("time", now.starts())
                .param("person", person.map(PersonId::value).orElse(null), Types.OTHER)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Those held longer than their time. */
    List<UUID> lapsed(Instant now, int most) {
        return sql.sql("""
                        select id from appointments.appointment
                         where state = 'OFFERED' and held_until <= :now
                         order by held_until
                         limit :most
                        """)
                .param("now", at(now))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Whoever booked or moved it since {@code since} knows of it. */
    List<Appointment> unreminded(LocalDate day, Instant since, int most) {
        return sql.sql("""
                        select * from appointments.appointment
                         where state = 'BOOKED' and day = :day and reminded_at is null and changed_at < :since
                         order by starts
                         limit :most
                           for update skip locked
                        """)
                .param("day", day)
                .param("since", at(since))
                .param("most", most)
                .query((row, _) -> appointment(row))
                .list();
    }

    void reminded(UUID id, Instant now) {
        sql.sql("update appointments.appointment set reminded_at = :now where id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void deleteAllOf(PersonId person) {
        sql.sql("delete from appointments.telephone_call where person = :person")
                .param("person", person.value())
                .update();
        sql.sql("delete from appointments.appointment where person = :person and not (%s)".formatted(OPEN))
                .param("person", person.value())
                .update();
    }

    /** @return how many are gone */
    int forget(LocalDate before) {
        return sql.sql("delete from appointments.appointment where day < :before and not (%s)".formatted(OPEN))
                .param("before", before)
                .update();
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("hall"),
                row.getString("business_group"),
                row.getString("item"),
                row.getString("item_name"),
                new Moment(row.getObject("day", LocalDate.class), row.getObject("starts", LocalTime.class)),
                row.getObject("ends", LocalTime.class),
                BookingChannel.valueOf(row.getString("channel")),
                State.valueOf(row.getString("state")),
                row.getInt("moves"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("held_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("number"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
