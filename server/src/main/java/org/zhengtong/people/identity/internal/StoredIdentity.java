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
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateEnd;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.PersonRegistered;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.identity.Uscc;

@Service
class StoredIdentity implements Identity {
    private final PersonStore persons;
    private final FirmStore firms;
    private final NumberEnds ends;
    private final MandateStore mandates;
    private final MandateBook book;
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
            MandateStore mandates,
            MandateBook book,
            Passwords passwords,
            TransactionTemplate transaction,
            Outbox outbox,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.persons = persons;
        this.firms = firms;
        this.ends = ends;
        this.mandates = mandates;
        this.book = book;
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
        return mandates.inForceFor(id.value(), book.today()).stream()
                .filter(mandate -> mandate.scope().isWhole())
                .findFirst()
                .map(Mandate::agent);
    }

    @Override
    public PersonId toldFor(UUID party) {
        return mandates.inForceFor(party, book.today()).stream()
                .filter(mandate -> mandate.kind() == MandateKind.GUARDIAN
                        || (mandate.principal() instanceof Party.Firm
                                && mandate.scope().isWhole()))
                .findFirst()
                .map(Mandate::agent)
                .orElseGet(() -> new PersonId(party));
    }

    @Override
    public List<FirmProfile> firmsOf(PersonId agent) {
        return firms.of(reachOf(agent).others().stream()
                .filter(Party.Firm.class::isInstance)
                .map(party -> new FirmId(party.id()))
                .toList());
    }

    @Override
    public Reach reachOf(PersonId person) {
        return book.reach(person);
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
    public Optional<String> nameOfPerson(PersonId person) {
        return persons.name(person);
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
            book.first(new FirmId(id), firm.agent(), firm.represented());
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
            firm(firm);
            person(agent);
            List<Mandate> before = mandates.inForceFor(firm.value(), book.today()).stream()
                    .filter(mandate -> mandate.kind() == MandateKind.AGENT)
                    .filter(mandate -> mandate.proof() == MandateProof.REGISTER)
                    .toList();
            if (before.stream().anyMatch(mandate -> mandate.agent().equals(agent))) {
                return;
            }
            String actor = before.isEmpty()
                    ? "system"
                    : "person:" + before.getFirst().agent().value();
            before.forEach(mandate -> book.end(mandate, MandateEnd.Why.REPLACED, actor));
            book.write(book.byRegister(firm, agent, MandateKind.AGENT), MandateStore.Beside.NOTHING, actor);
        });
    }
}
