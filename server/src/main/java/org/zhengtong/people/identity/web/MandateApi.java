package org.zhengtong.people.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.Power;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.SignedMandate;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.identity.WrongFields;

/** Mandates, for programs. */
@Tag(name = "People")
@RestController
@RequestMapping("/api/v1/me/mandates")
class MandateApi {
    private final Mandates mandates;
    private final MandateCards cards;
    private final WrongFields wrongFields;

    MandateApi(Mandates mandates, MandateCards cards, WrongFields wrongFields) {
        this.mandates = mandates;
        this.cards = cards;
        this.wrongFields = wrongFields;
    }

    @Operation(summary = "Mandates the caller acts by, and those the caller gave")
    @GetMapping
    Both all(SignedIn me) {
        return new Both(
                mandates.heldBy(me.person()).stream().map(this::shown).toList(),
                mandates.givenBy(me.person()).stream().map(this::shown).toList());
    }

    @Operation(summary = "One mandate with what was signed")
    @GetMapping("/{id}")
    Whole one(SignedIn me, @PathVariable UUID id) {
        return new Whole(shown(mandates.open(me, id)), mandates.signed(me, id));
    }

    /** The agent then has to accept it. Takes a session proven within the last ten minutes. */
    @Operation(summary = "Sign a mandate for oneself, or for a firm one appoints agents for")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown sign(SignedIn me, @RequestBody NewMandate body, Locale locale) {
        return answered(me, mandates.sign(me, body.order()), locale);
    }

    @Operation(summary = "Ask to act for one's own child; a clerk decides")
    @PostMapping("/wards")
    @ResponseStatus(HttpStatus.CREATED)
    Shown ask(SignedIn me, @RequestBody NewWard body, Locale locale) {
        return answered(
                me,
                mandates.askForWard(me, new Mandates.Ward(text(body.name()), text(body.number()), text(body.note()))),
                locale);
    }

    private Shown answered(SignedIn me, Mandates.Answer answer, Locale locale) {
        return switch (answer) {
            case Mandates.Answer.Done(UUID id) -> shown(mandates.open(me, id));
            case Mandates.Answer.Wrong(List<WrongField> fields) -> throw wrongFields.problem(fields, locale);
            case Mandates.Answer.ToSign _ -> throw new IllegalStateException("signed already");
        };
    }

    @Operation(summary = "Take a mandate on")
    @PutMapping("/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(SignedIn me, @PathVariable UUID id) {
        mandates.accept(me, id);
    }

    /** The agent lays it down or declines it; who gave it takes it back. */
    @Operation(summary = "End a mandate")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(SignedIn me, @PathVariable UUID id) {
        if (mandates.open(me, id).agent().equals(me.person())) {
            mandates.layDown(me, id);
        } else {
            mandates.end(me, id);
        }
    }

    private Shown shown(Mandate mandate) {
        MandateCard card = cards.of(mandate, mandates.today());
        return new Shown(
                mandate.id(),
                new Side(mandate.principal().id(), card.principal(), mandate.principal() instanceof Party.Firm),
                new Side(mandate.agent().value(), card.agent(), false),
                mandate.kind(),
                mandate.scope().powers(),
                Set.copyOf(mandate.scope().items()),
                mandate.from(),
                mandate.until(),
                mandate.proof(),
                card.standing());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    record Both(List<Shown> held, List<Shown> given) {}

    /** Principal or agent. */
    record Side(UUID id, String name, boolean firm) {
        @Override
        public String toString() {
            return "Side[" + id + "]";
        }
    }

    /** @param items codes; empty for everything */
    record Shown(
            UUID id,
            Side principal,
            Side agent,
            MandateKind kind,
            Set<Power> powers,
            Set<String> items,
            LocalDate from,
            Optional<LocalDate> until,
            MandateProof proof,
            Mandate.Standing standing) {}

    record Whole(Shown mandate, Optional<SignedMandate> signed) {}

    /**
     * @param firm absent for oneself
     * @param items codes of items; absent or empty for everything
     */
    record NewMandate(
            @Nullable UUID firm,
            @Nullable String name,
            @Nullable String number,
            @Nullable List<String> items,
            @Nullable Set<String> powers,
            @Nullable String from,
            @Nullable String until) {
        MandateOrder order() {
            List<String> some = Objects.requireNonNullElse(items, List.of());
            return new MandateOrder(
                    Optional.ofNullable(firm).map(FirmId::new),
                    text(name),
                    text(number),
                    some.isEmpty(),
                    some,
                    Objects.requireNonNullElse(powers, Set.of()),
                    text(from),
                    text(until));
        }

        @Override
        public String toString() {
            return "NewMandate";
        }
    }

    record NewWard(
            @Nullable String name,
            @Nullable String number,
            @Nullable String note) {
        @Override
        public String toString() {
            return "NewWard";
        }
    }
}
