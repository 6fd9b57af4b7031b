package org.zhengtong.people.identity.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.Mandate.Stage;
import org.zhengtong.people.identity.MandateDesk;
import org.zhengtong.people.identity.MandateEnd.Why;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateNews.What;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Mandates.Answer;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;

@Service
class ShownMandates implements MandateDesk {
    private static final int MOST = 100;

    private final Identity identity;
    private final MandateStore store;
    private final MandateBook book;
    private final MandateTelling telling;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ShownMandates(
            Identity identity,
            MandateStore store,
            MandateBook book,
            MandateTelling telling,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.identity = identity;
        this.store = store;
        this.book = book;
        this.telling = telling;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public Answer record(Seen seen, PersonId clerk, String actor) {
        List<WrongField> wrong = new ArrayList<>();
        Optional<PersonId> principal = known("principal", seen.principal(), wrong);
        Optional<PersonId> agent = known("agent", seen.agent(), wrong);
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        check(principal.orElseThrow(), agent.orElseThrow(), clerk).ifPresent(wrong::add);
        MandateBook.Draft draft = draft(seen, principal.get(), agent.get());
        draft.until().filter(book.today()::isAfter).ifPresent(_ -> wrong.add(over(seen)));
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        MandateStore.Beside beside = switch (seen) {
            case Seen.Guardian guardian -> MandateStore.Beside.noted(guardian.note());
            case Seen.Paper paper ->
                new MandateStore.Beside(Optional.of(paper.note()), Optional.of(paper.scan()), Optional.empty());
        };
        return new Answer.Done(Objects.requireNonNull(transaction.execute(_ -> {
            Mandate mandate = book.write(draft, beside, actor);
            telling.both(mandate, What.BEGUN);
            return mandate.id();
        })));
    }

    private MandateBook.Draft draft(Seen seen, PersonId principal, PersonId agent) {
        LocalDate born = identity.person(principal).birthDate();
        return switch (seen) {
            case Seen.Guardian guardian ->
                new MandateBook.Draft(
                        new Party.Person(principal),
                        agent,
                        MandateKind.GUARDIAN,
                        MandateScope.WHOLE,
                        book.today(),
                        guardian.proof() == MandateProof.COURT
                                ? guardian.until()
                                : Optional.of(AskedGuardianships.lastDayOfChildhood(born)),
                        guardian.proof(),
                        Stage.GIVEN);
            case Seen.Paper paper ->
                new MandateBook.Draft(
                        new Party.Person(principal),
                        agent,
                        MandateKind.PROXY,
                        paper.scope(),
                        book.today(),
                        Optional.of(paper.until()),
                        MandateProof.PAPER,
                        Stage.GIVEN);
        };
    }

    private static WrongField over(Seen seen) {
        return seen instanceof Seen.Guardian guardian && guardian.proof() != MandateProof.COURT
                ? new WrongField("principal", "identity.wrong.ward-of-age")
                : new WrongField("until", "identity.wrong.mandate-until-before");
    }

    private Optional<WrongField> check(PersonId principal, PersonId agent, PersonId clerk) {
        if (principal.equals(agent)) {
            return Optional.of(new WrongField("agent", "identity.wrong.mandate-yourself"));
        }
        if (principal.equals(clerk) || agent.equals(clerk)) {
            return Optional.of(new WrongField("agent", "identity.wrong.mandate-of-clerk"));
        }
        return identity.person(agent).isOfAge(book.today())
                ? Optional.empty()
                : Optional.of(new WrongField("agent", "identity.wrong.mandate-agent-under-age"));
    }

    private Optional<PersonId> known(String field, String typed, List<WrongField> wrong) {
        Optional<PersonId> person = IdentityNumber.parse(typed).flatMap(identity::findPerson);
        if (person.isEmpty()) {
            wrong.add(new WrongField(field, "identity.wrong.mandate-unknown-person"));
        }
        return person;
    }

    @Override
    public Answer end(Ending ending, PersonId clerk, String actor) {
        List<WrongField> wrong = new ArrayList<>();
        Optional<PersonId> ward = known("principal", ending.ward(), wrong);
        Optional<PersonId> guardian = known("agent", ending.guardian(), wrong);
        if (wrong.isEmpty() && (ward.equals(Optional.of(clerk)) || guardian.equals(Optional.of(clerk)))) {
            wrong.add(new WrongField("agent", "identity.wrong.mandate-of-clerk"));
        }
        return wrong.isEmpty()
                ? Objects.requireNonNull(transaction.execute(
                        _ -> ended(ending, new Party.Person(ward.orElseThrow()), guardian.orElseThrow(), actor)))
                : new Answer.Wrong(wrong);
    }

    private Answer ended(Ending ending, Party ward, PersonId guardian, String actor) {
        List<Mandate> inForce = store.inForceFor(ward.id(), book.today()).stream()
                .filter(mandate -> mandate.kind() == MandateKind.GUARDIAN)
                .filter(mandate -> mandate.agent().equals(guardian))
                .toList();
        if (inForce.isEmpty()) {
            return new Answer.Wrong(List.of(new WrongField("agent", "identity.wrong.no-guardianship")));
        }
        for (Mandate mandate : inForce) {
            book.end(mandate, ending.why(), actor);
            store.noteEnd(mandate.id(), ending.note());
        }
        return new Answer.Done(inForce.getFirst().id());
    }

    @Override
    public List<Mandate> asked() {
        return store.asked(MOST).stream()
                .filter(mandate -> mandate.isOpen(book.today()))
                .toList();
    }

    @Override
    public String noteOf(UUID id, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Mandate mandate = find(id);
            audit.append(
                    mandate.principal().id(),
                    "identity.open-mandate",
                    actor,
                    Map.of("mandate", mandate.id().toString()));
            return store.beside(id).flatMap(MandateStore.Beside::note).orElse("");
        }));
    }

    @Override
    public void decide(UUID id, Optional<MandateProof> proof, PersonId clerk, String actor) {
        transaction.executeWithoutResult(_ -> {
            Mandate mandate = find(id);
            if (mandate.standing(book.today()) != Mandate.Standing.ASKED) {
                throw new Problem(409, "mandate-changed");
            }
            if (mandate.agent().equals(clerk)) {
                throw new Problem(403, "mandate-of-oneself");
            }
            if (proof.isPresent()) {
                book.begin(mandate, mandate.shown(proof.get(), actor), actor);
            } else {
                book.end(mandate, Why.NOT_SHOWN, actor);
            }
        });
    }

    private Mandate find(UUID id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("unknown-mandate"));
    }
}
