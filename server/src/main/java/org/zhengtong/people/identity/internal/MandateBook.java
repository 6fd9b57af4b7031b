package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.Mandate.Stage;
import org.zhengtong.people.identity.MandateEnd;
import org.zhengtong.people.identity.MandateEnd.Why;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateNews.What;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;

/** The one way mandates are written: each with its leaf, its news, and an end to what open sessions remember. */
@Component
class MandateBook {
    private final MandateStore store;
    private final LiveSessions sessions;
    private final MandateTelling telling;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    MandateBook(
            MandateStore store,
            LiveSessions sessions,
            MandateTelling telling,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.telling = telling;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A mandate about to be written. */
    record Draft(
            Party principal,
            PersonId agent,
            MandateKind kind,
            MandateScope scope,
            LocalDate from,
            Optional<LocalDate> until,
            MandateProof proof,
            Stage stage) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE);
    }

    Reach reach(PersonId person) {
        return new Reach(person, store.inForceBy(person, today()));
    }

    /** In the running transaction. */
    Mandate write(Draft draft, MandateStore.Beside beside, String actor) {
        return write(identifiers.next(), draft, beside, actor);
    }

    Mandate write(UUID id, Draft draft, MandateStore.Beside beside, String actor) {
        Mandate mandate = new Mandate(
                id,
                draft.principal(),
                draft.agent(),
                draft.kind(),
                draft.scope(),
                draft.from(),
                draft.until(),
                draft.proof(),
                draft.stage(),
                actor,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        store.add(mandate, beside);
        if (mandate.standing(today()) == Mandate.Standing.IN_FORCE) {
            store.told(mandate.id(), What.BEGUN, clock.instant());
        }
        leaf(mandate, "identity.mandate-" + mandate.stage().name().toLowerCase(Locale.ROOT), actor);
        return mandate;
    }

    /** The first who acts for a firm that just joined the house: nobody is told of what they did themselves. */
    void first(FirmId firm, PersonId agent, boolean represented) {
        write(
                byRegister(firm, agent, represented ? MandateKind.LEGAL_REPRESENTATIVE : MandateKind.AGENT),
                MandateStore.Beside.NOTHING,
                "person:" + agent.value());
    }

    Draft byRegister(FirmId firm, PersonId agent, MandateKind kind) {
        return new Draft(
                new Party.Firm(firm),
                agent,
                kind,
                MandateScope.WHOLE,
                today(),
                Optional.empty(),
                MandateProof.REGISTER,
                Stage.GIVEN);
    }

    /** From its first day; both are told on that day. */
    void begin(Mandate before, Mandate after, String actor) {
        change(before, after, "identity.mandate-given", actor);
        if (after.standing(today()) == Mandate.Standing.IN_FORCE
                && store.told(after.id(), What.BEGUN, clock.instant())) {
            telling.both(after, What.BEGUN);
        }
    }

    void end(Mandate mandate, Why why, String actor) {
        Mandate ended = mandate.ended(new MandateEnd(why, actor, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        change(mandate, ended, "identity.mandate-ended", actor);
        telling.both(ended, What.ENDED);
    }

    private void change(Mandate before, Mandate after, String action, String actor) {
        if (!store.change(before, after)) {
            throw new Problem(409, "mandate-changed");
        }
        leaf(after, action, actor);
    }

    /** In the running transaction; the subject is the principal, who reads who may act for them. */
    private void leaf(Mandate mandate, String action, String actor) {
        audit.append(
                mandate.principal().id(),
                action,
                actor,
                Map.of(
                        "mandate",
                        mandate.id().toString(),
                        "agent",
                        mandate.agent().value().toString(),
                        "kind",
                        mandate.kind().name(),
                        "shown-by",
                        mandate.proof().name(),
                        "until",
                        mandate.until().map(LocalDate::toString).orElse(""),
                        "ended",
                        mandate.end().map(end -> end.why().name()).orElse("")));
        sessions.forgetAfterCommit();
    }
}
