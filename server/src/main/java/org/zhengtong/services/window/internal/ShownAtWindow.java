package org.zhengtong.services.window.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateDesk;
import org.zhengtong.people.identity.MandateDesk.Seen;
import org.zhengtong.people.identity.MandateEnd;
import org.zhengtong.people.identity.MandateMatters;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Power;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.window.MandateCounter;

@Service
class ShownAtWindow implements MandateCounter {
    private static final int LONGEST_NOTE = 200;
    private static final Set<MandateProof> GUARDIANSHIPS = EnumSet.of(MandateProof.HOUSEHOLD, MandateProof.COURT);

    private final MandateDesk desk;
    private final Mandates mandates;
    private final MandateMatters matters;
    private final Accounts accounts;
    private final Identity identity;

    ShownAtWindow(MandateDesk desk, Mandates mandates, MandateMatters matters, Accounts accounts, Identity identity) {
        this.desk = desk;
        this.mandates = mandates;
        this.matters = matters;
        this.accounts = accounts;
        this.identity = identity;
    }

    @Override
    public void permit(StaffMember clerk) {
        ServedVisits.permit(clerk);
    }

    @Override
    public Mandates.Answer guardian(StaffMember clerk, GuardianTyped typed) {
        permit(clerk);
        List<WrongField> wrong = new ArrayList<>();
        Optional<MandateProof> proof = proof(typed.proof());
        if (proof.isEmpty()) {
            wrong.add(new WrongField("proof", "window.wrong.mandate-proof"));
        }
        Optional<LocalDate> until = TypedDay.parse(typed.until());
        if (until.isEmpty() && !typed.until().isBlank()) {
            wrong.add(new WrongField("until", "identity.wrong.mandate-until"));
        }
        known("guardian", typed.guardian(), wrong);
        String note = note(typed.note(), wrong);
        seen(typed.seen(), wrong);
        if (wrong.isEmpty()) {
            wrong.addAll(registered(clerk, typed));
        }
        return wrong.isEmpty()
                ? renamed(desk.record(
                        new Seen.Guardian(
                                typed.ward(),
                                typed.guardian(),
                                proof.orElseThrow(),
                                note,
                                proof.get() == MandateProof.COURT ? until : Optional.empty()),
                        clerk.person(),
                        clerk.actor()))
                : new Mandates.Answer.Wrong(wrong);
    }

    @Override
    public Mandates.Answer end(StaffMember clerk, EndingTyped typed) {
        permit(clerk);
        List<WrongField> wrong = new ArrayList<>();
        known("ward", typed.ward(), wrong);
        known("guardian", typed.guardian(), wrong);
        Optional<MandateEnd.Why> why = MandateDesk.ENDINGS.stream()
                .filter(one -> one.name().equals(typed.why()))
                .findFirst();
        if (why.isEmpty()) {
            wrong.add(new WrongField("why", "window.wrong.guardian-ending-why"));
        }
        String note = note(typed.note(), wrong);
        if (!typed.seen()) {
            wrong.add(new WrongField("seen", "window.wrong.guardian-ending-not-seen"));
        }
        return wrong.isEmpty()
                ? renamed(desk.end(
                        new MandateDesk.Ending(typed.ward(), typed.guardian(), why.orElseThrow(), note),
                        clerk.person(),
                        clerk.actor()))
                : new Mandates.Answer.Wrong(wrong);
    }

    private void known(String field, String typed, List<WrongField> wrong) {
        if (IdentityNumber.parse(typed).flatMap(identity::findPerson).isEmpty()) {
            wrong.add(new WrongField(field, "identity.wrong.mandate-unknown-person"));
        }
    }

    /** A child who is nobody here yet is registered, and reached by their guardian's telephone. */
    private List<WrongField> registered(StaffMember clerk, GuardianTyped typed) {
        Optional<IdentityNumber> number = IdentityNumber.parse(typed.ward());
        if (number.isEmpty()) {
            return List.of(new WrongField("ward", "identity.wrong.number-form"));
        }
        if (number.flatMap(identity::findPerson).isPresent()) {
            return List.of();
        }
        String phone = IdentityNumber.parse(typed.guardian())
                .flatMap(identity::findPerson)
                .map(guardian -> identity.person(guardian).phone())
                .orElse("");
        Accounts.Answer answer = accounts.registerInPerson(
                new InPerson(typed.wardName(), typed.ward(), phone, "", typed.seen()), clerk.actor());
        return answer instanceof Accounts.Answer.Wrong(List<WrongField> fields)
                ? fields.stream()
                        .map(field -> new WrongField(
                                field.field().equals("name") ? "wardName" : "ward", field.sentence(), field.values()))
                        .toList()
                : List.of();
    }

