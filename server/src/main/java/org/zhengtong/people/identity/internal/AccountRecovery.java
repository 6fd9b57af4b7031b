package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.people.identity.Confirmation;
import org.zhengtong.people.identity.Forgotten;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.IdentitySettings;
import org.zhengtong.people.identity.PasswordRules;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.PostOfHouse;
import org.zhengtong.people.identity.RealNameProvider;
import org.zhengtong.people.identity.Recovery;
import org.zhengtong.people.identity.RecoveryStep;
import org.zhengtong.people.identity.RecoveryStep.What;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Workplaces;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.identity.internal.RecoveryStore.Row;
import org.zhengtong.people.identity.internal.RecoveryStore.State;
import org.zhengtong.people.identity.internal.RecoveryStore.Way;

@Service
class AccountRecovery implements Recovery {
    private static final Duration PAPER_HOLDS = Duration.ofDays(3);
    private static final Duration PASSWORD_HOLDS = Duration.ofMinutes(30);

    private final RecoveryStore store;
    private final PersonStore persons;
    private final TelephoneStore telephones;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final RealNameProvider names;
    private final PostOfHouse post;
    private final Regions regions;
    private final Workplaces workplaces;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final Clock clock;
    private final IdentitySettings settings;
    private final Tries addresses;
    private final Tries accounts;

    AccountRecovery(
            RecoveryStore store,
            PersonStore persons,
            TelephoneStore telephones,
            Passwords passwords,
            PasswordRules rules,
            RealNameProvider names,
            PostOfHouse post,
            Regions regions,
            Workplaces workplaces,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Identifiers identifiers,
            RandomGenerator random,
            Clock clock,
            IdentitySettings settings) {
        this.store = store;
        this.persons = persons;
        this.telephones = telephones;
        this.passwords = passwords;
        this.rules = rules;
        this.names = names;
        this.post = post;
        this.regions = regions;
        this.workplaces = workplaces;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
        this.addresses = Tries.oneByOne(clock, 10, Duration.ofMinutes(1));
        this.accounts = Tries.allTogether(clock, 3, Duration.ofHours(24));
    }

    @Override
    public boolean isConnected() {
        return post.connected().isPresent();
    }

    @Override
    public boolean isDemonstration() {
        return post.isDemonstration();
    }

    @Override
    public Answer begin(Forgotten typed, String address, Locale language) {
        return switch (typed.check(regions, LocalDate.now(clock))) {
            case Forgotten.Checked.Wrong(List<WrongField> fields) -> new Answer.Wrong(fields);
            case Forgotten.Checked.Right right ->
                addresses.take(address).<Answer>map(Answer.TooMany::new).orElseGet(() -> begin(right, language));
        };
    }

    private Answer begin(Forgotten.Checked.Right typed, Locale language) {
        Confirmation confirmation = names.confirm(typed.name(), typed.number());
        if (confirmation == Confirmation.UNREACHABLE) {
            return new Answer.Unreachable();
        }
        Optional<PersonId> person = persons.withNumber(typed.number())
                .filter(_ -> confirmation == Confirmation.CONFIRMED)
                .filter(found -> fits(found, typed))
                .filter(found -> accounts.take(found.value().toString()).isEmpty());
        return new Answer.Onwards(begin(person, language));
    }

    /** Staff turn to their security administrator: what opens a desk is not given out by telephone. */
    private boolean fits(PersonId person, Forgotten.Checked.Right typed) {
        PersonProfile profile = persons.profile(person).orElseThrow();
        return profile.name().equals(typed.name())
                && profile.phone().equals(typed.phone().value())
                && telephones.isConfirmed(person)
                && persons.passwordHash(person).isPresent()
                && workplaces.workplace(person).isEmpty();
    }

    private String begin(Optional<PersonId> person, Locale language) {
        String ticket = SecretToken.fresh(random);
        Row row = row(person, Way.PHONE, SentCode.fresh(random), false, language, SentCode.HOLDS);
        transaction.executeWithoutResult(_ -> {
            store.add(row, Optional.of(SecretToken.digest(ticket)), clock.instant());
            tell(row, What.CODE);
            UUID subject = person.map(PersonId::value).orElse(row.id());
            audit.append(subject, "identity.begin-recovery", "stranger", Map.of("way", "PHONE"));
        });
        return ticket;
    }

    private Row row(Optional<PersonId> person, Way way, String code, boolean factors, Locale language, Duration holds) {
        return new Row(
                identifiers.next(),
                person,
                way,
                State.CODE,
                code,
                0,
                factors,
                Optional.empty(),
                Optional.empty(),
                language,
                clock.instant().plus(holds));
    }

    @Override
    public boolean waitsForCode(String ticket) {
        return open(ticket, State.CODE).isPresent();
    }

    @Override
    public boolean waitsForPassword(String ticket) {
        return open(ticket, State.PASSWORD).isPresent();
    }

    private Optional<Row> open(String ticket, State state) {
        return store.withTicket(SecretToken.digest(ticket))
                .filter(row -> row.state() == state && clock.instant().isBefore(row.expires()));
    }

    @Override
    public Answer code(String ticket, String code) {
        return open(ticket, State.CODE)
                .filter(row -> store.payForTry(row.id(), SentCode.MOST_TRIES))
                .map(row -> codeOf(row, code))
                .orElseGet(Answer.Over::new);
    }

