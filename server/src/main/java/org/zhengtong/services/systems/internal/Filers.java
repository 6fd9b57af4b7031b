package org.zhengtong.services.systems.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Confirmation;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.FirmRegister;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.RealNameProvider;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.systems.Entering.Applicant;

/** For whom a department enters a case: found in the register, or added to it once their real name is confirmed. */
@Component
class Filers {
    private static final int LONGEST_NAME = 40;

    private final Identity identity;
    private final RealNameProvider names;
    private final FirmRegister firms;
    private final Clock clock;

    Filers(Identity identity, RealNameProvider names, FirmRegister firms, Clock clock) {
        this.identity = identity;
        this.names = names;
        this.firms = firms;
        this.clock = clock;
    }

    /** @param me the applicant, or who acts for the firm, as if they filed themselves */
    record Filer(SignedIn me, Optional<FirmId> firm) {}

    /** @param system stands where a session of the applicant's would */
    Filer of(UUID system, Applicant applicant) {
        return switch (applicant) {
            case Applicant.Person person -> new Filer(signedIn(system, person(person)), Optional.empty());
            case Applicant.Firm firm -> {
                FirmProfile known = identity.firm(firm(firm));
                yield new Filer(signedIn(system, agent(known.id())), Optional.of(known.id()));
            }
        };
    }

    /** Who may act for the applicant of a case today. */
    Filer of(UUID system, Party applicant) {
        return switch (applicant) {
            case Party.Person(PersonId person) -> new Filer(signedIn(system, person), Optional.empty());
            case Party.Firm(FirmId firm) -> new Filer(signedIn(system, agent(firm)), Optional.of(firm));
        };
    }

    private PersonId agent(FirmId firm) {
        return identity.agentOf(firm).orElseThrow(() -> new Problem(422, "systems.firm-without-agent"));
    }

    private SignedIn signedIn(UUID system, PersonId person) {
        return new SignedIn(system, person, identity.nameOf(new Party.Person(person)), Optional.empty());
    }

    private PersonId person(Applicant.Person given) {
        IdentityNumber number =
                IdentityNumber.parse(given.number()).orElseThrow(() -> new Problem(422, "systems.applicant-number"));
        String name = PlainText.tidy(given.name());
        if (name.length() < 2 || PlainText.check("name", name, LONGEST_NAME).isPresent()) {
            throw new Problem(422, "systems.applicant-name");
        }
        Optional<PersonId> known = identity.findPerson(number);
        if (known.isPresent()) {
            sameName(name, identity.nameOf(new Party.Person(known.get())));
            return known.get();
        }
        MobileNumber phone =
                MobileNumber.parse(given.phone()).orElseThrow(() -> new Problem(422, "systems.applicant-phone"));
        if (number.birthDate().plusYears(18).isAfter(LocalDate.ofInstant(clock.instant(), Page.ZONE))) {
            throw new Problem(422, "filing.guardian");
        }
        confirmed(names.confirm(name, number));
        try {
            return identity.add(new NewPerson(
                    name,
                    number,
                    phone.value(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    names.isDemonstration()));
        } catch (DuplicateKeyException addedMeanwhile) {
            return identity.findPerson(number).orElseThrow(() -> addedMeanwhile);
        }
    }

    private FirmId firm(Applicant.Firm given) {
        Uscc code = Uscc.parse(given.uscc()).orElseThrow(() -> new Problem(422, "systems.applicant-uscc"));
        Optional<FirmId> known = identity.findFirm(code);
        if (known.isPresent()) {
            sameName(PlainText.tidy(given.name()), identity.nameOf(new Party.Firm(known.get())));
            return known.get();
        }
        PersonId agent = person(given.agent().orElseThrow(() -> new Problem(422, "systems.applicant-agent")));
        FirmRegistration typed = new FirmRegistration(given.uscc(), given.name(), given.representative(), "", "");
        return switch (typed.check(agent, firms.isDemonstration())) {
            case FirmRegistration.Checked.Wrong _ -> throw new Problem(422, "systems.applicant-firm");
            case FirmRegistration.Checked.Right(var firm) -> {
                confirmed(firms.confirm(code, firm.name(), firm.legalRepresentative()));
                try {
                    yield identity.add(firm);
                } catch (DuplicateKeyException addedMeanwhile) {
                    yield identity.findFirm(code).orElseThrow(() -> addedMeanwhile);
                }
            }
        };
    }

    private static void sameName(String given, String known) {
        if (!given.equals(known)) {
            throw new Problem(422, "systems.applicant-different");
        }
    }

    private static void confirmed(Confirmation confirmation) {
        switch (confirmation) {
            case CONFIRMED -> {}
            case DIFFERENT -> throw new Problem(422, "systems.applicant-different");
            case UNREACHABLE -> throw new Problem(503, "systems.register-unreachable");
        }
    }
}
