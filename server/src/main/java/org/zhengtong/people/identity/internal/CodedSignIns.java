package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NumberSignIns;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PostOfHouse;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.TelephoneNews;
import org.zhengtong.people.identity.TelephoneNews.What;
import org.zhengtong.people.identity.Workplaces;

@Service
class CodedSignIns implements NumberSignIns {
    private final NumberSignInStore store;
    private final PersonStore persons;
    private final TelephoneStore telephones;
    private final CodeStore codes;
    private final PasskeyStore passkeys;
    private final Workplaces workplaces;
    private final LiveSessions sessions;
    private final PostOfHouse post;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final Clock clock;
    private final Tries machines;
    private final Tries hourly;
    private final Tries daily;

    CodedSignIns(
            NumberSignInStore store,
            PersonStore persons,
            TelephoneStore telephones,
            CodeStore codes,
            PasskeyStore passkeys,
            Workplaces workplaces,
            LiveSessions sessions,
            PostOfHouse post,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Identifiers identifiers,
            RandomGenerator random,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.telephones = telephones;
        this.codes = codes;
        this.passkeys = passkeys;
        this.workplaces = workplaces;
        this.sessions = sessions;
        this.post = post;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.random = random;
        this.clock = clock;
        this.machines = Tries.oneByOne(clock, 30, Duration.ofSeconds(20));
        this.hourly = Tries.allTogether(clock, 3, Duration.ofHours(1));
        this.daily = Tries.allTogether(clock, 6, Duration.ofDays(1));
    }

    @Override
    public boolean isConnected() {
        return post.connected().isPresent();
    }

    @Override
    public Beginning begin(String typed, SignInPlace place, Locale language) {
        Optional<IdentityNumber> number = IdentityNumber.parse(typed);
        if (number.isEmpty()) {
            return new Beginning.WrongNumber();
        }
        return machines.take(place.address())
                .<Beginning>map(Beginning.TooMany::new)
                .orElseGet(() -> {
                    Optional<PersonId> found = persons.withNumber(number.get());
                    boolean may = mayUseCodes(found.orElseGet(() -> new PersonId(identifiers.next())));
                    return new Beginning.Sent(send(found.filter(_ -> may).filter(this::hasTriesLeft), language));
                });
    }

    /** All of it is asked whatever the answers are, and of nobody too: how long it takes tells nothing. */
    private boolean mayUseCodes(PersonId person) {
        boolean telephone = telephones.isConfirmed(person);
        boolean staff = workplaces.workplace(person).isPresent();
        boolean twice = codes.confirmed(person).isPresent();
        boolean passkey = !passkeys.of(person).isEmpty();
        return telephone && !staff && !twice && !passkey;
    }

    private boolean hasTriesLeft(PersonId person) {
        String account = person.value().toString();
        return hourly.take(account).isEmpty() && daily.take(account).isEmpty();
    }

    private String send(Optional<PersonId> person, Locale language) {
        String ticket = SecretToken.fresh(random);
        Instant now = clock.instant();
        NumberSignInStore.Row row = new NumberSignInStore.Row(
                identifiers.next(), person, SentCode.fresh(random), language, now.plus(SentCode.HOLDS));
        transaction.executeWithoutResult(_ -> {
            store.add(row, ticket, now);
            outbox.publish(TelephoneNews.TOPIC, row.id(), new TelephoneNews(row.id(), What.SIGN_IN));
        });
        return ticket;
    }

    @Override
    public SignInAnswer withCode(String ticket, String typed, SignInPlace place) {
        Optional<NumberSignInStore.Row> row = good(ticket);
        if (row.isEmpty() || !store.payForTry(row.get().id(), SentCode.MOST_TRIES)) {
            return new SignInAnswer.Over();
        }
        Optional<PersonId> person = row.get().person();
        if (person.isEmpty() || !SentCode.isRight(row.get().code(), typed)) {
            UUID subject = person.map(PersonId::value).orElse(row.get().id());
            transaction.executeWithoutResult(_ -> audit.append(
                    subject,
                    "identity.sign-in-refused",
                    "stranger",
                    Map.of("way", SignInWay.TELEPHONE.name(), "device", place.device())));
            return new SignInAnswer.Refused();
        }
        if (!store.end(row.get().id())) {
            return new SignInAnswer.Over();
        }
        return sessions.open(
                person.get(), persons.name(person.get()).orElseThrow(), place, SignInWay.TELEPHONE, false, false);
    }

    private Optional<NumberSignInStore.Row> good(String ticket) {
        return store.withTicket(ticket).filter(row -> clock.instant().isBefore(row.expires()));
    }

    @Override
    public Optional<String> demonstratedCode(String ticket) {
        return post.isDemonstration() ? good(ticket).map(NumberSignInStore.Row::code) : Optional.empty();
    }
}
