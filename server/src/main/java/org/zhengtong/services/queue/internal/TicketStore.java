package org.zhengtong.services.queue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.WaitRange;

/** Tickets in the database. */
@Component
class TicketStore {
    private static final String OPEN = "state in ('WAITING', 'TRANSFERRED', 'CALLED', 'SERVING')";
    private static final String NOT_TOLD =
            "state in ('WAITING', 'TRANSFERRED') and person is not null and near_told_at is null";
    private static final int TIME = Types.TIMESTAMP_WITH_TIMEZONE;

    private final JdbcClient sql;

    TicketStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the number is given to somebody else, or the appointment is a ticket already */
    boolean add(Ticket one) {
        return sql.sql("""
                        insert into queue.ticket (id, hall, day, number, business_group, item, item_name, person, party,
                            priority, origin, appointment, state, turn, calls, taken_at, told_from, told_until)
                        values (:id, :hall, :day, :number, :group, :item, :itemName, :person, :party,
                            :priority, :origin, :appointment, :state, :turn, 0, :taken, :toldFrom, :toldUntil)
                        on conflict do nothing
                        """)
                        .param("id", one.id())
                        .param("hall", one.hall())
                        .param("day", one.day())
                        .param("number", one.number())
                        .param("group", one.group())
                        .param("item", one.matter().map(Ticket.Matter::item).orElse(null), Types.VARCHAR)
                        .param("itemName", one.matter().map(Ticket.Matter::name).orElse(null), Types.VARCHAR)
                        .param("person", one.person().map(PersonId::value).orElse(null), Types.OTHER)
                        .param("party", one.party())
                        .param("priority", one.priority().name())
                        .param("origin", one.origin().name())
                        .param("appointment", one.appointment().orElse(null), Types.OTHER)
                        .param("state", one.state().name())
                        .param("turn", at(one.turn()))
                        .param("taken", at(one.takenAt()))
                        .param(
                                "toldFrom",
                                one.told().map(told -> told.from().toSeconds()).orElse(null),
                                Types.INTEGER)
                        .param(
                                "toldUntil",
                                one.told().map(told -> told.until().toSeconds()).orElse(null),
                                Types.INTEGER)
                        .update()
                == 1;
    }

    /** @param clerk who called or serves them */
    void write(Ticket one, Optional<PersonId> clerk) {
        sql.sql("""
                        update queue.ticket
                           set business_group = :group, state = :state, turn = :turn, service_window = :window,
                               clerk = coalesce(:clerk, clerk), calls = :calls, called_at = :called,
                               started_at = :started, ended_at = :ended
                         where id = :id
                        """)
                .param("id", one.id())
                .param("group", one.group())
                .param("state", one.state().name())
                .param("turn", at(one.turn()))
                .param("window", one.window().orElse(null), Types.INTEGER)
                .param("clerk", clerk.map(PersonId::value).orElse(null), Types.OTHER)
                .param("calls", one.calls())
                .param("called", one.calledAt().map(TicketStore::at).orElse(null), TIME)
                .param("started", one.startedAt().map(TicketStore::at).orElse(null), TIME)
                .param("ended", one.endedAt().map(TicketStore::at).orElse(null), TIME)
                .update();
    }

    Optional<Ticket> find(UUID id) {
        return sql.sql("select * from queue.ticket where id = :id")
                .param("id", id)
                .query((row, _) -> ticket(row))
                .optional();
    }

    List<Ticket> party(UUID party) {
        return sql.sql("select * from queue.ticket where party = :party order by came")
                .param("party", party)
                .query((row, _) -> ticket(row))
                .list();
    }

    Optional<Ticket> ofAppointment(UUID appointment) {
        return sql.sql("select * from queue.ticket where appointment = :appointment")
                .param("appointment", appointment)
                .query((row, _) -> ticket(row))
                .optional();
    }

    /** In the order of their turn, whatever their state. */
    List<Ticket> open(String hall, LocalDate day) {
        return sql.sql("""
                        select * from queue.ticket where hall = :hall and day = :day and %s
                         order by turn, came
                        """.formatted(OPEN))
                .param("hall", hall)
                .param("day", day)
                .query((row, _) -> ticket(row))
                .list();
    }

    List<Ticket> missed(String hall, LocalDate day) {
        return sql.sql("""
                        select * from queue.ticket where hall = :hall and day = :day and state = 'MISSED'
                         order by ended_at desc
                         limit 20
                        """)
                .param("hall", hall)
                .param("day", day)
                .query((row, _) -> ticket(row))
                .list();
    }

