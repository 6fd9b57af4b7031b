package org.zhengtong.people.identity.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Passkey;
import org.zhengtong.people.identity.PersonId;

@Component
class PasskeyStore {
    private final JdbcClient database;

    PasskeyStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param credential identifier and public key as the authenticator gave them (attested credential data)
     * @param transports how the authenticator is reached, parted by commas
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(UUID id, PersonId person, byte[] credential, long counter, boolean backedUp, String transports) {}

    void add(Kept passkey, byte[] credentialId, String name, Instant now) {
        database.sql("""
                        insert into identity.passkey
                            (id, person, credential_id, credential, counter, name, backed_up, transports, created)
                        values (:id, :person, :credentialId, :credential, :counter, :name, :backedUp, :transports, :now)
                        """)
                .param("id", passkey.id())
                .param("person", passkey.person().value())
                .param("credentialId", credentialId)
                .param("credential", passkey.credential())
                .param("counter", passkey.counter())
                .param("name", name)
                .param("backedUp", passkey.backedUp())
                .param("transports", passkey.transports())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Passkey> of(PersonId person) {
        return database.sql("""
                        select id, name, backed_up, created, last_used from identity.passkey
                        where person = :person order by created, id
                        """)
                .param("person", person.value())
                .query((row, _) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("backed_up"),
                        row.getTimestamp("created").toInstant(),
                        Optional.ofNullable(row.getTimestamp("last_used")).map(Timestamp::toInstant)))
                .list();
    }

    int count(PersonId person) {
        return database.sql("select count(*) from identity.passkey where person = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Known(byte[] credentialId, String transports) {}

    List<Known> known(PersonId person) {
        return database.sql(
                        "select credential_id, transports from identity.passkey where person = :person order by created")
                .param("person", person.value())
                .query((row, _) -> new Known(row.getBytes(1), row.getString(2)))
                .list();
    }

    /** Held by the running transaction: a counter is compared and written by one answer at a time. */
    Optional<Kept> hold(byte[] credentialId) {
        return database.sql("""
                        select id, person, credential, counter, backed_up, transports from identity.passkey
                        where credential_id = :credentialId for update
                        """)
                .param("credentialId", credentialId)
                .query((row, _) -> new Kept(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getBytes("credential"),
                        row.getLong("counter"),
                        row.getBoolean("backed_up"),
                        row.getString("transports")))
                .optional();
    }

    void used(UUID id, long counter, boolean backedUp, Instant now) {
        database.sql("""
                        update identity.passkey set counter = :counter, backed_up = :backedUp, last_used = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("counter", counter)
                .param("backedUp", backedUp)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean rename(UUID id, PersonId person, String name) {
        return database.sql("update identity.passkey set name = :name where id = :id and person = :person")
                        .param("name", name)
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    boolean remove(UUID id, PersonId person) {
        return database.sql("delete from identity.passkey where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    int removeAll(PersonId person) {
        return database.sql("delete from identity.passkey where person = :person")
                .param("person", person.value())
                .update();
    }
}
