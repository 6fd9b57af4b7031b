package org.zhengtong.people.identity.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.people.identity.IdentitySettings;
import org.zhengtong.people.identity.KeptForm;
import org.zhengtong.people.identity.KeptForms;
import org.zhengtong.people.identity.PersonId;
import tools.jackson.databind.json.JsonMapper;

@Service
class SealedForms implements KeptForms {
    private static final int MOST_BYTES = 256 * 1024;

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final RandomGenerator random;
    private final Clock clock;
    private final IdentitySettings settings;

    SealedForms(
            JdbcClient database,
            FieldCipher cipher,
            JsonMapper json,
            RandomGenerator random,
            Clock clock,
            IdentitySettings settings) {
        this.database = database;
        this.cipher = cipher;
        this.json = json;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    @Transactional
    public Optional<String> keep(KeptForm form, Optional<PersonId> owner) {
        byte[] plain = json.writeValueAsBytes(form);
        if (plain.length > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        byte[] digest = digest(ticket);
        database.sql("delete from identity.kept_form where expires < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        database.sql("""
                        insert into identity.kept_form (digest, person, sealed, expires)
                        values (:digest, :person, :sealed, :expires)
                        """)
                .param("digest", digest)
                .param("person", owner.map(PersonId::value).orElse(null), Types.OTHER)
                .param("sealed", cipher.seal(plain, context(digest)))
                .param("expires", Timestamp.from(clock.instant().plus(settings.kept())))
                .update();
        return Optional.of(ticket);
    }

    @Override
    public Optional<KeptForm> find(String ticket, PersonId me) {
        byte[] digest = digest(ticket);
        return database.sql("""
                        select sealed from identity.kept_form
                        where digest = :digest and expires > :now and coalesce(person, :me) = :me
                        """)
                .param("digest", digest)
                .param("now", Timestamp.from(clock.instant()))
                .param("me", me.value())
                .query((row, at) -> row.getBytes(1))
                .optional()
                .map(bytes -> json.readValue(cipher.open(bytes, context(digest)), KeptForm.class));
    }

    @Override
    public void forget(String ticket) {
        database.sql("delete from identity.kept_form where digest = :digest")
                .param("digest", digest(ticket))
                .update();
    }

    private static byte[] digest(String ticket) {
        return Sm3.digest(ticket.getBytes(StandardCharsets.UTF_8));
    }

    private static String context(byte[] digest) {
        return "identity.kept_form:" + HexFormat.of().formatHex(digest);
    }
}
