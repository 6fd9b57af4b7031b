package org.zhengtong.services.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDecision;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseDecision.NotAllowed;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;

/**
 * Carries a command out in the running transaction: state, step, document, licence, event, audit leaf. Each answers with
 * the case as it stands then, so that nobody reads again what was just written.
 */
@Component
class CaseWork {
    private static final CaseCommand.Deliver DELIVERED_AT_ONCE = new CaseCommand.Deliver();

    private final CaseRules rules;
    private final CaseClocks clocks;
    private final WorkingCalendar calendar;
    private final Catalogue catalogue;
    private final CaseStore store;
    private final Granting granting;
    private final JointContinuation continuation;
    private final Outbox outbox;
    private final AuditLog audit;

    CaseWork(
            CaseRules rules,
            CaseClocks clocks,
            WorkingCalendar calendar,
            Catalogue catalogue,
            CaseStore store,
            Granting granting,
            JointContinuation continuation,
            Outbox outbox,
            AuditLog audit) {
        this.rules = rules;
        this.clocks = clocks;
        this.calendar = calendar;
        this.catalogue = catalogue;
        this.store = store;
        this.granting = granting;
        this.continuation = continuation;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Who has the case in hand. */
    record Hands(Optional<PersonId> person, Optional<String> name) {
        static final Hands NOBODY = new Hands(Optional.empty(), Optional.empty());

        static Hands of(CaseFile file) {
            return new Hands(file.assignee(), file.assigneeName());
        }
    }

    CaseFile carryOut(CaseFile before, CaseCommand command, Actor actor, Instant at, Hands hands) {
        return carryOut(before, command, actor, at, hands, Optional.empty());
    }

    CaseFile carryOut(
            CaseFile before,
            CaseCommand command,
            Actor actor,
            Instant now,
            Hands hands,
            Optional<CaseSeals.Content> content) {
        Instant at = before.notBefore(now);
        LocalDate today = LocalDate.ofInstant(at, Page.ZONE);
        CaseStanding decided = allowed(rules.transition(before.standing(), command, terms(before), today));
        List<CaseCommand> following = following(before, decided.state());
        CaseStanding standing = decided;
        for (CaseCommand next : following) {
            standing = allowed(rules.transition(standing, next, terms(before), today));
        }
        CaseFile written = write(before, standing, hands, content, today);
        Optional<UUID> licence = before.licence();
        if (decided.state() == CaseState.GRANTED) {
            licence = granting.issue(before, today);
            licence.ifPresent(issued -> store.setLicence(before.id(), issued));
            before.joint().ifPresent(joint -> continuation.goOn(joint, at));
        }
        StepKind kind = CaseWords.step(command, decided.state());
        tell(before, kind, standing, at, actor, Map.of("state", standing.state().name()));
        if (following.contains(DELIVERED_AT_ONCE)) {
            tell(before, StepKind.DELIVERED, standing, at, Actor.SYSTEM, Map.of());
        }
        CaseSeals.Detail detail = CaseWords.detail(command, actor, decided);
        return written.with(licence, append(before, kind, at, actor, detail, following));
    }

    /** The last thing done: whoever draws a number of a series holds it until the commit, and others of the body wait. */
    private List<CaseStep> append(
            CaseFile before,
            StepKind kind,
            Instant at,
            Actor actor,
            CaseSeals.Detail detail,
            List<CaseCommand> following) {
        List<CaseStep> appended = new ArrayList<>();
        int step = before.steps().size() + 1;
        Optional<String> document = CaseWords.documentMark(kind)
                .map(mark ->
                        number(before, mark, LocalDate.ofInstant(at, Page.ZONE).getYear()));
        appended.add(store.append(before.id(), step, kind, at, actor.id(), detail, document));
        for (CaseCommand next : following) {
            step++;
            StepKind kindOfNext = next instanceof CaseCommand.Close ? StepKind.CLOSED : StepKind.DELIVERED;
            CaseSeals.Detail plain = CaseSeals.Detail.plain("");
            appended.add(store.append(before.id(), step, kindOfNext, at, Actor.SYSTEM.id(), plain, Optional.empty()));
        }
        return appended;
    }

    /** A decision is delivered at once unless paper was wished, and what is delivered closes. */
    private static List<CaseCommand> following(CaseFile before, CaseState state) {
        return switch (state) {
            case GRANTED, REFUSED ->
                before.delivery().isOnPaper() ? List.of() : List.of(DELIVERED_AT_ONCE, new CaseCommand.Close());
            case DELIVERED -> List.of(new CaseCommand.Close());
            default -> List.of();
        };
    }

    /** Puts the case into somebody's hands without moving it. */
    CaseFile assign(CaseFile before, Actor actor, Instant now, Hands hands) {
        Instant at = before.notBefore(now);
        CaseFile written =
                write(before, before.standing(), hands, Optional.empty(), LocalDate.ofInstant(at, Page.ZONE));
        CaseStep step = store.append(
                before.id(),
                before.steps().size() + 1,
                StepKind.TAKEN,
                at,
                actor.id(),
                CaseSeals.Detail.plain(actor.name()),
                Optional.empty());
        audit.append(before.id().value(), "cases.take", actor.id(), Map.of());
        return written.with(before.licence(), List.of(step));
    }

    /** The end of what the applicant has to hand in is near and nothing has come. */
    void remind(CaseFile before, StepKind reminded, Instant now) {
        Instant at = before.notBefore(now);
        store.append(
                before.id(),
                before.steps().size() + 1,
                reminded,
                at,
                Actor.SYSTEM.id(),
                CaseSeals.Detail.plain(""),
                Optional.empty());
        tell(before, reminded, before.standing(), at, Actor.SYSTEM, Map.of());
    }

    private CaseFile write(
            CaseFile before, CaseStanding standing, Hands hands, Optional<CaseSeals.Content> content, LocalDate today) {
        Optional<Integer> took = standing.decidedOn()
                .flatMap(end -> standing.acceptedOn().map(start -> Math.max(0, calendar.between(start, end))));
        CaseStore.Change change = new CaseStore.Change(
                before,
                standing,
                clocks.pressing(standing, before.statutoryDays(), before.promisedDays(), today),
                hands.person(),
                hands.name(),
                content,
                took);
        if (!store.update(change)) {
            throw new Problem(409, "cases.changed");
        }
        return change.after(clocks.of(standing, before.statutoryDays(), before.promisedDays(), today));
    }

    private CaseTerms terms(CaseFile file) {
        return CaseTerms.of(catalogue.item(file.item(), file.itemVersion()));
    }

    private String number(CaseFile file, String mark, int year) {
        return CaseWords.documentNumber(file.bodyName(), mark, year, store.nextDocument(file.bodyUscc(), mark, year));
    }

    private void tell(
            CaseFile file, StepKind what, CaseStanding standing, Instant at, Actor actor, Map<String, String> facts) {
        outbox.publish(
                "cases." + CaseWords.topic(what),
                file.id().value(),
                new CaseEvent(
                        file.id().value(),
                        file.receiptNumber(),
                        file.item().value(),
                        file.bodyUscc(),
                        file.applicant().id(),
                        what,
                        standing.state(),
                        standing.outcome(),
                        at));
        audit.append(file.id().value(), "cases." + CaseWords.topic(what), actor.id(), facts);
    }

    private static CaseStanding allowed(CaseDecision decision) {
        return switch (decision) {
            case Moved moved -> moved.standing();
            case NotAllowed refused -> throw problem(refused.reason());
        };
    }

    private static Problem problem(CaseDecision.Reason reason) {
        int status = switch (reason) {
            case NOT_IN_THIS_STATE,
                    PRECHECKED_BEFORE,
                    CORRECTION_ASKED_BEFORE,
                    COUNTS_AS_ACCEPTED,
                    NOT_YET,
                    MATERIAL_NOT_AWAITED,
                    MATERIAL_AWAITED,
                    PROCEDURE_PENDING,
                    EXTENDED_BEFORE,
                    TOO_LATE_TO_EXTEND,
                    SIGNED_BEFORE,
                    NOTHING_TO_SEND_BACK,
                    OPINION_ASKED_BEFORE,
                    OPINION_AWAITED,
                    OPINION_NOT_AWAITED,
                    NOT_A_RENEWAL_IN_TIME -> 409;
            case NOTHING_TO_CORRECT,
                    FINDING_WITHOUT_WORDS,
                    REASON_MISSING,
                    COMPETENT_BODY_MISSING,
                    PROCEDURE_NOT_PUBLISHED,
                    PROCEDURE_DAYS_WRONG,
                    OPINION_DAYS_WRONG,
                    EXTENSION_DAYS_WRONG -> 422;
        };
        return new Problem(
                status, "cases." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
