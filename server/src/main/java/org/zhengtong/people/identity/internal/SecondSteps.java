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
import org.zhengtong.people.identity.SignInAnswer;

/** Right passwords that wait for their second factor, each for one browser, five minutes and five tries. */
@Component
class SecondSteps {
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 5;
    private final JdbcClient database;
    private final RandomGenerator random;
    private final Clock clock;

    SecondSteps(JdbcClient database, RandomGenerator random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    SignInAnswer.SecondNeeded begin(PersonId person) {
        String ticket = SecretToken.fresh(random);
        Instant until = clock.instant().plus(OPEN_FOR);
        database.sql("delete from identity.second_step where expires < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        database.sql("insert into identity.second_step (digest, person, expires) values (:digest, :person, :until)")
                .param("digest", SecretToken.digest(ticket))
                .param("person", person.value())
                .param("until", Timestamp.from(until))
                .update();
        return new SignInAnswer.SecondNeeded(ticket, until);
    }

    Optional<PersonId> find(String ticket) {
        return database.sql("""
                        select person from identity.second_step
                        where digest = :digest and expires > :now and tries < :most
                        """)
                .param("digest", SecretToken.digest(ticket))
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST_TRIES)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Pays for a try before the code is looked at: a hundred at once are five. */
    Optional<PersonId> take(String ticket) {
        return database.sql("""
                        update identity.second_step set tries = tries + 1
                        where digest = :digest and expires > :now and tries < :most
                        returning person
                        """)
                .param("digest", SecretToken.digest(ticket))
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST_TRIES)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** @return false when it was ended meanwhile */
    boolean end(String ticket) {
        return database.sql("delete from identity.second_step where digest = :digest")
                        .param("digest", SecretToken.digest(ticket))
                        .update()
                == 1;
    }
}
