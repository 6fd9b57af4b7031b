package org.zhengtong.services.appointments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;

/** Places in queues, in the database. */
@Component
class RushPlaceStore {
    private final JdbcClient sql;

    RushPlaceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Where somebody stands.
     *
     * @param place empty until the lot is drawn, or until a place is given to who came later
     * @param spent when they booked on their turn
     */
    record Row(UUID lot, UUID rush, PersonId person, Optional<Integer> place, Optional<Instant> spent) {}

    /** @return false when they have a place in this queue, or in that of another way of booking */
    boolean add(UUID lot, UUID rush, RushKey key, PersonId person, Instant now) {
        return sql.sql("""
                        insert into appointments.rush_place (lot, rush, hall, business_group, day, person, came_at)
                        values (:lot, :rush, :hall, :group, :day, :person, :now)
                        on conflict do nothing
                        """)
                        .param("lot", lot)
                        .param("rush", rush)
                        .param("hall", key.hall())
                        .param("group", key.group())
                        .param("day", key.day())
                        .param("person", person.value())
                        .param("now", RushStore.at(now))
                        .update()
                == 1;
    }

    /** By whichever way they came. */
    Optional<Row> of(PersonId person, RushKey key) {
        return sql.sql("""
                        select lot, rush, person, place, spent_at from appointments.rush_place
                         where person = :person and hall = :hall and business_group = :group and day = :day
                        """)
                .param("person", person.value())
                .param("hall", key.hall())
                .param("group", key.group())
                .param("day", key.day())
                .query((row, _) -> row(row))
                .optional();
    }

    /** Where somebody queued. */
    record Stood(String hall, LocalDate day, boolean booked) {}

    List<Stood> of(PersonId person) {
        return sql.sql("""
                        select hall, day, spent_at is not null as booked from appointments.rush_place
                         where person = :person order by came
                        """)
                .param("person", person.value())
                .query((row, _) -> new Stood(
                        row.getString("hall"), row.getObject("day", LocalDate.class), row.getBoolean("booked")))
                .list();
    }

    void remove(UUID lot) {
        sql.sql("delete from appointments.rush_place where lot = :lot")
                .param("lot", lot)
                .update();
    }

    /** The lots of those who came before this time and have no place yet. */
    List<UUID> toDraw(UUID rush, Instant before) {
        return sql.sql("""
                        select lot from appointments.rush_place
                         where rush = :rush and place is null and came_at < :before
                        """)
                .param("rush", rush)
                .param("before", RushStore.at(before))
                .query(UUID.class)
                .list();
    }

    /** The first of them has place 1. */
    void give(List<UUID> inOrder) {
        sql.sql("""
                        update appointments.rush_place set place = given.place
                          from unnest(:lots, :places) as given (lot, place)
                         where rush_place.lot = given.lot
                        """)
                .param("lots", inOrder.toArray(UUID[]::new))
                .param(
                        "places",
                        IntStream.rangeClosed(1, inOrder.size()).boxed().toArray(Integer[]::new))
                .update();
    }

    /**
     * Those who came later, in the order of coming, behind all who have a place.
     *
     * @return how many
     */
    int giveBehind(UUID rush, int placed) {
        return sql.sql("""
                        update appointments.rush_place set place = :placed + late.number
                          from (select lot, row_number() over (order by came) as number
                                  from appointments.rush_place
                                 where rush = :rush and place is null) as late
                         where rush_place.lot = late.lot
                        """).param("rush", rush).param("placed", placed).update();
    }

    /** Of those with a place behind {@code from} up to {@code upto}, how many have not booked. */
    int unspent(UUID rush, int from, int upto) {
        return sql.sql("""
                        select count(*) from appointments.rush_place
                         where rush = :rush and place > :from and place <= :upto and spent_at is null
                        """)
                .param("rush", rush)
                .param("from", from)
                .param("upto", upto)
                .query(Integer.class)
                .single();
    }

    List<Row> behind(UUID rush, int place) {
        return sql.sql("""
                        select lot, rush, person, place, spent_at from appointments.rush_place
                         where rush = :rush and place > :place order by place
                        """)
                .param("rush", rush)
                .param("place", place)
                .query((row, _) -> row(row))
                .list();
    }

    /** In order. */
    List<UUID> lotsUpTo(UUID rush, int place) {
        return sql.sql("""
                        select lot from appointments.rush_place
                         where rush = :rush and place <= :place order by place
                        """)
                .param("rush", rush)
                .param("place", place)
                .query(UUID.class)
                .list();
    }

    /** In the running transaction. @return false when they have booked already, by another device at the same moment */
    boolean spend(UUID lot, Instant now) {
        return sql.sql("update appointments.rush_place set spent_at = :now where lot = :lot and spent_at is null")
                        .param("lot", lot)
                        .param("now", RushStore.at(now))
                        .update()
                == 1;
    }

    void removeAllOf(PersonId person) {
        sql.sql("delete from appointments.rush_place where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("lot", UUID.class),
                row.getObject("rush", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                Optional.ofNullable(row.getObject("place", Integer.class)),
                Optional.ofNullable(row.getObject("spent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
