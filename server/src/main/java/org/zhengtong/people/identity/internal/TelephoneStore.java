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

/** Which telephones are confirmed, and the codes on their way to others. */
@Component
class TelephoneStore {
    private static final String CODE = "identity.telephone_code.code:";
    private static final String BEFORE = "identity.telephone_before.phone:";
    private final JdbcClient database;
    private final FieldCipher cipher;

    TelephoneStore(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    record Code(String code, Locale language, Instant expires) {}

    boolean isConfirmed(PersonId person) {
        return database.sql("select phone_confirmed is not null from identity.person where id = :person")
                .param("person", person.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void put(PersonId person, Code code) {
        database.sql("""
                        insert into identity.telephone_code (person, code, language, expires)
                        values (:person, :code, :language, :expires)
                        on conflict (person) do update
                        set code = excluded.code, tries = 0, language = excluded.language, expires = excluded.expires
                        """)
                .param("person", person.value())
                .param("code", cipher.seal(code.code(), CODE + person.value()))
                .param("language", code.language().toLanguageTag())
                .param("expires", Timestamp.from(code.expires()))
                .update();
    }

    Optional<Code> find(PersonId person) {
        return database.sql("select code, language, expires from identity.telephone_code where person = :person")
                .param("person", person.value())
                .query((row, _) -> new Code(
                        cipher.openText(row.getBytes("code"), CODE + person.value()),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getTimestamp("expires").toInstant()))
                .optional();
    }

    /** Pays for a try before the code is looked at. */
    boolean payForTry(PersonId person, int most) {
        return database.sql("""
                        update identity.telephone_code set tries = tries + 1
                        where person = :person and tries < :most
                        """)
                        .param("person", person.value())
                        .param("most", most)
                        .update()
                == 1;
    }

    /** Uses the code up. */
    boolean confirm(PersonId person, Instant now) {
        return forgetCode(person)
                && database.sql("update identity.person set phone_confirmed = :now where id = :person")
                                .param("now", Timestamp.from(now))
                                .param("person", person.value())
                                .update()
                        == 1;
    }

    /** Another number is not confirmed; the one before is kept until it was told. */
    void changed(PersonId person, UUID before, String phone) {
        forgetCode(person);
        database.sql("update identity.person set phone_confirmed = null where id = :person")
                .param("person", person.value())
                .update();
        database.sql("insert into identity.telephone_before (id, person, phone) values (:id, :person, :phone)")
                .param("id", before)
                .param("person", person.value())
                .param("phone", cipher.seal(phone, BEFORE + before))
                .update();
    }

    Optional<String> before(UUID id) {
        return database.sql("select phone from identity.telephone_before where id = :id")
                .param("id", id)
                .query((row, _) -> cipher.openText(row.getBytes(1), BEFORE + id))
                .optional();
    }

    void forgetBefore(UUID id) {
        database.sql("delete from identity.telephone_before where id = :id")
                .param("id", id)
                .update();
    }

    private boolean forgetCode(PersonId person) {
        return database.sql("delete from identity.telephone_code where person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }
}
