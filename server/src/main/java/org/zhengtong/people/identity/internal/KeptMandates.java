package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.IdentitySettings;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.Mandate.Stage;
import org.zhengtong.people.identity.MandateEnd.Why;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateMatters;
import org.zhengtong.people.identity.MandateNews.What;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.SignedMandate;
import org.zhengtong.people.identity.WrongField;

@Service
class KeptMandates implements Mandates {
    private final Identity identity;
    private final MandateStore store;
    private final MandateBook book;
    private final MandateWording wording;
    private final MandateTelling telling;
    private final MandateMatters matters;
    private final LiveSessions sessions;
    private final AskedGuardianships guardianships;
    private final Identifiers identifiers;
    private final IdentitySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptMandates(
            Identity identity,
            MandateStore store,
            MandateBook book,
            MandateWording wording,
            MandateTelling telling,
            MandateMatters matters,
            LiveSessions sessions,
            AskedGuardianships guardianships,
            Identifiers identifiers,
            IdentitySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.identity = identity;
        this.store = store;
        this.book = book;
        this.wording = wording;
        this.telling = telling;
        this.matters = matters;
        this.sessions = sessions;
        this.guardianships = guardianships;
        this.identifiers = identifiers;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Mandate> heldBy(PersonId agent) {
        return store.heldBy(agent);
    }

    @Override
    public List<Mandate> of(Party principal) {
        return store.of(principal);
    }

    @Override
    public List<Mandate> givenBy(PersonId person) {
        return Stream.concat(
                        Stream.of(new Party.Person(person)),
                        book.reach(person).others().stream()
                                .filter(party -> party instanceof Party.Firm(FirmId firm) && manages(person, firm)))
                .flatMap(party -> store.of(party).stream())
                .sorted(Comparator.comparing(Mandate::grantedAt).reversed())
                .toList();
    }

    @Override
    public boolean manages(PersonId person, FirmId firm) {
        return managers(firm).contains(person);
    }

    private Set<PersonId> managers(FirmId firm) {
        List<Mandate> inForce = store.inForceFor(firm.value(), today());
        Set<PersonId> representatives = agents(inForce, MandateKind.LEGAL_REPRESENTATIVE);
        return representatives.isEmpty() ? agents(inForce, MandateKind.AGENT) : representatives;
    }

    private static Set<PersonId> agents(List<Mandate> mandates, MandateKind kind) {
        return mandates.stream()
                .filter(mandate -> mandate.kind() == kind && mandate.proof() == MandateProof.REGISTER)
                .map(Mandate::agent)
                .collect(Collectors.toSet());
    }

    @Override
    public Mandate open(SignedIn me, UUID id) {
        return store.find(id)
                .filter(mandate -> mandate.agent().equals(me.person()) || isPrincipal(me, mandate))
                .orElseThrow(() -> Problem.notFound("unknown-mandate"));
    }

    /** Or the one who appoints for a firm. */
    private boolean isPrincipal(SignedIn me, Mandate mandate) {
        return switch (mandate.principal()) {
            case Party.Person(PersonId person) -> person.equals(me.person());
            case Party.Firm(FirmId firm) -> manages(me.person(), firm);
        };
    }

    @Override
    public Optional<SignedMandate> signed(SignedIn me, UUID id) {
        return store.beside(open(me, id).id())
                .flatMap(MandateStore.Beside::signed)
                .map(wording::checked);
    }

    @Override
    public Optional<String> noteOfEnd(SignedIn me, UUID id) {
        return store.noteOfEnd(open(me, id).id());
    }

    /** An order that is right. */
    private record Drawn(PersonId agent, MandateRules.Checked.Right terms, String wording) {}

    @Override
    public Answer draw(SignedIn me, MandateOrder order) {
        List<WrongField> wrong = new ArrayList<>();
        return drawn(me, order, wrong)
                .<Answer>map(drawn -> new Answer.ToSign(drawn.wording()))
                .orElseGet(() -> new Answer.Wrong(wrong));
    }

    @Override
    public Answer sign(SignedIn me, MandateOrder order) {
        sessions.requireFresh(me);
        List<WrongField> wrong = new ArrayList<>();
        Optional<Drawn> drawn = drawn(me, order, wrong);
        if (drawn.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        UUID id = identifiers.next();
        MandateBook.Draft draft = new MandateBook.Draft(
                principal(me, order),
                drawn.get().agent(),
                order.firm().isPresent() ? MandateKind.AGENT : MandateKind.PROXY,
                drawn.get().terms().scope(),
                drawn.get().terms().from(),
                drawn.get().terms().until(),
                MandateProof.SIGNED,
                Stage.OFFERED);
        MandateStore.Beside beside = new MandateStore.Beside(
                Optional.empty(),
                Optional.empty(),
                Optional.of(wording.signed(drawn.get().wording(), id, me.proof(), clock.instant())));
        transaction.executeWithoutResult(_ -> telling.agent(book.write(id, draft, beside, me.actor()), What.OFFERED));
        return new Answer.Done(id);
    }

    private static Party principal(SignedIn me, MandateOrder order) {
        return order.firm().<Party>map(Party.Firm::new).orElseGet(() -> new Party.Person(me.person()));
    }

    /** @throws Problem 403 for a firm one does not appoint for, 422 for who is under age */
    private Optional<Drawn> drawn(SignedIn me, MandateOrder order, List<WrongField> wrong) {
        order.firm().filter(firm -> !manages(me.person(), firm)).ifPresent(_ -> {
            throw new Problem(403, "not-representative");
        });
        PersonProfile principal = identity.person(me.person());
        if (!principal.isOfAge(today())) {
            throw new Problem(422, "mandate-under-age");
        }
        Optional<PersonId> agent = agent(me, order, wrong);
        MandateRules.Checked checked = new MandateRules(
                        today(), longestDays(), code -> matters.matter(code).isPresent())
                .check(order);
        if (checked instanceof MandateRules.Checked.Wrong(List<WrongField> more)) {
            wrong.addAll(more);
        }
        return agent.isPresent() && checked instanceof MandateRules.Checked.Right terms
                ? Optional.of(new Drawn(agent.get(), terms, wording(principal, order, agent.get(), terms)))
                : Optional.empty();
    }

    private Optional<PersonId> agent(SignedIn me, MandateOrder order, List<WrongField> wrong) {
        Optional<PersonId> agent = IdentityNumber.parse(order.number())
                .flatMap(identity::findPerson)
                .filter(person -> identity.person(person).name().equals(PlainText.tidy(order.name())));
        Optional<String> sentence = agent.isEmpty()
                ? Optional.of("identity.wrong.agent-unknown")
                : agent.get().equals(me.person())
                        ? Optional.of("identity.wrong.mandate-yourself")
                        : identity.person(agent.get()).isOfAge(today())
                                ? Optional.empty()
                                : Optional.of("identity.wrong.mandate-agent-under-age");
        sentence.ifPresent(key -> wrong.add(new WrongField("number", key)));
        return sentence.isPresent() ? Optional.empty() : agent;
    }

    private String wording(PersonProfile me, MandateOrder order, PersonId agent, MandateRules.Checked.Right terms) {
        PersonProfile other = identity.person(agent);
        MandateWording.Named signer = new MandateWording.Named(me.name(), me.maskedNumber());
        Optional<FirmProfile> firm = order.firm().map(identity::firm);
        return wording.of(
                firm.map(one -> new MandateWording.Named(one.name(), one.uscc().value()))
                        .orElse(signer),
                firm.map(_ -> signer),
                new MandateWording.Named(other.name(), other.maskedNumber()),
                terms);
    }

    @Override
    public void accept(SignedIn me, UUID id) {
        transaction.executeWithoutResult(_ -> {
            Mandate mandate = held(me, id);
            if (mandate.standing(today()) != Mandate.Standing.OFFERED) {
                throw new Problem(409, "mandate-changed");
            }
            book.begin(mandate, mandate.given(), me.actor());
        });
    }

    @Override
    public void layDown(SignedIn me, UUID id) {
        transaction.executeWithoutResult(_ -> {
            Mandate mandate = held(me, id);
            switch (mandate.standing(today())) {
                case ASKED -> book.end(mandate, Why.LAID_DOWN, me.actor());
                case OFFERED -> book.end(mandate, Why.DECLINED, me.actor());
                case NOT_YET, IN_FORCE -> {
                    requireNotByLaw(mandate);
                    requireNotLast(mandate);
                    book.end(mandate, Why.LAID_DOWN, me.actor());
                }
                case OVER, ENDED -> throw new Problem(409, "mandate-changed");
            }
        });
    }

    @Override
    public void end(SignedIn me, UUID id) {
        transaction.executeWithoutResult(_ -> {
            Mandate mandate = store.find(id)
                    .filter(found -> isPrincipal(me, found))
                    .orElseThrow(() -> Problem.notFound("unknown-mandate"));
            if (!mandate.isOpen(today())) {
                throw new Problem(409, "mandate-changed");
            }
            requireNotByLaw(mandate);
            requireNotLast(mandate);
            book.end(mandate, Why.REVOKED, me.actor());
        });
    }

    private Mandate held(SignedIn me, UUID id) {
        return store.find(id)
                .filter(mandate -> mandate.agent().equals(me.person()))
                .orElseThrow(() -> Problem.notFound("unknown-mandate"));
    }

    /** What the law or the register gives, nobody takes or lays down here. */
    private static void requireNotByLaw(Mandate mandate) {
        if (mandate.kind() == MandateKind.GUARDIAN || mandate.kind() == MandateKind.LEGAL_REPRESENTATIVE) {
            throw new Problem(409, "mandate-by-law");
        }
    }

    private void requireNotLast(Mandate mandate) {
        if (mandate.principal() instanceof Party.Firm(FirmId firm)
                && mandate.proof() == MandateProof.REGISTER
                && managers(firm).equals(Set.of(mandate.agent()))) {
            throw new Problem(409, "mandate-last");
        }
    }

    @Override
    public Answer askForWard(SignedIn me, Ward ward) {
        return guardianships.ask(me, ward);
    }

    @Override
    public boolean isLastOfSomeFirm(PersonId person) {
        return book.reach(person).others().stream()
                .anyMatch(party -> party instanceof Party.Firm(FirmId firm)
                        && managers(firm).equals(Set.of(person)));
    }

    @Override
    public boolean endAllOf(PersonId person) {
        Stream.concat(store.heldBy(person).stream(), store.of(new Party.Person(person)).stream())
                .filter(mandate -> mandate.isOpen(today()))
                .forEach(mandate -> book.end(mandate, Why.ACCOUNT_CLOSED, "person:" + person.value()));
        store.deleteOffersTo(person);
        return !store.heldBy(person).isEmpty()
                || !store.of(new Party.Person(person)).isEmpty();
    }

    @Override
    public LocalDate today() {
        return book.today();
    }

    @Override
    public int longestDays() {
        return (int) settings.longestProxy().toDays();
    }
}
