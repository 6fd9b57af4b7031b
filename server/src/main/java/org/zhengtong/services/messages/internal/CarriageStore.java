package org.zhengtong.services.messages.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.messages.Carriage;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.NotCarried;

/** Letters on their way. */
@Component
class CarriageStore {
    private final JdbcClient sql;

    CarriageStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A letter in somebody's hands; {@code tries} counts this one. */
    record Taken(CaseMessage message, MessageChannel channel, PersonId person, int tries) {}

    /** Takes the oldest due letter of a channel; until {@code brokenOff} nobody else does. */
    Optional<Taken> take(MessageChannel channel, Instant now, Instant brokenOff) {
        return sql.sql("""
                        with due as (
                            select message, channel
                              from messages.carriage
                             where channel = :channel and state = 'WAITING' and due_at <= :now
                             order by due_at
                             limit 1
                               for update skip locked
                        ), taken as (
                            update messages.carriage
                               set tries = tries + 1, due_at = :brokenOff
                              from due
                             where carriage.message = due.message and carriage.channel = due.channel
                            returning carriage.message, carriage.channel, carriage.person, carriage.tries
                        )
                        select message.*, taken.channel, taken.person, taken.tries
                          from taken
                          join messages.message on message.id = taken.message
                        """)
                .param("channel", channel.name())
                .param("now", CaseMessageStore.at(now))
                .param("brokenOff", CaseMessageStore.at(brokenOff))
                .query((row, _) -> taken(row, channel))
                .optional();
    }

    private static Taken taken(ResultSet row, MessageChannel channel) throws SQLException {
        return new Taken(
                CaseMessageStore.message(row, List.of()),
                channel,
                new PersonId(row.getObject("person", UUID.class)),
                row.getInt("tries"));
    }

    void carried(Taken taken, Instant now) {
        end(taken, "CARRIED", Optional.empty(), now, now);
    }

    void stopped(Taken taken, Instant now) {
        end(taken, "STOPPED", Optional.empty(), now, now);
    }

    /** @param again when it is tried again; empty when it is given up */
    void failed(Taken taken, NotCarried.Fault fault, Optional<Instant> again, Instant now) {
        end(taken, again.isPresent() ? "WAITING" : "GIVEN_UP", Optional.of(fault), again.orElse(now), now);
    }

    /** Only of this try: who took it since has the word. */
    private void end(Taken taken, String state, Optional<NotCarried.Fault> fault, Instant due, Instant now) {
        sql.sql("""
                        update messages.carriage
                           set state = :state, fault = :fault, due_at = :due,
                               carried_at = case when :state = 'CARRIED' then :now end,
                               failed_at = case when :fault is null then failed_at else :now end
                         where message = :message and channel = :channel and state = 'WAITING' and tries = :tries
                        """)
                .param("state", state)
                .param("fault", fault.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("due", CaseMessageStore.at(due))
                .param("now", CaseMessageStore.at(now))
                .param("message", taken.message().id())
                .param("channel", taken.channel().name())
                .param("tries", taken.tries())
                .update();
    }

    /** @return how many letters are due now */
    int sendAgain(MessageChannel channel, Instant now) {
        return sql.sql("""
                        update messages.carriage
                           set state = 'WAITING', tries = 0, due_at = :now
                         where channel = :channel
                           and (state = 'GIVEN_UP' and fault <> 'REFUSED'
                                or state = 'WAITING' and fault is not null and due_at > :now)
                        """)
                .param("now", CaseMessageStore.at(now))
                .param("channel", channel.name())
                .update();
    }

    /** What can be counted of a channel. */
    record Counted(
            long subscribers,
            long waiting,
            long givenUp,
            Optional<Instant> lastCarried,
            Optional<Carriage.Failure> lastFailure) {}

    Counted count(MessageChannel channel) {
        return sql.sql("""
                        select (select count(*) from messages.subscription
                                 where channel = :channel and state = 'ON') as subscribers,
                               (select count(*) from messages.carriage
                                 where channel = :channel and state = 'WAITING') as waiting,
                               (select count(*) from messages.carriage
                                 where channel = :channel and state = 'GIVEN_UP') as given_up,
                               (select max(carried_at) from messages.carriage
                                 where channel = :channel and state = 'CARRIED') as carried,
                               failure.failed_at, failure.fault
                          from (select 1) as one
                          left join lateral (
                               select failed_at, fault from messages.carriage
                                where channel = :channel and failed_at is not null and fault is not null
                                order by failed_at desc
                                limit 1) as failure on true
                        """)
                .param("channel", channel.name())
                .query((row, _) -> new Counted(
                        row.getLong("subscribers"),
                        row.getLong("waiting"),
                        row.getLong("given_up"),
                        instant(row, "carried"),
                        failure(row)))
                .single();
    }

    private static Optional<Carriage.Failure> failure(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row, "failed_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Carriage.Failure(NotCarried.Fault.valueOf(row.getString("fault")), at.get()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
