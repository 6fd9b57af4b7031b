package org.zhengtong.people.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;

/**
 * Devices a person signed in on before. Such a device has tries of its own: whoever guesses elsewhere, from however many
 * addresses, cannot use them up, and so cannot lock the owner out.
 */
@Component
class KnownDevices {
    private static final Duration KEPT_FOR = Duration.ofDays(180);
    private static final int MOST = 50;
    private static final UUID NOBODY = new UUID(0, 0);
    private final JdbcClient database;
    private final RandomGenerator random;
    private final Clock clock;

    KnownDevices(JdbcClient database, RandomGenerator random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /** The same work for an account that does not exist. */
    boolean isKnown(String token, Optional<PersonId> person) {
        return database.sql("""
                        select count(*) from identity.known_device
                        where digest = :digest and person = :person and last_used > :after
                        """)
                        .param("digest", SecretToken.digest(token))
                        .param("person", person.map(PersonId::value).orElse(NOBODY))
                        .param("after", Timestamp.from(oldest()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * In the running transaction. A device that is known for somebody is known for whoever else signs in on it by the same
     * token; one that shows a token nobody gave out gets another.
     *
     * @return what it shows next time
     */
    String remember(PersonId person, Optional<String> shown) {
        String token = shown.filter(this::isGivenOut).orElseGet(() -> SecretToken.fresh(random));
        Instant now = clock.instant();
        database.sql("""
                        insert into identity.known_device (digest, person, last_used) values (:digest, :person, :now)
                        on conflict (digest, person) do update set last_used = excluded.last_used
                        """)
                .param("digest", SecretToken.digest(token))
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
        database.sql("""
                        delete from identity.known_device where person = :person and (last_used < :oldest or digest in (
                            select digest from identity.known_device where person = :person
                            order by last_used desc offset :most))
                        """)
                .param("person", person.value())
                .param("oldest", Timestamp.from(oldest()))
                .param("most", MOST)
                .update();
        return token;
    }

    /** After a password was given away, what knew it is a stranger. */
    void forgetAllOf(PersonId person) {
        database.sql("delete from identity.known_device where person = :person")
                .param("person", person.value())
                .update();
    }

    private boolean isGivenOut(String token) {
        return database.sql("select count(*) from identity.known_device where digest = :digest")
                        .param("digest", SecretToken.digest(token))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT_FOR);
    }
}