    /** The desk of mandates speaks of principal and agent, and this form of ward and guardian. */
    private static Mandates.Answer renamed(Mandates.Answer answer) {
        return answer instanceof Mandates.Answer.Wrong(List<WrongField> fields)
                ? new Mandates.Answer.Wrong(fields.stream()
                        .map(field -> new WrongField(
                                switch (field.field()) {
                                    case "principal" -> "ward";
                                    case "agent" -> "guardian";
                                    default -> field.field();
                                },
                                field.sentence(),
                                field.values()))
                        .toList())
                : answer;
    }

    @Override
    public Mandates.Answer paper(StaffMember clerk, PaperTyped typed) {
        permit(clerk);
        List<WrongField> wrong = new ArrayList<>();
        Set<Power> powers = EnumSet.noneOf(Power.class);
        Stream.of(Power.values())
                .filter(power -> typed.powers().contains(power.name()))
                .forEach(powers::add);
        if (powers.isEmpty()) {
            wrong.add(new WrongField("powers", "identity.wrong.mandate-powers"));
        }
        List<String> items = typed.everything() ? List.of() : typed.items();
        if (!typed.everything() && items.isEmpty()) {
            wrong.add(new WrongField("items", "identity.wrong.mandate-items"));
        } else if (items.size() > MandateScope.MOST_ITEMS) {
            wrong.add(new WrongField("items", "identity.wrong.mandate-too-many-items", MandateScope.MOST_ITEMS));
        } else if (!items.stream().allMatch(code -> matters.matter(code).isPresent())) {
            wrong.add(new WrongField("items", "identity.wrong.mandate-unknown-item"));
        }
        Optional<LocalDate> until = TypedDay.parse(typed.until());
        until(until).ifPresent(wrong::add);
        String note = note(typed.note(), wrong);
        if (typed.scan().isEmpty()) {
            wrong.add(new WrongField("scan", "window.wrong.mandate-scan"));
        }
        seen(typed.seen(), wrong);
        return wrong.isEmpty()
                ? desk.record(
                        new Seen.Paper(
                                typed.principal(),
                                typed.agent(),
                                new MandateScope(powers, items),
                                until.orElseThrow(),
                                note,
                                typed.scan().orElseThrow()),
                        clerk.person(),
                        clerk.actor())
                : new Mandates.Answer.Wrong(wrong);
    }

    private Optional<WrongField> until(Optional<LocalDate> until) {
        LocalDate today = mandates.today();
        if (until.isEmpty()) {
            return Optional.of(new WrongField("until", "identity.wrong.mandate-until"));
        }
        if (until.get().isBefore(today)) {
            return Optional.of(new WrongField("until", "identity.wrong.mandate-until-before"));
        }
        return until.get().isAfter(today.plusDays(mandates.longestDays()))
                ? Optional.of(new WrongField("until", "identity.wrong.mandate-too-long", mandates.longestDays()))
                : Optional.empty();
    }

    private static String note(String typed, List<WrongField> wrong) {
        String note = PlainText.tidy(typed);
        PlainText.checkRequired("note", note, LONGEST_NOTE, "window.wrong.mandate-note")
                .ifPresent(wrong::add);
        return note;
    }

    private static void seen(boolean seen, List<WrongField> wrong) {
        if (!seen) {
            wrong.add(new WrongField("seen", "window.wrong.mandate-not-seen"));
        }
    }

    private static Optional<MandateProof> proof(String name) {
        return GUARDIANSHIPS.stream().filter(proof -> proof.name().equals(name)).findFirst();
    }

    @Override
    public List<Asked> asked(StaffMember clerk) {
        permit(clerk);
        return desk.asked().stream().map(mandate -> named(mandate, "")).toList();
    }

    @Override
    public Asked open(StaffMember clerk, UUID id) {
        permit(clerk);
        Mandate mandate = desk.asked().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-mandate"));
        return named(mandate, desk.noteOf(id, clerk.actor()));
    }

    private Asked named(Mandate mandate, String note) {
        return new Asked(mandate, side(ward(mandate)), side(mandate.agent()), note);
    }

    private Side side(PersonId person) {
        PersonProfile profile = identity.person(person);
        return new Side(MaskedName.of(profile.name()), profile.maskedNumber());
    }

    private static PersonId ward(Mandate mandate) {
        return new PersonId(mandate.principal().id());
    }

    @Override
    public List<WrongField> confirm(StaffMember clerk, UUID id, String number) {
        Asked asked = open(clerk, id);
        boolean theirs = IdentityNumber.parse(number)
                .flatMap(identity::findPerson)
                .filter(ward(asked.mandate())::equals)
                .isPresent();
        if (!theirs) {
            return List.of(new WrongField("number", "window.wrong.mandate-number"));
        }
        desk.decide(id, Optional.of(MandateProof.HOUSEHOLD), clerk.person(), clerk.actor());
        return List.of();
    }

    @Override
    public void refuse(StaffMember clerk, UUID id) {
        permit(clerk);
        desk.decide(id, Optional.empty(), clerk.person(), clerk.actor());
    }
}
