package org.zhengtong.people.identity.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.FirmRegister;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Firms;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

@Service
class AgentFirms implements Firms {
    private final Identity identity;
    private final FirmStore store;
    private final FirmRegister register;

    AgentFirms(Identity identity, FirmStore store, FirmRegister register) {
        this.identity = identity;
        this.store = store;
        this.register = register;
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
        if (known.isPresent()) {
            boolean own = known.get().agent().equals(firm.agent());
            return wrong("uscc", own ? "identity.wrong.firm-yours" : "identity.wrong.firm-has-agent");
        }
        return switch (register.confirm(firm.uscc(), firm.name(), firm.legalRepresentative())) {
            case UNREACHABLE -> new Answer.Unreachable();
            case DIFFERENT -> wrong("uscc", "identity.wrong.firm-differs");
            case CONFIRMED -> add(firm);
        };
    }

    private Answer add(NewFirm firm) {
        try {
            return new Answer.Done(identity.add(firm));
        } catch (DuplicateKeyException taken) {
            return wrong("uscc", "identity.wrong.firm-has-agent");
        }
    }

    @Override
    public Answer handOver(SignedIn me, FirmId firm, String name, String number) {
        if (!identity.firm(firm).agent().equals(me.person())) {
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
