package org.zhengtong.people.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.people.identity.PersonId;

/** What authenticators were asked to sign. Each is good for one answer within five minutes. */
@Component
class Challenges {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int BYTES = 32;

    enum Purpose {
        REGISTER,
        SIGN_IN,
        CONFIRM,
        NETWORK_IDENTITY,
        FACE
    }

    private final JdbcClient database;
    private final RandomGenerator random;
    private final Clock clock;

    Challenges(JdbcClient database, RandomGenerator random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /** @param person who is asked; anybody when empty */
    byte[] ask(Purpose purpose, Optional<PersonId> person) {
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        database.sql("delete from identity.challenge where expires < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        database.sql("""
                        insert into identity.challenge (digest, person, purpose, expires)
                        values (:digest, :person, :purpose, :expires)
                        """)
                .param("digest", Sm3.digest(challenge))
                .param("person", person.map(PersonId::value).orElse(null))
                .param("purpose", purpose.name())
                .param("expires", Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        return challenge;
    }

    /** @return false when nobody was asked this for the purpose, or it was answered before */
    boolean answer(byte[] challenge, Purpose purpose, Optional<PersonId> person) {
        return database.sql("""
                        delete from identity.challenge
                        where digest = :digest and purpose = :purpose and expires > :now
                            and person is not distinct from cast(:person as uuid)
                        """)
                        .param("digest", Sm3.digest(challenge))
                        .param("person", person.map(PersonId::value).orElse(null))
                        .param("purpose", purpose.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
