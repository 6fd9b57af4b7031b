package org.zhengtong.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhengtong.ground.crypto.Sm3;

/** Prepares a rush in the database, and reads afterwards what came of it. */
final class RushRecords implements AutoCloseable {
    private final Connection connection;

    RushRecords(InsideDatabase database) throws SQLException {
        this.connection = DriverManager.getConnection(database.url());
    }

    /** People who are signed in. Nobody opens what is sealed of them. */
    List<RushPerson> people(int count, long seed) throws SQLException {
        List<RushPerson> people = new ArrayList<>();
        connection.setAutoCommit(false);
        try (PreparedStatement person = connection.prepareStatement("""
                        insert into identity.person (id, name, number_sealed, number_index, phone_sealed, phone_index,
                            synthetic, created)
                        values (?, '排队的人', '\\x00', ?, '\\x00', ?, true, now())
                        """);
                PreparedStatement session = connection.prepareStatement("""
                        insert into identity.session (id, digest, person, created, last_seen, expires, device)
                        values (gen_random_uuid(), ?, ?, now(), now(), now() + interval '1 day', '')
                        """)) {
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                String token = UUID.randomUUID().toString();
                byte[] index = Sm3.digest(id.toString().getBytes(StandardCharsets.US_ASCII));
                person.setObject(1, id);
                person.setBytes(2, index);
                person.setBytes(3, index);
                person.addBatch();
                session.setBytes(1, Sm3.digest(token.getBytes(StandardCharsets.UTF_8)));
                session.setObject(2, id);
                session.addBatch();
                people.add(new RushPerson(id, token, seed + i));
                if (i % 1_000 == 999) {
                    person.executeBatch();
                    session.executeBatch();
                }
            }
            person.executeBatch();
            session.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        run("analyze identity.person");
        run("analyze identity.session");
        return people;
    }

    /** So many seats by program in each slot of the group, and a last day that opens at this time. */
    void plan(String hall, String group, int seats, int daysAhead, LocalTime release) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update halls.plan
                   set version = version + 1,
                       document = jsonb_set(
                           jsonb_set(
                               jsonb_set(document, '{rules,release}',
                                   jsonb_build_object('at', ?::text, 'rushMinutes', 10)),
                               '{rules,daysAhead}', to_jsonb(?::int)),
                           '{groups}',
                           (select jsonb_agg(case when one ->> 'id' = ?
                                                  then jsonb_set(one, '{seats,API}', to_jsonb(?::int))
                                                  else one end)
                              from jsonb_array_elements(document -> 'groups') as one))
                 where hall = ?
                """)) {
            statement.setString(1, release.toString());
            statement.setInt(2, daysAhead);
            statement.setString(3, group);
            statement.setInt(4, seats);
            statement.setString(5, hall);
            statement.executeUpdate();
        }
    }

    void placesForPgBench() throws SQLException {
        run("create table public.bench_place (like appointments.rush_place including all)");
    }

    /** Who has which appointment of the day. */
    Map<UUID, UUID> booked(String hall, LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, person from appointments.appointment
                 where hall = ? and day = ? and channel = 'API' and state = 'BOOKED'
                """)) {
            statement.setString(1, hall);
            statement.setObject(2, day);
            try (ResultSet row = statement.executeQuery()) {
                Map<UUID, UUID> booked = new HashMap<>();
                while (row.next()) {
                    booked.put(row.getObject("id", UUID.class), row.getObject("person", UUID.class));
                }
                return booked;
            }
        }
    }

    /** What must be none: seats with two appointments, people with two, bookings without a turn, places given twice. */
    long contradictions(String hall, LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with booked as (
                    select a.*, s.taken, s.day as seat_day, s.starts as seat_starts
                      from appointments.appointment a join appointments.seat s on s.id = a.seat
                     where a.hall = ? and a.day = ? and a.channel = 'API' and a.state = 'BOOKED'),
                place as (
                    select p.*, (select max(upto) from appointments.rush_step t where t.rush = p.rush) as reached
                      from appointments.rush_place p where p.hall = ? and p.day = ?)
                select (select count(*) - count(distinct seat) from booked)
                     + (select count(*) - count(distinct person) from booked)
                     + (select count(*) from booked where not taken or seat_day <> day or seat_starts <> starts)
                     + (select count(*) from booked where not exists (
                            select from place where place.person = booked.person and spent_at is not null
                                                and place.place <= reached))
                     + (select count(*) from place where spent_at is not null and not exists (
                            select from booked where booked.person = place.person))
                     + (select count(*) - count(distinct place) from place where place is not null)
                     + (select coalesce(max(place), 0) - count(place) from place)
                """)) {
            statement.setString(1, hall);
            statement.setObject(2, day);
            statement.setString(3, hall);
            statement.setObject(4, day);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
