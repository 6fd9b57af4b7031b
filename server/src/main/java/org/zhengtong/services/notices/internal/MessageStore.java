package org.zhengtong.services.notices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calls.Fault;
import org.zhengtong.ground.calls.ReceiverAddress;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.services.notices.Attempt;
import org.zhengtong.services.notices.Message;
import org.zhengtong.services.notices.Notices;

/** Messages and the tries to deliver them. */
@Component
class MessageStore {
    private final JdbcClient sql;
    private final ReceiverStore receivers;

    MessageStore(JdbcClient sql, ReceiverStore receivers) {
        this.sql = sql;
        this.receivers = receivers;
    }

    /** @param subject messages about one subject are sent one after the other */
    record Written(UUID id, UUID receiver, UUID subject, String about, String topic, String body, Instant at) {}

    void add(Written message) {
        sql.sql("""
                        insert into notices.message (id, receiver, subject, about, topic, body, at, due_at)
                        values (:id, :receiver, :subject, :about, :topic, :body, :at, :at)
                        """)
                .param("id", message.id())
                .param("receiver", message.receiver())
                .param("subject", message.subject())
                .param("about", message.about())
                .param("topic", message.topic())
                .param("body", message.body())
                .param("at", at(message.at()))
                .update();
    }

    /** Receivers that something can be sent to. */
    List<UUID> receiversToServe(Instant now) {
        return sql.sql("""
                        select distinct message.receiver
                          from notices.message
                          join notices.receiver on receiver.id = message.receiver
                         where message.state = 'WAITING'
                           and message.due_at <= :now
                           and not receiver.paused
                        """).param("now", at(now)).query(UUID.class).list();
    }

    /**
     * A message in somebody's hands.
     *
     * @param tries how many there were since it began to wait, with this one
     * @param attempt the number of this one in the history
     */
    record Taken(
            UUID id, String topic, String body, ReceiverAddress address, SharedSecret secret, int tries, int attempt) {}

    /**
     * Takes the oldest due message of the receiver that no earlier one about the same subject stands before. Until
     * {@code brokenOff} nobody else takes it; a program that ends meanwhile has lost nothing.
     */
    Optional<Taken> take(UUID receiver, Instant now, Instant brokenOff) {
        return sql.sql("""
                        with due as (
                            select message.id
                              from notices.message
                              join notices.receiver on receiver.id = message.receiver
                             where message.receiver = :receiver
                               and message.state = 'WAITING'
                               and message.due_at <= :now
                               and not receiver.paused
                               and not exists (
                                   select
                                     from notices.message earlier
                                    where earlier.receiver = message.receiver
                                      and earlier.subject = message.subject
                                      and earlier.place < message.place
                                      and earlier.state = 'WAITING')
                             order by message.due_at, message.place
                             limit 1
                               for update of message skip locked
                        ), taken as (
                            update notices.message
                               set tries = tries + 1, due_at = :brokenOff
                              from due
                             where message.id = due.id
                            returning message.id, message.topic, message.body, message.tries, message.receiver
                        ), begun as (
                            insert into notices.attempt (message, number, at)
                            select taken.id, coalesce(max(attempt.number), 0) + 1, :now
                              from taken
                              left join notices.attempt on attempt.message = taken.id
                             group by taken.id
                            returning number
                        )
                        select taken.id, taken.topic, taken.body, taken.tries, begun.number, taken.receiver,
                               receiver.address, receiver.secret
                          from taken, begun, notices.receiver
                         where receiver.id = taken.receiver
                        """)
                .param("receiver", receiver)
                .param("now", at(now))
                .param("brokenOff", at(brokenOff))
                .query((row, _) -> taken(row))
                .optional();
    }

    private Taken taken(ResultSet row) throws SQLException {
        UUID receiver = row.getObject("receiver", UUID.class);
        return new Taken(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("body"),
                ReceiverAddress.parse(row.getString("address")).orElseThrow(),
                receivers.secret(receiver, row.getBytes("secret")),
                row.getInt("tries"),
                row.getInt("number"));
    }

    void write(Taken taken, Optional<Integer> status, Optional<Fault> fault, Duration took) {
        sql.sql("""
                        update notices.attempt set status = :status, fault = :fault, took_ms = :took
                        where message = :message and number = :number
                        """)
                .param("status", status.orElse(null), Types.INTEGER)
                .param("fault", fault.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("took", took.toMillis())
                .param("message", taken.id())
                .param("number", taken.attempt())
                .update();
    }

    void delivered(Taken taken) {
        sql.sql("update notices.message set state = 'DELIVERED' where id = :id")
                .param("id", taken.id())
                .update();
    }

    /** @param again when it is tried again; empty when it is given up */
    void failed(Taken taken, Optional<Instant> again) {
        sql.sql("""
                        update notices.message
                           set state = :state, due_at = coalesce(cast(:again as timestamptz), due_at)
                         where id = :id and state = 'WAITING' and tries = :tries
                        """)
                .param("state", again.isPresent() ? "WAITING" : "GIVEN_UP")
                .param("again", again.map(MessageStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", taken.id())
                .param("tries", taken.tries())
                .update();
    }

    /** @return false when the receiver has no such message, or it is under way */
    boolean sendAgain(UUID receiver, UUID message, Instant now) {
        return sql.sql("""
                        update notices.message
                           set state = 'WAITING', tries = 0, due_at = :now
                         where id = :id
                           and receiver = :receiver
                           and not (state = 'WAITING' and due_at > :now and exists (
                               select
                                 from (select status, fault
                                         from notices.attempt
                                        where attempt.message = message.id
                                        order by number desc
                                        limit 1) as latest
                                where latest.status is null
                                  and latest.fault is null))
                        """)
                        .param("now", at(now))
                        .param("id", message)
                        .param("receiver", receiver)
                        .update()
                == 1;
    }

    List<Message> history(UUID receiver, OptionalLong before) {
        Map<UUID, List<Attempt>> attempts = attempts(receiver, before);
        return sql.sql("""
                        select id, place, topic, about, at, state, due_at
                          from notices.message
                         where receiver = :receiver and place < :before
                         order by place desc
                         limit :most
                        """)
                .param("receiver", receiver)
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", Notices.HISTORY)
                .query((row, _) -> message(row, attempts))
                .list();
    }

    private Map<UUID, List<Attempt>> attempts(UUID receiver, OptionalLong before) {
        record Of(UUID message, Attempt attempt) {}
        return sql
                .sql("""
                        select message, number, at, status, fault, took_ms
                          from notices.attempt
                         where message in (
                               select id from notices.message
                                where receiver = :receiver and place < :before
                                order by place desc limit :most)
                         order by message, number
                        """)
                .param("receiver", receiver)
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", Notices.HISTORY)
                .query((row, _) -> new Of(row.getObject("message", UUID.class), attempt(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::message, Collectors.mapping(Of::attempt, Collectors.toList())));
    }

    private static Message message(ResultSet row, Map<UUID, List<Attempt>> attempts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Message(
                id,
                row.getLong("place"),
                row.getString("topic"),
                row.getString("about"),
                instant(row, "at"),
                Message.State.valueOf(row.getString("state")),
                instant(row, "due_at"),
                attempts.getOrDefault(id, List.of()));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                instant(row, "at"),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                Optional.ofNullable(row.getString("fault")).map(Fault::valueOf),
                Optional.ofNullable(row.getObject("took_ms", Long.class)).map(Duration::ofMillis));
    }

    /** @return how many messages are gone */
    int forget(Instant before) {
        return sql.sql("delete from notices.message where state <> 'WAITING' and at < :before")
                .param("before", at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
