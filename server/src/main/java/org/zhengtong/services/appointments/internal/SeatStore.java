package org.zhengtong.services.appointments.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.halls.BookingChannel;

/** Seats in the database. */
@Component
class SeatStore {
    private final JdbcClient sql;

    SeatStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The seats of one slot for one way of booking. */
    record Row(String hall, String group, Moment moment, BookingChannel channel) {}

    /**
     * Takes a free seat. Those being taken at this moment are passed over, not waited for. Seats come into being when
     * somebody first asks for one.
     *
     * @param capacity how many there are by the plan
     * @return empty when all are taken
     */
    OptionalLong take(Row row, int capacity) {
        OptionalLong seat = free(row, capacity);
        if (seat.isPresent()) {
            return seat;
        }
        putUp(row, capacity);
        return free(row, capacity);
    }

    private OptionalLong free(Row row, int capacity) {
        return statement("""
                        with free as (
                            select id from appointments.seat
                             where hall = :hall and business_group = :group and day = :day and starts = :starts
                               and channel = :channel and number <= :capacity and not taken
                             order by number
                             limit 1
                               for update skip locked)
                        update appointments.seat set taken = true from free where seat.id = free.id
                        returning seat.id
                        """, row)
                .param("capacity", capacity)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Waits for whoever puts them up at the same time. */
    private void putUp(Row row, int capacity) {
        statement("""
                        insert into appointments.seat (hall, business_group, day, starts, channel, number)
                        select :hall, :group, :day, :starts, :channel, number
                          from generate_series(1, :capacity) as number
                        on conflict do nothing
                        """, row).param("capacity", capacity).update();
    }

    private JdbcClient.StatementSpec statement(String text, Row row) {
        return sql.sql(text)
                .param("hall", row.hall())
                .param("group", row.group())
                .param("day", row.moment().day())
                .param("starts", row.moment().starts())
                .param("channel", row.channel().name());
    }

    void giveBack(long seat) {
        sql.sql("update appointments.seat set taken = false where id = :seat")
                .param("seat", seat)
                .update();
    }

    /** Those taken for good: whoever is taking one at this moment is not counted, unless it is the asker. */
    int taken(Row row, int capacity) {
        return statement("""
                        select count(*) from appointments.seat
                         where hall = :hall and business_group = :group and day = :day and starts = :starts
                           and channel = :channel and number <= :capacity and taken
                        """, row)
                .param("capacity", capacity)
                .query(Integer.class)
                .single();
    }

    /** How many are taken in each slot of a group from one day to another. */
    Map<Moment, Integer> taken(String hall, String group, BookingChannel channel, LocalDate from, LocalDate until) {
        Map<Moment, Integer> taken = new HashMap<>();
        sql.sql("""
                        select day, starts, count(*) as taken
                          from appointments.seat
                         where hall = :hall and business_group = :group and day between :from and :until
                           and channel = :channel and taken
                         group by day, starts
                        """)
                .param("hall", hall)
                .param("group", group)
                .param("from", from)
                .param("until", until)
                .param("channel", channel.name())
                .query(row -> {
                    taken.put(
                            new Moment(row.getObject("day", LocalDate.class), row.getObject("starts", LocalTime.class)),
                            row.getInt("taken"));
                });
        return taken;
    }

    /** Seats nobody sits on any more. */
    int forget(LocalDate before) {
        return sql.sql("""
                        delete from appointments.seat
                         where day < :before
                           and not exists (select from appointments.appointment where appointment.seat = seat.id)
                        """).param("before", before).update();
    }
}
