package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PostOfHouse;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.TelephoneNews;
import org.zhengtong.people.identity.TelephoneNews.What;
import org.zhengtong.people.identity.Telephones;
import org.zhengtong.people.identity.WrongField;

@Service
class OwnTelephones implements Telephones {

    private final TelephoneStore store;
    private final PostOfHouse post;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final RandomGenerator random;
    private final Clock clock;
    private final Tries codes;

    OwnTelephones(
            TelephoneStore store,
            PostOfHouse post,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            RandomGenerator random,
            Clock clock) {
        this.store = store;
        this.post = post;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
        this.codes = Tries.allTogether(clock, 5, Duration.ofHours(24));
    }

    @Override
    public boolean isConnected() {
        return post.connected().isPresent();
    }

    @Override
    public boolean isConfirmed(PersonId person) {
        return store.isConfirmed(person);
    }

    @Override
    public Answer send(SignedIn me, Locale language) {
        if (!isConnected()) {
            throw new Problem(409, "no-telephones");
        }
        return codes.take(me.person().value().toString())
                .<Answer>map(Answer.TooMany::new)
                .orElseGet(() -> {
                    String code = SentCode.fresh(random);
                    transaction.executeWithoutResult(_ -> {
                        store.put(
                                me.person(),
                                new TelephoneStore.Code(
                                        code, language, clock.instant().plus(SentCode.HOLDS)));
                        outbox.publish(
                                TelephoneNews.TOPIC,
                                me.person().value(),
                                new TelephoneNews(me.person().value(), What.CONFIRM));
                    });
                    return new Answer.Done();
                });
    }

    @Override
    public Answer confirm(SignedIn me, String typed) {
        Optional<String> code = good(me.person());
        if (code.isEmpty() || !store.payForTry(me.person(), SentCode.MOST_TRIES)) {
            return new Answer.Over();
        }
        if (!SentCode.isRight(code.get(), typed)) {
            return new Answer.Wrong(List.of(new WrongField("code", "identity.wrong.recovery-code")));
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> {
                    boolean first = store.confirm(me.person(), clock.instant());
                    if (first) {
                        audit.append(me.person().value(), "identity.confirm-telephone", me.actor(), Map.of());
                    }
                    return first;
                }))
                ? new Answer.Done()
                : new Answer.Over();
    }

    private Optional<String> good(PersonId person) {
        return store.find(person)
                .filter(sent -> clock.instant().isBefore(sent.expires()))
                .map(TelephoneStore.Code::code);
    }

    @Override
    public Optional<String> demonstratedCode(SignedIn me) {
        return post.isDemonstration() ? good(me.person()) : Optional.empty();
    }
}
