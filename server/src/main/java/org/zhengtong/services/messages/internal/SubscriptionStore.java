package org.zhengtong.services.messages.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.Subscriptions.Choice;

/** What people chose; mail addresses and codes sealed. */
@Component
class SubscriptionStore {
    private static final String ADDRESS = "messages.subscription.address:";
    private static final String CODE = "messages.subscription.code:";

    private final JdbcClient sql;
    private final FieldCipher cipher;

    SubscriptionStore(JdbcClient sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /**
     * A channel as a person has it.
     *
     * @param address of a mail
     * @param code what was sent to the address and is awaited, until {@code codeUntil}
     */
    record Subscription(
            PersonId person,
            MessageChannel channel,
            Choice.State state,
            Optional<String> address,
            Locale language,
            String token,
            Optional<String> code,
            Instant codeUntil,
            int codeTries) {
        /** Nothing of it: address and code. */
        @Override
        public String toString() {
            return "Subscription[" + channel + "]";
        }
    }

    List<Subscription> of(PersonId person) {
        return sql.sql("select * from messages.subscription where person = :person")
                .param("person", person.value())
                .query((row, _) -> subscription(row))
                .list();
    }

    Optional<Subscription> find(PersonId person, MessageChannel channel) {
        return of(person).stream().filter(one -> one.channel() == channel).findFirst();
    }

    void deleteAllOf(PersonId person) {
        sql.sql("delete from messages.subscription where person = :person")
                .param("person", person.value())
                .update();
    }

    Optional<Subscription> withToken(String token) {
        return sql.sql("select * from messages.subscription where token = :token")
                .param("token", token)
                .query((row, _) -> subscription(row))
                .optional();
    }

    /** As it is from now on; links in letters sent before go on stopping it. */
    void put(Subscription chosen, Instant now) {
        UUID person = chosen.person().value();
        sql.sql("""
                        insert into messages.subscription
                            (person, channel, state, address, language, token, code, code_until, code_tries, changed)
                        values (:person, :channel, :state, :address, :language, :token, :code, :codeUntil, 0, :now)
                        on conflict (person, channel) do update
                           set state = excluded.state, address = excluded.address, language = excluded.language,
                               code = excluded.code, code_until = excluded.code_until, code_tries = 0,
                               changed = excluded.changed
                        """)
                .param("person", person)
                .param("channel", chosen.channel().name())
                .param("state", chosen.state().name())
                .param("address", hidden(chosen.address(), ADDRESS + person), Types.BINARY)
                .param("language", chosen.language().toLanguageTag())
                .param("token", chosen.token())
                .param("code", hidden(chosen.code(), CODE + person), Types.BINARY)
                .param("codeUntil", CaseMessageStore.at(chosen.codeUntil()))
                .param("now", CaseMessageStore.at(now))
                .update();
    }

    /** Pays for a try of the code before it is looked at. */
    void payForTry(PersonId person, MessageChannel channel) {
        sql.sql("""
                        update messages.subscription set code_tries = code_tries + 1
                        where person = :person and channel = :channel
                        """)
                .param("person", person.value())
                .param("channel", channel.name())
                .update();
    }

    void confirmed(PersonId person, MessageChannel channel, Instant now) {
        sql.sql("""
                        update messages.subscription set state = 'ON', code = null, changed = :now
                        where person = :person and channel = :channel and state = 'UNCONFIRMED'
                        """)
                .param("person", person.value())
                .param("channel", channel.name())
                .param("now", CaseMessageStore.at(now))
                .update();
    }

    /** With what waits to be carried, in one statement. */
    void stop(PersonId person, MessageChannel channel, Instant now) {
        sql.sql("""
                        with stopped as (
                            update messages.subscription set state = 'OFF', code = null, changed = :now
                             where person = :person and channel = :channel
                            returning person)
                        update messages.carriage set state = 'STOPPED'
                          from stopped
                         where carriage.person = stopped.person and channel = :channel and carriage.state = 'WAITING'
                        """)
                .param("person", person.value())
                .param("channel", channel.name())
                .param("now", CaseMessageStore.at(now))
                .update();
    }

    private byte @Nullable [] hidden(Optional<String> plain, String context) {
        return plain.map(text -> cipher.seal(text, context)).orElse(null);
    }

    private Subscription subscription(ResultSet row) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        OffsetDateTime until = row.getObject("code_until", OffsetDateTime.class);
        return new Subscription(
                new PersonId(person),
                MessageChannel.valueOf(row.getString("channel")),
                Choice.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getBytes("address")).map(bytes -> cipher.openText(bytes, ADDRESS + person)),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("token"),
                Optional.ofNullable(row.getBytes("code")).map(bytes -> cipher.openText(bytes, CODE + person)),
                until == null ? Instant.EPOCH : until.toInstant(),
                row.getInt("code_tries"));
    }
}
