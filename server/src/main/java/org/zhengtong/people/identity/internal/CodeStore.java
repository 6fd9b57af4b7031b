package org.zhengtong.people.identity.internal;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;

/** Secrets of time-based codes, sealed, and recovery codes, of which the keyed digest of an Argon2id hash is kept. */
@Component
class CodeStore {
    private static final String SECRET = "identity.code_factor.secret:";
    private static final String RECOVERY = "identity.recovery_code";
    private final JdbcClient database;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Passwords passwords;

    CodeStore(JdbcClient database, FieldCipher cipher, BlindIndex index, Passwords passwords) {
        this.database = database;
        this.cipher = cipher;
        this.index = index;
        this.passwords = passwords;
    }

    void offer(PersonId person, byte[] secret) {
        database.sql("""
                        insert into identity.code_factor (person, offered) values (:person, :offered)
                        on conflict (person) do update set offered = excluded.offered
                        """)
                .param("person", person.value())
                .param("offered", cipher.seal(secret, SECRET + person.value()))
                .update();
    }

    Optional<byte[]> offered(PersonId person) {
        return secret(person, "offered");
    }

    /** Of those who confirmed theirs. */
    Optional<byte[]> secret(PersonId person) {
        return secret(person, "secret");
    }

    private Optional<byte[]> secret(PersonId person, String column) {
        return database.sql("select %1$s from identity.code_factor where person = :person and %1$s is not null"
                        .formatted(column))
                .param("person", person.value())
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(bytes -> cipher.open(bytes, SECRET + person.value()));
    }

    /** What was offered takes the place of what was there; its code of this step is used up with it. */
    void confirm(PersonId person, long step, Instant now) {
        database.sql("""
                        update identity.code_factor
                        set secret = offered, offered = null, confirmed = :now, last_step = :step
                        where person = :person and offered is not null
                        """)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("step", step)
                .update();
    }

    /** @return false when a code of this step or a later one was used before */
    boolean use(PersonId person, long step) {
        return database.sql("""
                        update identity.code_factor set last_step = :step
                        where person = :person and secret is not null and last_step < :step
                        """)
                        .param("person", person.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    Optional<Instant> confirmed(PersonId person) {
        return database.sql(
                        "select confirmed from identity.code_factor where person = :person and confirmed is not null")
                .param("person", person.value())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    boolean remove(PersonId person) {
        replaceRecoveryCodes(person, List.of());
        return database.sql("delete from identity.code_factor where person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(PersonId person, List<String> codes) {
        database.sql("delete from identity.recovery_code where person = :person")
                .param("person", person.value())
                .update();
        for (String code : codes) {
            database.sql("insert into identity.recovery_code (person, digest) values (:person, :digest)")
                    .param("person", person.value())
                    .param("digest", digest(person, code))
                    .update();
        }
    }

    /** @return whether it was one of the person's and not used before */
    boolean useRecoveryCode(PersonId person, String typed, Instant now) {
        return RecoveryCodes.isShaped(RecoveryCodes.plain(typed)) && use(person, digest(person, typed), now);
    }

    private boolean use(PersonId person, byte[] digest, Instant now) {
        return database.sql("""
                        update identity.recovery_code set used = :now
                        where person = :person and digest = :digest and used is null
                        """)
                        .param("person", person.value())
                        .param("digest", digest)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    int recoveryCodesLeft(PersonId person) {
        return database.sql("select count(*) from identity.recovery_code where person = :person and used is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    private byte[] digest(PersonId person, String code) {
        byte[] salt = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array();
        byte[] stretched = passwords.stretch(RecoveryCodes.plain(code), salt);
        return index.of(HexFormat.of().formatHex(stretched), RECOVERY);
    }
}
