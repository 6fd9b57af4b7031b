package org.zhengtong.people.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Firms;
import org.zhengtong.people.identity.Gender;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.identity.WrongFields;

/** A person's own account and firms, for programs. */
@Tag(name = "People")
@RestController
@RequestMapping("/api/v1/me")
class MeApi {
    private final Identity identity;
    private final Accounts accounts;
    private final Firms firms;
    private final Sessions sessions;
    private final WrongFields wrongFields;

    MeApi(Identity identity, Accounts accounts, Firms firms, Sessions sessions, WrongFields wrongFields) {
        this.identity = identity;
        this.accounts = accounts;
        this.firms = firms;
        this.sessions = sessions;
        this.wrongFields = wrongFields;
    }

    @Operation(summary = "Who the caller is")
    @GetMapping
    Me me(SignedIn me) {
        PersonProfile person = identity.person(me.person());
        return new Me(
                person.id().value(),
                person.name(),
                person.maskedNumber(),
                person.birthDate(),
                person.gender(),
                person.phone(),
                person.address(),
                me.actingFor().map(Party::id));
    }

    /** The identity number in full; that it was opened is written down for its owner to read. */
    @Operation(summary = "The own identity number in full; the opening is written down")
    @PostMapping("/number")
    OwnNumber number(SignedIn me) {
        return new OwnNumber(
                identity.openNumber(me.person(), me.actor(), "own-profile").value());
    }

    @Operation(summary = "Change telephone and address")
    @PutMapping("/contact")
    Me changeContact(SignedIn me, @RequestBody Contact body, Locale locale) {
        Accounts.Answer answer =
                accounts.changeContact(me, text(body.phone()), text(body.address()), text(body.password()));
        if (answer instanceof Accounts.Answer.Wrong(List<WrongField> wrong)) {
            throw wrongFields.problem(wrong, locale);
        }
        return me(me);
    }

    @Operation(summary = "Change the password")
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(SignedIn me, @RequestBody NewPassword body, Locale locale) {
        Accounts.Answer answer =
                accounts.changePassword(me, text(body.present()), text(body.next()), text(body.next()));
        if (answer instanceof Accounts.Answer.Wrong(List<WrongField> wrong)) {
            throw wrongFields.problem(wrong, locale);
        }
    }

    @Operation(summary = "The firms the caller is agent of")
    @GetMapping("/firms")
    FirmList firms(SignedIn me) {
        return new FirmList(identity.firmsOf(me.person()).stream().map(Firm::of).toList());
    }

    @Operation(summary = "Register a firm and become its agent")
    @PostMapping("/firms")
    @ResponseStatus(HttpStatus.CREATED)
    Firm register(SignedIn me, @RequestBody NewAgency body, Locale locale) {
        FirmRegistration typed = new FirmRegistration(
                text(body.uscc()),
                text(body.name()),
                text(body.legalRepresentative()),
                text(body.address()),
                text(body.phone()));
        return switch (firms.register(me.person(), typed)) {
            case Firms.Answer.Done(FirmId firm) -> Firm.of(identity.firm(firm));
            case Firms.Answer.Wrong(var fields) -> throw wrongFields.problem(fields, locale);
            case Firms.Answer.Unreachable _ -> throw new Problem(503, "firm-register-unreachable");
        };
    }

    /** Hands the firm over to another registered person, who must be named with their identity number. */
    @Operation(summary = "Hand a firm over to another agent")
    @PutMapping("/firms/{id}/agent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(SignedIn me, @PathVariable UUID id, @RequestBody NewAgent body, Locale locale) {
        if (firms.handOver(me, new FirmId(id), text(body.name()), text(body.number()))
                instanceof Firms.Answer.Wrong(List<WrongField> wrong)) {
            throw wrongFields.problem(wrong, locale);
        }
    }

    /** With neither {@code firm} nor {@code person} the caller acts for themselves again. */
    @Operation(summary = "Act for a firm or another person, or for oneself again")
    @PutMapping("/acting-for")
    ActingFor actFor(SignedIn me, @RequestBody ActingFor body) {
        Optional<Party> other = body.firm()
                .<Party>map(id -> new Party.Firm(new FirmId(id)))
                .or(() -> body.person().map(id -> new Party.Person(new PersonId(id))));
        return ActingFor.of(sessions.actFor(me, other).actingFor());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** @param number masked */
    record Me(
            UUID id,
            String name,
            String number,
            LocalDate birthDate,
            Gender gender,
            String phone,
            Optional<String> address,
            Optional<UUID> actingFor) {
        @Override
        public String toString() {
            return "Me[" + id + "]";
        }
    }

    record OwnNumber(String number) {
        @Override
        public String toString() {
            return "OwnNumber";
        }
    }

    /** @param password the present password */
    record Contact(
            @Nullable String phone,
            @Nullable String address,
            @Nullable String password) {
        @Override
        public String toString() {
            return "Contact";
        }
    }

    record NewPassword(@Nullable String present, @Nullable String next) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    record NewAgency(
            @Nullable String uscc,
            @Nullable String name,
            @Nullable String legalRepresentative,
            @Nullable String address,
            @Nullable String phone) {}

    record NewAgent(@Nullable String name, @Nullable String number) {
        @Override
        public String toString() {
            return "NewAgent";
        }
    }

    record Firm(UUID id, String uscc, String name, String legalRepresentative, Optional<String> address) {
        static Firm of(FirmProfile firm) {
            return new Firm(
                    firm.id().value(), firm.uscc().value(), firm.name(), firm.legalRepresentative(), firm.address());
        }
    }

    record FirmList(List<Firm> firms) {}

    record ActingFor(Optional<UUID> firm, Optional<UUID> person) {
        static ActingFor of(Optional<Party> other) {
            return new ActingFor(
                    other.filter(Party.Firm.class::isInstance).map(Party::id),
                    other.filter(Party.Person.class::isInstance).map(Party::id));
        }
    }
}
