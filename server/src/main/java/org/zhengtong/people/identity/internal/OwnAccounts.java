package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PasswordRules;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.RealName;
import org.zhengtong.people.identity.RealNameProvider;
import org.zhengtong.people.identity.Registration;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.TelephoneNews;
import org.zhengtong.people.identity.WrongField;

@Service
class OwnAccounts implements Accounts {
    private final Identity identity;
    private final PersonStore persons;
    private final LiveSessions sessions;
    private final SigningIn signIns;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final TelephoneStore telephones;
    private final RegistrationLimits limits;
    private final RealNameProvider names;
    private final Regions regions;
    private final Outbox outbox;
    private final Identifiers identifiers;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnAccounts(
            Identity identity,
            PersonStore persons,
            LiveSessions sessions,
            SigningIn signIns,
            Passwords passwords,
            PasswordRules rules,
            TelephoneStore telephones,
            RegistrationLimits limits,
            RealNameProvider names,
            Regions regions,
            Outbox outbox,
            Identifiers identifiers,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.identity = identity;
        this.persons = persons;
        this.sessions = sessions;
        this.signIns = signIns;
        this.passwords = passwords;
        this.rules = rules;
        this.telephones = telephones;
        this.limits = limits;
        this.names = names;
        this.regions = regions;
        this.outbox = outbox;
        this.identifiers = identifiers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Answer register(Registration typed, String address) {
        return switch (typed.check(regions, rules, LocalDate.now(clock), names.isDemonstration())) {
            case Registration.Checked.Wrong(List<WrongField> fields) -> new Answer.Wrong(fields);
            case Registration.Checked.Right(NewPerson person) ->
                limits.waitUntil(address).<Answer>map(Answer.TooMany::new).orElseGet(() -> confirmed(person));
        };
    }

    private Answer confirmed(NewPerson person) {
        return switch (names.confirm(person.name(), person.number())) {
            case UNREACHABLE -> new Answer.Unreachable();
            case DIFFERENT -> wrong("number", "identity.wrong.real-name");
            case CONFIRMED -> add(person);
        };
    }

    /** Which of the two is taken, the number or the telephone, is not told. */
    private Answer add(NewPerson person) {
        Optional<PersonId> known = identity.findPerson(person.number());
        if (known.isPresent()) {
            return known(known.get(), person);
        }
        try {
            return new Answer.Done(identity.add(person));
        } catch (DuplicateKeyException taken) {
            return wrong("number", "identity.wrong.taken");
        }
    }

    /**
     * Whoever was registered at a window has no password yet. They get one by the code on the paper that a clerk gave them,
     * not by what others may know as well; and only who knows all of it is told so.
     */
    private Answer known(PersonId known, NewPerson person) {
        PersonProfile profile = identity.person(known);
        boolean same = profile.name().equals(person.name()) && profile.phone().equals(person.phone());
        boolean open = same && persons.passwordHash(known).isEmpty();
        return wrong("number", open ? "identity.wrong.by-paper" : "identity.wrong.taken");
    }

    @Override
    public Answer registerInPerson(InPerson typed, String actor) {
        return switch (typed.check(regions, LocalDate.now(clock), names.isDemonstration())) {
            case InPerson.Checked.Wrong(List<WrongField> fields) -> new Answer.Wrong(fields);
            case InPerson.Checked.Right(NewPerson person) ->
                switch (names.confirm(person.name(), person.number())) {
                    case DIFFERENT -> wrong("number", "identity.wrong.real-name");
                    case CONFIRMED -> add(person, RealName.CONFIRMED, actor);
                    case UNREACHABLE -> add(person, RealName.CARD_SEEN, actor);
                };
        };
    }

    private Answer add(NewPerson person, RealName level, String actor) {
        try {
            return new Answer.Done(Objects.requireNonNull(transaction.execute(status -> {
                PersonId added = identity.add(person);
                persons.setRealName(added, level);
                audit.append(added.value(), "identity.register-in-person", actor, Map.of("level", level.name()));
                return added;
            })));
        } catch (DuplicateKeyException taken) {
            return wrong("number", "identity.wrong.known");
        }
    }

    @Override
    public RealName realNameOf(PersonId person) {
        return persons.realName(person).orElseThrow(() -> Problem.notFound("unknown-person"));
    }

    @Override
    public Answer changeContact(SignedIn me, String phone, String address, String password) {
        sessions.requireFresh(me);
        List<WrongField> wrong = new ArrayList<>();
        String tidyAddress = PlainText.tidy(address);
        Optional<MobileNumber> number = MobileNumber.parse(phone);
        if (number.isEmpty()) {
            wrong.add(new WrongField("phone", "identity.wrong.phone"));
        }
        PlainText.check("address", tidyAddress, 120).ifPresent(wrong::add);
        checkPassword(me, "password", password).ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        try {
            transaction.executeWithoutResult(status -> {
                tellOfChange(me.person(), number.orElseThrow());
                persons.setContact(
                        me.person(),
                        number.orElseThrow().value(),
                        Optional.of(tidyAddress).filter(text -> !text.isEmpty()));
                audit.append(me.person().value(), "identity.change-contact", me.actor(), Map.of());
            });
        } catch (DuplicateKeyException taken) {
            return wrong("phone", "identity.wrong.phone-taken");
        }
        return new Answer.Done(me.person());
    }

    /** The number that is given up is told, so that its owner learns of a change that was not theirs. */
    private void tellOfChange(PersonId person, MobileNumber next) {
        String before = identity.person(person).phone();
        if (!before.equals(next.value())) {
            UUID id = identifiers.next();
            telephones.changed(person, id, before);
            outbox.publish(TelephoneNews.TOPIC, id, new TelephoneNews(id, TelephoneNews.What.GIVEN_UP));
        }
    }

    @Override
    public Answer changePassword(SignedIn me, String present, String next, String nextAgain) {
        sessions.requireFresh(me);
        List<WrongField> wrong = new ArrayList<>();
        checkPassword(me, "present", present).ifPresent(wrong::add);
        rules.check("next", next, personal(me.person())).ifPresent(wrong::add);
        if (!next.equals(nextAgain)) {
            wrong.add(new WrongField("nextAgain", "identity.wrong.password-differs"));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        String hash = passwords.hash(next);
        transaction.executeWithoutResult(status -> {
            persons.setPassword(me.person(), hash);
            audit.append(me.person().value(), "identity.change-password", me.actor(), Map.of());
        });
        sessions.closeOthers(me);
        return new Answer.Done(me.person());
    }

    @Override
    public boolean isDemonstration() {
        return names.isDemonstration();
    }

    private Optional<WrongField> checkPassword(SignedIn me, String field, String password) {
        return signIns.isPassword(me, password)
                ? Optional.empty()
                : Optional.of(new WrongField(field, "identity.wrong.present-password"));
    }

    private List<String> personal(PersonId person) {
        return List.of(
                identity.person(person).name(),
                identity.person(person).phone(),
                persons.number(person).orElseThrow().value());
    }

    private static Answer wrong(String field, String sentence) {
        return new Answer.Wrong(List.of(new WrongField(field, sentence)));
    }
}