    Optional<Ticket> at(String hall, LocalDate day, int window) {
        return sql.sql("""
                        select * from queue.ticket
                         where hall = :hall and day = :day and service_window = :window
                           and state in ('CALLED', 'SERVING')
                        """)
                .param("hall", hall)
                .param("day", day)
                .param("window", window)
                .query((row, _) -> ticket(row))
                .optional();
    }

    List<Ticket> openOf(PersonId person, LocalDate day) {
        return sql.sql("""
                        select * from queue.ticket where person = :person and day = :day and (%s or state = 'MISSED')
                         order by turn
                        """.formatted(OPEN))
                .param("person", person.value())
                .param("day", day)
                .query((row, _) -> ticket(row))
                .list();
    }

    List<Ticket> of(PersonId person, int most) {
        return sql.sql("select * from queue.ticket where person = :person order by taken_at desc limit :most")
                .param("person", person.value())
                .param("most", most)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** Halls in which somebody with an account waits who does not know yet that their turn is near. */
    List<String> hallsNotTold(LocalDate day) {
        return sql.sql("select distinct hall from queue.ticket where day = :day and " + NOT_TOLD)
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** Those who wait there, in the order of their turn. */
    List<Ticket> notTold(String hall, LocalDate day) {
        return sql.sql("select * from queue.ticket where hall = :hall and day = :day and %s order by turn, came"
                        .formatted(NOT_TOLD))
                .param("hall", hall)
                .param("day", day)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** @return false when they know already, or do not wait any more */
    boolean nearTold(UUID party, Instant now) {
        return sql.sql("update queue.ticket set near_told_at = :now where party = :party and " + NOT_TOLD)
                        .param("now", at(now))
                        .param("party", party)
                        .update()
                > 0;
    }

    /** Those of days that are over. */
    List<Ticket> leftOver(LocalDate today, int most) {
        return sql.sql("""
                        select * from queue.ticket where day < :today and (%s or state = 'MISSED')
                         limit :most
                        """.formatted(OPEN))
                .param("today", today)
                .param("most", most)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** How long the last ones of each group were at a window. */
    List<Served> served(String hall, Instant since, int mostOfGroup) {
        return sql.sql("""
                        select business_group, seconds
                          from (select business_group,
                                       extract(epoch from ended_at - called_at)::integer as seconds,
                                       row_number() over (partition by business_group order by ended_at desc) as place
                                  from queue.ticket
                                 where hall = :hall and state = 'DONE' and ended_at > :since and called_at is not null)
                               as done
                         where place <= :most
                        """)
                .param("hall", hall)
                .param("since", at(since))
                .param("most", mostOfGroup)
                .query((row, _) -> new Served(row.getString(1), Duration.ofSeconds(row.getInt(2))))
                .list();
    }

    record Served(String group, Duration time) {}

    /** Who went away is nobody's any more. */
    void forget(PersonId person) {
        sql.sql("update queue.ticket set person = null where person = :person")
                .param("person", person.value())
                .update();
    }

    /** Tickets count for statistics a while; whose they were is forgotten before. */
    void forget(LocalDate personsBefore, LocalDate ticketsBefore) {
        sql.sql("update queue.ticket set person = null where day < :day and person is not null")
                .param("day", personsBefore)
                .update();
        sql.sql("delete from queue.ticket where day < :day")
                .param("day", ticketsBefore)
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        String item = row.getString("item");
        Integer toldFrom = row.getObject("told_from", Integer.class);
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getString("hall"),
                row.getObject("day", LocalDate.class),
                row.getString("number"),
                row.getString("business_group"),
                item == null ? Optional.empty() : Optional.of(new Ticket.Matter(item, row.getString("item_name"))),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                row.getObject("party", UUID.class),
                Ticket.Priority.valueOf(row.getString("priority")),
                Ticket.Origin.valueOf(row.getString("origin")),
                Optional.ofNullable(row.getObject("appointment", UUID.class)),
                Ticket.State.valueOf(row.getString("state")),
                row.getObject("turn", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("service_window", Integer.class)),
                row.getInt("calls"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                instant(row, "called_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                toldFrom == null
                        ? Optional.empty()
                        : Optional.of(new WaitRange(
                                Duration.ofSeconds(toldFrom), Duration.ofSeconds(row.getInt("told_until")))));
    }
}