    private Answer codeOf(Row row, String typed) {
        boolean right = row.person().isPresent() && SentCode.isRight(row.code(), typed);
        if (!right) {
            return wrong("code", "identity.wrong.recovery-code");
        }
        String ticket = SecretToken.fresh(random);
        boolean first = store.codeWasRight(
                row.id(), SecretToken.digest(ticket), clock.instant().plus(PASSWORD_HOLDS));
        return first ? new Answer.Onwards(ticket) : new Answer.Over();
    }

    @Override
    public Answer windowCode(String number, String code, String address) {
        Optional<Instant> again = addresses.take(address);
        if (again.isPresent()) {
            return new Answer.TooMany(again.get());
        }
        Optional<Row> begun = IdentityNumber.parse(number)
                .flatMap(persons::withNumber)
                .flatMap(person -> store.of(person, State.CODE).stream()
                        .filter(row ->
                                row.way() == Way.WINDOW && clock.instant().isBefore(row.expires()))
                        .findFirst())
                .filter(row -> store.payForTry(row.id(), SentCode.MOST_TRIES));
        return begun.map(row -> codeOf(row, code)).orElseGet(() -> wrong("code", "identity.wrong.recovery-code"));
    }

    @Override
    public Answer password(String ticket, String next, String nextAgain) {
        Optional<Row> row = open(ticket, State.PASSWORD);
        if (row.isEmpty()) {
            return new Answer.Over();
        }
        PersonId person = row.get().person().orElseThrow();
        List<WrongField> wrong = new ArrayList<>();
        rules.check("next", next, personal(person)).ifPresent(wrong::add);
        if (!next.equals(nextAgain)) {
            wrong.add(new WrongField("nextAgain", "identity.wrong.password-differs"));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        String hash = passwords.hash(next);
        return persons.passwordHash(person).isPresent() ? waits(row.get(), hash) : claimed(row.get(), hash);
    }

    private Answer claimed(Row row, String hash) {
        PersonId person = row.person().orElseThrow();
        return Boolean.TRUE.equals(transaction.execute(_ -> {
                    boolean first = store.end(row.id(), State.PASSWORD, State.DONE) && persons.claim(person, hash);
                    if (first) {
                        write(person, "identity.claim", "person:" + person.value(), Map.of());
                    }
                    return first;
                }))
                ? new Answer.Done()
                : new Answer.Over();
    }

    private Answer waits(Row row, String hash) {
        PersonId person = row.person().orElseThrow();
        Instant due = clock.instant().plus(settings.recoveryWait());
        return Boolean.TRUE.equals(transaction.execute(_ -> {
                    store.of(person, State.WAITING)
                            .forEach(other -> store.end(other.id(), State.WAITING, State.STOPPED));
                    boolean first = store.waits(row.id(), hash, due);
                    if (first) {
                        tell(row, What.WAITS);
                        write(person, "identity.choose-recovered-password", "stranger", Map.of("due", due.toString()));
                    }
                    return first;
                }))
                ? new Answer.Waits(due)
                : new Answer.Over();
    }

    private List<String> personal(PersonId person) {
        PersonProfile profile = persons.profile(person).orElseThrow();
        return List.of(
                profile.name(),
                profile.phone(),
                persons.number(person).map(IdentityNumber::value).orElseThrow());
    }

    @Override
    public Optional<Pending> pending(PersonId person) {
        return store.of(person, State.WAITING).stream()
                .findFirst()
                .map(row -> new Pending(row.way() == Way.WINDOW, row.due().orElseThrow()));
    }

    @Override
    public void stop(SignedIn me) {
        transaction.executeWithoutResult(_ -> store.of(me.person(), State.WAITING).stream()
                .filter(row -> store.end(row.id(), State.WAITING, State.STOPPED))
                .forEach(row -> {
                    tell(row, What.STOPPED);
                    write(me.person(), "identity.stop-recovery", me.actor(), Map.of());
                }));
    }

    @Override
    public Optional<String> beginAtWindow(IdentityNumber number, boolean factors, String reason, String actor) {
        Optional<PersonId> person = persons.withNumber(number);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (actor.endsWith(person.get().value().toString())) {
            throw new Problem(409, "recovery-oneself");
        }
        String code = RecoveryCodes.fresh(random).getFirst();
        Row row = row(person, Way.WINDOW, RecoveryCodes.plain(code), factors, Locale.SIMPLIFIED_CHINESE, PAPER_HOLDS);
        transaction.executeWithoutResult(_ -> {
            store.of(person.get(), State.CODE).forEach(other -> store.end(other.id(), State.CODE, State.STOPPED));
            store.add(row, Optional.empty(), clock.instant());
            write(
                    person.get(),
                    "identity.begin-recovery",
                    actor,
                    Map.of("way", "WINDOW", "reason", reason, "factors", Boolean.toString(factors)));
        });
        return Optional.of(code);
    }

    @Override
    public Optional<String> demonstratedCode(String ticket) {
        return isDemonstration() ? open(ticket, State.CODE).map(Row::code) : Optional.empty();
    }

    private void tell(Row row, What what) {
        outbox.publish(RecoveryStep.TOPIC, row.id(), new RecoveryStep(row.id(), what));
    }

    private void write(PersonId person, String action, String actor, Map<String, String> facts) {
        audit.append(person.value(), action, actor, facts);
    }

    private static Answer wrong(String field, String sentence) {
        return new Answer.Wrong(List.of(new WrongField(field, sentence)));
    }
}
