package org.zhengtong.services.notices.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.calls.ReceiverAddress;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.services.notices.Receiver;

/** Receivers in the database, their secrets sealed. */
@Component
class ReceiverStore {
    private static final String SECRET = "notices.receiver.secret:";

    private final JdbcClient sql;
    private final FieldCipher cipher;

    ReceiverStore(JdbcClient sql, FieldCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** @return false when the body has a receiver at this address */
    boolean add(Receiver receiver, SharedSecret secret) {
        return sql.sql("""
                        insert into notices.receiver (id, body, address, topics, secret, paused, created)
                        values (:id, :body, :address, :topics, :secret, :paused, :created)
                        on conflict (body, address) do nothing
                        """)
                        .param("id", receiver.id())
                        .param("body", receiver.body())
                        .param("address", receiver.address().toString())
                        .param("topics", array(receiver.topics()))
                        .param("secret", sealed(receiver.id(), secret))
                        .param("paused", receiver.paused())
                        .param("created", receiver.created().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** A receiver with what became of its messages. */
    record Standing(Receiver receiver, int waiting, int givenUp, Optional<Instant> delivered) {}

    List<Standing> all() {
        return standings("", Optional.empty());
    }

    Optional<Standing> find(UUID id) {
        return standings("where receiver.id = :id", Optional.of(id)).stream().findFirst();
    }

    private List<Standing> standings(String which, Optional<UUID> id) {
        JdbcClient.StatementSpec statement =
                sql.sql("""
                        select receiver.*,
                               (select count(*) from notices.message
                                 where message.receiver = receiver.id and state = 'WAITING') as waiting,
                               (select count(*) from notices.message
                                 where message.receiver = receiver.id and state = 'GIVEN_UP') as given_up,
                               (select max(at) from notices.message
                                 where message.receiver = receiver.id and state = 'DELIVERED') as delivered
                          from notices.receiver
                        """ + which + " order by receiver.body, receiver.created, receiver.id");
        return id.map(one -> statement.param("id", one))
                .orElse(statement)
                .query((row, _) -> new Standing(
                        receiver(row),
                        row.getInt("waiting"),
                        row.getInt("given_up"),
                        Optional.ofNullable(row.getObject("delivered", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Those of a body that want to be told of this. */
    List<UUID> wanting(String body, String topic) {
        return sql.sql("select id from notices.receiver where body = :body and :topic = any(topics) order by id")
                .param("body", body)
                .param("topic", topic)
                .query(UUID.class)
                .list();
    }

    void setTopics(UUID id, Set<String> topics) {
        sql.sql("update notices.receiver set topics = :topics where id = :id")
                .param("topics", array(topics))
                .param("id", id)
                .update();
    }

    void setPaused(UUID id, boolean paused) {
        sql.sql("update notices.receiver set paused = :paused where id = :id")
                .param("paused", paused)
                .param("id", id)
                .update();
    }

    void setSecret(UUID id, SharedSecret secret) {
        sql.sql("update notices.receiver set secret = :secret where id = :id")
                .param("secret", sealed(id, secret))
                .param("id", id)
                .update();
    }

    SharedSecret secret(UUID id, byte[] sealed) {
        return new SharedSecret(cipher.openText(sealed, SECRET + id));
    }

    void remove(UUID id) {
        sql.sql("delete from notices.receiver where id = :id").param("id", id).update();
    }

    private byte[] sealed(UUID id, SharedSecret secret) {
        return cipher.seal(secret.value(), SECRET + id);
    }

    private static String[] array(Set<String> topics) {
        return topics.stream().sorted().toArray(String[]::new);
    }

    private static Receiver receiver(ResultSet row) throws SQLException {
        Array topics = row.getArray("topics");
        return new Receiver(
                row.getObject("id", UUID.class),
                row.getString("body"),
                ReceiverAddress.parse(row.getString("address")).orElseThrow(),
                Set.of((String[]) topics.getArray()),
                row.getBoolean("paused"),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }
}
