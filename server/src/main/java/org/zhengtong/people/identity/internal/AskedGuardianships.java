package org.zhengtong.people.identity.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Confirmation;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Mandate.Stage;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Mandates.Answer;
import org.zhengtong.people.identity.Mandates.Ward;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.RealNameProvider;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

/** A parent asks to be entered as guardian of their child; a clerk decides. */
@Component
class AskedGuardianships {
    private static final int LONGEST_NOTE = 200;

    private final Identity identity;
    private final MandateStore store;
    private final MandateBook book;
    private final RealNameProvider names;
    private final TransactionTemplate transaction;

    AskedGuardianships(
            Identity identity,
            MandateStore store,
            MandateBook book,
            RealNameProvider names,
            TransactionTemplate transaction) {
        this.identity = identity;
        this.store = store;
        this.book = book;
        this.names = names;
        this.transaction = transaction;
    }

    Answer ask(SignedIn me, Ward ward) {
        List<WrongField> wrong = new ArrayList<>();
        Optional<IdentityNumber> number = IdentityNumber.parse(ward.number());
        String name = PlainText.tidy(ward.name());
        String note = PlainText.tidy(ward.note());
        if (name.isEmpty()) {
            wrong.add(new WrongField("name", "identity.wrong.name-empty"));
        }
        if (number.isEmpty()) {
            wrong.add(new WrongField("number", "identity.wrong.number-form"));
        } else if (!number.get().birthDate().plusYears(18).isAfter(book.today())) {
            wrong.add(new WrongField("number", "identity.wrong.ward-of-age"));
        }
        PlainText.checkRequired("note", note, LONGEST_NOTE, "identity.wrong.ward-note")
                .ifPresent(wrong::add);
        if (!identity.person(me.person()).isOfAge(book.today())) {
            throw new Problem(422, "mandate-under-age");
        }
        return wrong.isEmpty() ? asked(me, name, number.orElseThrow(), note) : new Answer.Wrong(wrong);
    }

    private Answer asked(SignedIn me, String name, IdentityNumber number, String note) {
        Optional<PersonId> known = identity.findPerson(number);
        boolean other = known.filter(person -> !identity.person(person).name().equals(name))
                .isPresent();
        if (other || (known.isEmpty() && names.confirm(name, number) != Confirmation.CONFIRMED)) {
            return wrong("number", "identity.wrong.real-name");
        }
        boolean before = known.stream()
                .flatMap(person -> store.of(new Party.Person(person)).stream())
                .anyMatch(mandate -> mandate.kind() == MandateKind.GUARDIAN
                        && mandate.agent().equals(me.person())
                        && mandate.isOpen(book.today()));
        if (before) {
            return wrong("number", "identity.wrong.ward-before");
        }
        try {
            return new Answer.Done(Objects.requireNonNull(transaction.execute(_ -> {
                PersonId ward = known.orElseGet(() -> identity.add(child(me, name, number)));
                MandateBook.Draft draft = guardianship(ward, number, me.person(), Stage.ASKED);
                return book.write(draft, MandateStore.Beside.noted(note), me.actor())
                        .id();
            })));
        } catch (DuplicateKeyException addedMeanwhile) {
            return wrong("number", "identity.wrong.real-name");
        }
    }

    /** A person without an account, reached by their parent's telephone. */
    private NewPerson child(SignedIn me, String name, IdentityNumber number) {
        return new NewPerson(
                name,
                number,
                identity.person(me.person()).phone(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                names.isDemonstration());
    }

    private MandateBook.Draft guardianship(PersonId ward, IdentityNumber number, PersonId guardian, Stage stage) {
        return new MandateBook.Draft(
                new Party.Person(ward),
                guardian,
                MandateKind.GUARDIAN,
                MandateScope.WHOLE,
                book.today(),
                Optional.of(lastDayOfChildhood(number.birthDate())),
                MandateProof.HOUSEHOLD,
                stage);
    }

    /** Of age on the eighteenth birthday (民法典 17, 18). */
    static LocalDate lastDayOfChildhood(LocalDate born) {
        return born.plusYears(18).minusDays(1);
    }

    private static Answer wrong(String field, String sentence) {
        return new Answer.Wrong(List.of(new WrongField(field, sentence)));
    }
}
