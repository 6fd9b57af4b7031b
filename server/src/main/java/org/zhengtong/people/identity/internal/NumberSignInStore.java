package org.zhengtong.people.identity.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;

/** Codes on their way to telephones of people who stand at a machine. */
@Component
class NumberSignInStore {
    private static final String CODE = "identity.number_sign_in.code:";
    private final JdbcClient database;
    private final FieldCipher cipher;

    NumberSignInStore(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** @param person absent for a number without an account */
    record Row(UUID id, Optional<PersonId> person, String code, Locale language, Instant expires) {}

    /** What is over is forgotten with it. */
    void add(Row row, String ticket, Instant now) {
        database.sql("delete from identity.number_sign_in where expires < :now")
                .param("now", Timestamp.from(now))
                .update();
        database.sql("""
                        insert into identity.number_sign_in (id, ticket, person, code, language, expires)
                        values (:id, :ticket, :person, :code, :language, :expires)
                        """)
                .param("id", row.id())
                .param("ticket", SecretToken.digest(ticket))
                .param("person", row.person().map(PersonId::value).orElse(null))
                .param("code", cipher.seal(row.code(), CODE + row.id()))
                .param("language", row.language().toLanguageTag())
                .param("expires", Timestamp.from(row.expires()))
                .update();
    }

    Optional<Row> withTicket(String ticket) {
        return find("ticket", SecretToken.digest(ticket));
    }

    Optional<Row> find(UUID id) {
        return find("id", id);
    }

    private Optional<Row> find(String column, Object value) {
        return database.sql("select id, person, code, language, expires from identity.number_sign_in where %s = :value"
                        .formatted(column))
                .param("value", value)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Row(
                            id,
                            Optional.ofNullable(row.getObject("person", UUID.class))
                                    .map(PersonId::new),
                            cipher.openText(row.getBytes("code"), CODE + id),
                            Locale.forLanguageTag(row.getString("language")),
                            row.getTimestamp("expires").toInstant());
                })
                .optional();
    }

    /** Pays for a try before the code is looked at. */
    boolean payForTry(UUID id, int most) {
        return database.sql("update identity.number_sign_in set tries = tries + 1 where id = :id and tries < :most")
                        .param("id", id)
                        .param("most", most)
                        .update()
                == 1;
    }

    /** By one request only, however many come at once. */
    boolean end(UUID id) {
        return database.sql("delete from identity.number_sign_in where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }
}
