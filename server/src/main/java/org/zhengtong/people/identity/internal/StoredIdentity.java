package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.PersonRegistered;
import org.zhengtong.people.identity.Uscc;

@Service
class StoredIdentity implements Identity {
    private final PersonStore persons;
    private final FirmStore firms;
    private final NumberEnds ends;
    private final LiveSessions sessions;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    StoredIdentity(
            PersonStore persons,
            FirmStore firms,
            NumberEnds ends,
            LiveSessions sessions,
            Passwords passwords,
            TransactionTemplate transaction,
            Outbox outbox,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.persons = persons;
        this.firms = firms;
        this.ends = ends;
        this.sessions = sessions;
        this.passwords = passwords;
        this.transaction = transaction;
        this.outbox = outbox;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    public PersonProfile person(PersonId id) {
        return persons.profile(id).orElseThrow(() -> Problem.notFound("unknown-person"));
    }

    @Override
    public FirmProfile firm(FirmId id) {
        return firms.profile(id).orElseThrow(() -> Problem.notFound("unknown-firm"));
    }

    @Override
    public Optional<PersonId> agentOf(FirmId id) {
        return firms.agent(id);
    }

    @Override
    public List<FirmProfile> firmsOf(PersonId agent) {
        return firms.of(agent);
    }

    @Override
    public Optional<PersonId> findPerson(IdentityNumber number) {
        return persons.withNumber(number);
    }

    @Override
    public List<PersonId> reachedBy(MobileNumber phone) {
        return persons.withPhone(phone);
    }

    @Override
    public Optional<PersonId> findAccount(String account) {
        return persons.account(AccountName.of(account)).map(PersonStore.Account::person);
    }

    @Override
    public Optional<FirmId> findFirm(Uscc uscc) {
        return firms.withUscc(uscc).map(FirmProfile::id);
    }

    @Override
    public String nameOf(Party party) {
        return switch (party) {
            case Party.Person(PersonId id) -> persons.name(id).orElseThrow(() -> Problem.notFound("unknown-person"));
            case Party.Firm(FirmId id) -> firms.name(id).orElseThrow(() -> Problem.notFound("unknown-firm"));
        };
    }

    @Override
    public IdentityNumber openNumber(PersonId person, String actor, String purpose) {
        return transaction.execute(status -> {
            IdentityNumber number = persons.number(person).orElseThrow(() -> Problem.notFound("unknown-person"));
            audit.append(person.value(), "identity.open-number", actor, Map.of("purpose", purpose));
            return number;
        });
    }

    @Override
    public boolean endsWith(Party party, LastFour digits) {
        return ends.with(party, digits);
    }

    @Override
    public PersonId add(NewPerson person) {
        Optional<String> hash = person.password().map(passwords::hash);
        return transaction.execute(status -> {
            PersonId id = new PersonId(identifiers.next());
            persons.add(id.value(), person, hash, clock.instant());
            outbox.publish(PersonRegistered.TOPIC, id.value(), new PersonRegistered(id));
            audit.append(
                    id.value(),
                    "identity.register",
                    "person:" + id.value(),
                    Map.of("synthetic", Boolean.toString(person.synthetic())));
            return id;
        });
    }

    @Override
    public FirmId add(NewFirm firm) {
        return transaction.execute(status -> {
            UUID id = identifiers.next();
            firms.add(id, firm, clock.instant());
            audit.append(
                    id,
                    "identity.register-firm",
                    "person:" + firm.agent().value(),
                    Map.of("uscc", firm.uscc().value(), "synthetic", Boolean.toString(firm.synthetic())));
            return new FirmId(id);
        });
    }

    @Override
    public void appoint(FirmId firm, PersonId agent) {
        transaction.executeWithoutResult(status -> {
            PersonId before = firm(firm).agent();
            person(agent);
            if (before.equals(agent)) {
                return;
            }
            firms.setAgent(firm, agent);
            sessions.stopActingFor(firm, before);
            audit.append(
                    firm.value(),
                    "identity.appoint-agent",
                    "person:" + before.value(),
                    Map.of(
                            "from",
                            before.value().toString(),
                            "to",
                            agent.value().toString()));
        });
    }
}
