package org.zhengtong.people.privacy.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.privacy.Choices;
import org.zhengtong.people.privacy.Purpose;

/** Remembered for a few seconds: a page asks for them several times. Other nodes learn of a change as late as that. */
@Service
class StoredChoices implements Choices {
    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final JdbcClient sql;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LoadingCache<PersonId, Map<Purpose, Choice>> remembered;

    StoredChoices(JdbcClient sql, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .ticker(Ticker.systemTicker())
                .maximumSize(MOST)
                .build(this::read);
    }

    @Override
    public List<Choice> of(PersonId person) {
        Map<Purpose, Choice> said = remembered.get(person);
        return Arrays.stream(Purpose.values())
                .map(purpose -> said.getOrDefault(purpose, new Choice(purpose, true, Optional.empty())))
                .toList();
    }

    @Override
    public boolean allows(PersonId person, Purpose purpose) {
        return Optional.ofNullable(remembered.get(person).get(purpose))
                .map(Choice::allowed)
                .orElse(true);
    }

    @Override
    public void decide(SignedIn me, Purpose purpose, boolean allowed) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            sql.sql("""
                            insert into privacy.choice (person, purpose, allowed, decided)
                            values (:person, :purpose, :allowed, :now)
                            on conflict (person, purpose) do update
                            set allowed = excluded.allowed, decided = excluded.decided
                            """)
                    .param("person", me.person().value())
                    .param("purpose", purpose.name())
                    .param("allowed", allowed)
                    .param("now", Timestamp.from(now))
                    .update();
            audit.append(
                    me.person().value(),
                    allowed ? "privacy.allow" : "privacy.forbid",
                    me.actor(),
                    Map.of("purpose", purpose.name()));
        });
        remembered.invalidate(me.person());
    }

    /** In the transaction that ends the account. */
    void forget(PersonId person) {
        sql.sql("delete from privacy.choice where person = :person")
                .param("person", person.value())
                .update();
        remembered.invalidate(person);
    }

    private Map<Purpose, Choice> read(PersonId person) {
        Map<Purpose, Choice> said = new EnumMap<>(Purpose.class);
        sql.sql("select purpose, allowed, decided from privacy.choice where person = :person")
                .param("person", person.value())
                .query((row, _) -> new Choice(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getBoolean("allowed"),
                        Optional.of(row.getTimestamp("decided").toInstant())))
                .list()
                .forEach(choice -> said.put(choice.purpose(), choice));
        return said;
    }
}
