package org.zhengtong.services.appointments.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan.Group;

/** Seats in the database. */
@Component
class SeatStore {
    private final JdbcClient sql;

    SeatStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The seats of one slot for one way of booking. */
    record Row(String hall, String group, Moment moment, BookingChannel channel) {}

    /** @param ordinal which of all the seats of the slot it is, however they are booked */
    record Seat(long id, int ordinal) {
        private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HHmm");

        /** It says when they come, so that all who wait see why somebody is called before them. */
        String number(Group group, Moment moment) {
            return group.letter() + HOURS_AND_MINUTES.format(moment.starts()) + "-" + ordinal;
        }
    }

    /**
     * Takes a free seat. Those being taken at this moment are passed over, not waited for. Seats come into being when
     * somebody first asks for one.
     *
     * @param capacities how many there are by the plan for each way of booking
     * @return empty when all are taken
     */
    Optional<Seat> take(Row row, Map<BookingChannel, Integer> capacities) {
        int capacity = capacities.getOrDefault(row.channel(), 0);
        return free(row, capacity).or(() -> {
            putUp(row, capacities);
            return free(row, capacity);
        });
    }

    private Optional<Seat> free(Row row, int capacity) {
        return statement("""
                        with free as (
                            select id from appointments.seat
                             where hall = :hall and business_group = :group and day = :day and starts = :starts
                               and channel = :channel and number <= :capacity and not taken
                             order by number
                             limit 1
                               for update skip locked)
                        update appointments.seat set taken = true from free where seat.id = free.id
                        returning seat.id, seat.ordinal
                        """, row)
                .param("capacity", capacity)
                .query((seat, _) -> new Seat(seat.getLong("id"), seat.getInt("ordinal")))
                .optional();
    }

    /** Waits for whoever puts them up at the same time. All ways of booking at once, so that ordinals are known. */
    private void putUp(Row row, Map<BookingChannel, Integer> capacities) {
        statement("""
                        insert into appointments.seat (hall, business_group, day, starts, channel, number, ordinal)
                        select :hall, :group, :day, :starts, missing.channel, missing.number,
                               row_number() over (order by missing.number, missing.position)
                                 + (select coalesce(max(ordinal), 0) from appointments.seat
                                     where hall = :hall and business_group = :group and day = :day and starts = :starts)
                          from (select way.channel, way.position, numbered.number
                                  from unnest(string_to_array(:channels, ','),
                                              string_to_array(:capacities, ',')::integer[])
                                         with ordinality as way (channel, capacity, position),
                                       generate_series(1, way.capacity) as numbered (number)
                                 where not exists (
                                       select from appointments.seat as there
                                        where there.hall = :hall and there.business_group = :group
                                          and there.day = :day and there.starts = :starts
                                          and there.channel = way.channel and there.number = numbered.number)) as missing
                        on conflict do nothing
                        """, row)
                .param("channels", joined(Stream.of(BookingChannel.values())))
                .param(
                        "capacities",
                        joined(Stream.of(BookingChannel.values()).map(channel -> capacities.getOrDefault(channel, 0))))
                .update();
    }

    private static String joined(Stream<?> values) {
        return values.map(String::valueOf).collect(Collectors.joining(","));
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
