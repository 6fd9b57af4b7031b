package org.zhengtong.people.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;

@Component
class RecoveryStore {
    private static final String CODE = "identity.recovery.code:";
    private final JdbcClient database;
    private final FieldCipher cipher;

    RecoveryStore(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    enum Way {
        PHONE,
        WINDOW
    }

    enum State {
        CODE,
        PASSWORD,
        WAITING,
        DONE,
        STOPPED
    }

    /**
     * @param person nobody when no account fits
     * @param tries how often a code was typed
     * @param factors whether the second factors go as well
     */
    record Row(
            UUID id,
            Optional<PersonId> person,
            Way way,
            State state,
            String code,
            int tries,
            boolean factors,
            Optional<String> password,
            Optional<Instant> due,
            Locale language,
            Instant expires) {}

    void add(Row row, Optional<byte[]> ticket, Instant now) {
        database.sql("delete from identity.recovery where expires < :now and state not in ('WAITING')")
                .param("now", Timestamp.from(now))
                .update();
        database.sql("""
                        insert into identity.recovery
                            (id, person, way, state, ticket, code, factors, language, created, expires)
                        values (:id, :person, :way, :state, :ticket, :code, :factors, :language, :now, :expires)
                        """)
                .param("id", row.id())
                .param("person", row.person().map(PersonId::value).orElse(null))
                .param("way", row.way().name())
                .param("state", row.state().name())
                .param("ticket", ticket.orElse(null))
                .param("code", cipher.seal(row.code(), CODE + row.id()))
                .param("factors", row.factors())
                .param("language", row.language().toLanguageTag())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(row.expires()))
                .update();
    }

    Optional<Row> withTicket(byte[] ticket) {
        return database.sql("select * from identity.recovery where ticket = :ticket")
                .param("ticket", ticket)
                .query(this::row)
                .optional();
    }

    Optional<Row> find(UUID id) {
        return database.sql("select * from identity.recovery where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Newest first. */
    List<Row> of(PersonId person, State state) {
        return database.sql("""
                        select * from identity.recovery where person = :person and state = :state
                        order by created desc, id desc
                        """)
                .param("person", person.value())
                .param("state", state.name())
                .query(this::row)
                .list();
    }

    /** Pays for a try before the code is looked at. */
    boolean payForTry(UUID id, int most) {
        return database.sql("""
                        update identity.recovery set tries = tries + 1
                        where id = :id and state = 'CODE' and tries < :most
                        """).param("id", id).param("most", most).update() == 1;
    }

    boolean codeWasRight(UUID id, byte[] ticket, Instant expires) {
        return database.sql("""
                        update identity.recovery set state = 'PASSWORD', ticket = :ticket, expires = :expires
                        where id = :id and state = 'CODE'
                        """)
                        .param("id", id)
                        .param("ticket", ticket)
                        .param("expires", Timestamp.from(expires))
                        .update()
                == 1;
    }

    boolean waits(UUID id, String hash, Instant due) {
        return database.sql("""
                        update identity.recovery set state = 'WAITING', password = :hash, due = :due, ticket = null
                        where id = :id and state = 'PASSWORD'
                        """)
                        .param("id", id)
                        .param("hash", hash)
                        .param("due", Timestamp.from(due))
                        .update()
                == 1;
    }

    /** @return false when it was ended meanwhile */
    boolean end(UUID id, State from, State to) {
        return database.sql(
                                "update identity.recovery set state = :to, password = null where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    private Row row(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Row(
                id,
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                Way.valueOf(row.getString("way")),
                State.valueOf(row.getString("state")),
                cipher.openText(row.getBytes("code"), CODE + id),
                row.getInt("tries"),
                row.getBoolean("factors"),
                Optional.ofNullable(row.getString("password")),
                Optional.ofNullable(row.getTimestamp("due")).map(Timestamp::toInstant),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("expires").toInstant());
    }
}
