package org.zhengtong.people.identity.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Confirmation;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.FirmRegister;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Firms;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateEnd;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateNews;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

@Service
class AgentFirms implements Firms {
    private final Identity identity;
    private final FirmStore store;
    private final FirmRegister register;
    private final MandateStore mandates;
    private final MandateBook book;
    private final MandateTelling telling;
    private final TransactionTemplate transaction;

    AgentFirms(
            Identity identity,
            FirmStore store,
            FirmRegister register,
            MandateStore mandates,
            MandateBook book,
            MandateTelling telling,
            TransactionTemplate transaction) {
        this.identity = identity;
        this.store = store;
        this.register = register;
        this.mandates = mandates;
        this.book = book;
        this.telling = telling;
        this.transaction = transaction;
    }

    @Override
    public Answer register(PersonId agent, FirmRegistration typed) {
        return switch (typed.check(agent, register.isDemonstration())) {
            case FirmRegistration.Checked.Wrong(List<WrongField> fields) -> new Answer.Wrong(fields);
            case FirmRegistration.Checked.Right(NewFirm firm) -> confirmed(firm);
        };
    }

    private Answer confirmed(NewFirm firm) {
        Optional<FirmProfile> known = store.withUscc(firm.uscc());
        boolean nobody =
                known.filter(found -> identity.agentOf(found.id()).isPresent()).isEmpty();
        boolean named = identity.person(firm.agent()).name().equals(firm.legalRepresentative());
        if (!nobody && !named) {
            return taken(known.get(), firm.agent());
        }
        return switch (register.confirm(firm.uscc(), firm.name(), firm.legalRepresentative())) {
            case UNREACHABLE -> new Answer.Unreachable();
            case DIFFERENT -> wrong("uscc", "identity.wrong.firm-differs");
            case CONFIRMED -> {
                boolean representative = named && isRepresentative(firm);
                yield known.isEmpty()
                        ? add(represented(firm, representative))
                        : nobody || representative
                                ? takeOver(known.get(), firm, representative)
                                : taken(known.get(), firm.agent());
            }
        };
    }

    private Answer taken(FirmProfile known, PersonId person) {
        boolean own = identity.reachOf(person).actsFor(new Party.Firm(known.id()));
        return wrong("uscc", own ? "identity.wrong.firm-yours" : "identity.wrong.firm-has-agent");
    }

    /** Names are shared by many; the register compares the number. */
    private boolean isRepresentative(NewFirm firm) {
        IdentityNumber number =
                identity.openNumber(firm.agent(), "person:" + firm.agent().value(), "firm-register");
        return register.confirmRepresentative(firm.uscc(), firm.legalRepresentative(), number)
                == Confirmation.CONFIRMED;
    }

    private static NewFirm represented(NewFirm firm, boolean represented) {
        return new NewFirm(
                firm.uscc(),
                firm.name(),
                firm.legalRepresentative(),
                firm.address(),
                firm.phone(),
                firm.agent(),
                represented,
                firm.synthetic());
    }

    private Answer add(NewFirm firm) {
        try {
            return new Answer.Done(identity.add(firm));
        } catch (DuplicateKeyException taken) {
            return wrong("uscc", "identity.wrong.firm-has-agent");
        }
    }

    /**
     * The legal representative the register names now comes into their place, and whoever was it before leaves it. Agents
     * go on until the new one ends them. A firm nobody acts for any more gets an agent again.
     */
    private Answer takeOver(FirmProfile known, NewFirm firm, boolean representative) {
        List<Mandate> before = mandates.inForceFor(known.id().value(), book.today());
        MandateKind kind = representative ? MandateKind.LEGAL_REPRESENTATIVE : MandateKind.AGENT;
        if (before.stream()
                .anyMatch(mandate -> mandate.kind() == kind && mandate.agent().equals(firm.agent()))) {
            return wrong("uscc", "identity.wrong.firm-yours");
        }
        String actor = "person:" + firm.agent().value();
        transaction.executeWithoutResult(_ -> {
            store.setRegistered(known.id(), firm.name(), firm.legalRepresentative());
            before.stream()
                    .filter(mandate -> mandate.kind() == MandateKind.LEGAL_REPRESENTATIVE
                            || (mandate.proof() == MandateProof.REGISTER
                                    && mandate.agent().equals(firm.agent())))
                    .forEach(mandate -> book.end(mandate, MandateEnd.Why.REPLACED, actor));
            Mandate mandate =
                    book.write(book.byRegister(known.id(), firm.agent(), kind), MandateStore.Beside.NOTHING, actor);
            telling.principal(mandate, MandateNews.What.BEGUN);
        });
        return new Answer.Done(known.id());
    }

    @Override
    public Answer handOver(SignedIn me, FirmId firm, String name, String number) {
        List<Mandate> inForce = mandates.inForceFor(firm.value(), book.today());
        boolean byRegister = inForce.stream()
                .anyMatch(mandate -> mandate.agent().equals(me.person())
                        && mandate.kind() == MandateKind.AGENT
                        && mandate.proof() == MandateProof.REGISTER);
        boolean represented = inForce.stream().anyMatch(mandate -> mandate.kind() == MandateKind.LEGAL_REPRESENTATIVE);
        if (!byRegister || represented) {
            throw new Problem(403, "not-agent");
        }
        Optional<PersonId> next = IdentityNumber.parse(number)
                .flatMap(identity::findPerson)
                .filter(person -> identity.person(person).name().equals(PlainText.tidy(name)));
        if (next.isEmpty()) {
            return wrong("number", "identity.wrong.agent-unknown");
        }
        if (next.get().equals(me.person())) {
            return wrong("number", "identity.wrong.agent-yourself");
        }
        identity.appoint(firm, next.get());
        return new Answer.Done(firm);
    }

    @Override
    public boolean isDemonstration() {
        return register.isDemonstration();
    }

    private static Answer wrong(String field, String sentence) {
        return new Answer.Wrong(List.of(new WrongField(field, sentence)));
    }
}
