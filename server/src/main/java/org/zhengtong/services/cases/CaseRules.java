package org.zhengtong.services.cases;

import static org.zhengtong.services.cases.CaseState.ACCEPTED;
import static org.zhengtong.services.cases.CaseState.CORRECTION_REQUESTED;
import static org.zhengtong.services.cases.CaseState.IN_REVIEW;
import static org.zhengtong.services.cases.CaseState.PRECHECK_RETURNED;
import static org.zhengtong.services.cases.CaseState.RECEIVED;
import static org.zhengtong.services.cases.CaseState.REVIEWED;
import static org.zhengtong.services.cases.CaseState.SUBMITTED;
import static org.zhengtong.services.cases.CaseState.SUSPENDED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseDecision.NotAllowed;
import org.zhengtong.services.cases.CaseDecision.Reason;

/**
 * The law of a case: what may follow what. A function of values, without clock, database or web. The whole of it as a
 * table is docs/case-states.md.
 *
 * @param correctionDays working days an applicant has for a correction
 * @param deferralDays working days an applicant has for a material that may follow
 */
public record CaseRules(WorkingCalendar calendar, int correctionDays, int deferralDays) {

    /** Working days for the answer to a filing (行政许可法 32 (4)). */
    public static final int DAYS_TO_ACCEPT = 5;

    /** Working days by which the head of the body may extend the time for the decision, once (行政许可法 42). */
    public static final int MOST_EXTENSION = 10;

    private static final int LONGEST_PROCEDURE = 250;
    private static final Set<CaseState> UNANSWERED = EnumSet.of(SUBMITTED, PRECHECK_RETURNED, RECEIVED);
    private static final Set<CaseState> REVIEWING = EnumSet.of(ACCEPTED, IN_REVIEW);
    private static final Set<CaseState> UNDECIDED = EnumSet.of(ACCEPTED, IN_REVIEW, REVIEWED);

    /** In these it is the body whose word is missing. */
    private static final Set<CaseState> SILENT =
            EnumSet.of(SUBMITTED, PRECHECK_RETURNED, RECEIVED, ACCEPTED, IN_REVIEW, SUSPENDED, REVIEWED);

    private static final Set<CaseState> UNDELIVERED = EnumSet.of(CaseState.GRANTED, CaseState.REFUSED);
    private static final Set<CaseState> RUNNING = EnumSet.of(ACCEPTED, IN_REVIEW, SUSPENDED, REVIEWED);

    public CaseDecision transition(CaseStanding standing, CaseCommand command, CaseTerms terms, LocalDate today) {
        return switch (command) {
            case CaseCommand.Receive _ -> from(standing, Set.of(SUBMITTED), () -> new Moved(standing.in(RECEIVED)));
            case CaseCommand.ReturnAtPrecheck(List<Finding> findings) ->
                beforeAcceptance(standing, Set.of(SUBMITTED), today, () -> advise(standing, findings, today));
            case CaseCommand.Resubmit _ ->
                from(standing, Set.of(PRECHECK_RETURNED), () -> new Moved(standing.resubmitted(today)));
            case CaseCommand.RequestCorrection(List<Finding> findings) ->
                beforeAcceptance(standing, UNANSWERED, today, () -> ask(standing, findings, today));
            case CaseCommand.Correct _ ->
                from(standing, Set.of(CORRECTION_REQUESTED), () -> new Moved(standing.corrected(today)));
            case CaseCommand.Accept(Set<String> promised) ->
                from(standing, UNANSWERED, () -> accept(standing, promised, today));
            case CaseCommand.DeemAccepted(Set<String> promised) ->
                from(
                        standing,
                        UNANSWERED,
                        () -> allow(isLate(standing, today), Reason.NOT_YET, () -> accept(standing, promised, today)));
            case CaseCommand.RefuseAcceptance refusal ->
                beforeAcceptance(standing, UNANSWERED, today, () -> refuseAcceptance(standing, refusal));
            case CaseCommand.NotRequired(String reason) ->
                beforeAcceptance(
                        standing,
                        UNANSWERED,
                        today,
                        () -> withReason(reason, () -> new Moved(standing.in(CaseState.NOT_REQUIRED))));
            case CaseCommand.Supply(String material, Channel _) ->
                from(standing, RUNNING, () -> supply(standing, material, today));
            case CaseCommand.StartReview _ -> from(standing, Set.of(ACCEPTED), () -> new Moved(standing.in(IN_REVIEW)));
            case CaseCommand.Review review ->
                from(standing, REVIEWING, () -> withReason(review.opinion(), () -> sign(standing, review, terms)));
            case CaseCommand.SendBack(String reason) ->
                from(
                        standing,
                        Set.of(IN_REVIEW, REVIEWED),
                        () -> allow(
                                standing.state() == REVIEWED
                                        || !standing.signed().isEmpty(),
                                Reason.NOTHING_TO_SEND_BACK,
                                () -> withReason(reason, () -> new Moved(standing.sentBack()))));
            case CaseCommand.AskOpinion(AskedOpinion asked, String question) ->
                from(standing, UNDECIDED, () -> withReason(question, () -> askOpinion(standing, asked, today)));
            case CaseCommand.GiveOpinion(String body, boolean agrees, String opinion) ->
                from(
                        standing,
                        RUNNING,
                        () -> allow(
                                standing.opinions().stream()
                                        .anyMatch(one -> one.body().equals(body)
                                                && one.agrees().isEmpty()),
                                Reason.OPINION_NOT_AWAITED,
                                () -> withReason(opinion, () -> new Moved(standing.answered(body, agrees)))));
            case CaseCommand.Recuse(String reason) ->
                allow(
                        standing.state().isOpen(),
                        Reason.NOT_IN_THIS_STATE,
                        () -> withReason(reason, () -> new Moved(standing)));
            case CaseCommand.Transfer(CaseCommand.Successor _, String reason) ->
                beforeAcceptance(
                        standing,
                        UNANSWERED,
                        today,
                        () -> withReason(reason, () -> new Moved(standing.in(CaseState.TRANSFERRED))));
            case CaseCommand.Announce(PlannedProcedure procedure) ->
                from(standing, UNDECIDED, () -> announce(standing, procedure, terms, today));
            case CaseCommand.Suspend _ ->
                from(
                        standing,
                        UNDECIDED,
                        () -> allow(
                                standing.planned()
                                        .filter(procedure -> !procedure.from().isAfter(today))
                                        .isPresent(),
                                Reason.NOT_YET,
                                () -> new Moved(standing.suspended())));
            case CaseCommand.Resume(String result) ->
                from(standing, Set.of(SUSPENDED), () -> withReason(result, () -> new Moved(standing.resumed(today))));
            case CaseCommand.Extend(int days, String reason) ->
                from(standing, RUNNING, () -> withReason(reason, () -> extend(standing, days, terms, today)));
            case CaseCommand.Grant _ ->
                from(
                        standing,
                        Set.of(REVIEWED),
                        () -> allow(
                                standing.awaited().isEmpty(),
                                Reason.MATERIAL_AWAITED,
                                () -> decide(standing, Outcome.GRANTED, today)));
            case CaseCommand.DeemRenewed _ -> from(standing, SILENT, () -> renew(standing, today));
            case CaseCommand.Refuse(String reason) ->
                from(
                        standing,
                        Set.of(REVIEWED),
                        () -> withReason(reason, () -> decide(standing, Outcome.REFUSED, today)));
            case CaseCommand.Deliver _ ->
                from(
                        standing,
                        Set.of(CaseState.GRANTED, CaseState.REFUSED),
                        () -> new Moved(standing.delivered(today)));
            case CaseCommand.Close _ ->
                from(standing, Set.of(CaseState.DELIVERED), () -> new Moved(standing.in(CaseState.CLOSED)));
            case CaseCommand.Archive _ ->
                from(standing, Set.of(CaseState.CLOSED), () -> new Moved(standing.in(CaseState.ARCHIVED)));
            case CaseCommand.Withdraw(String reason) ->
                allow(
                        standing.state().isOpen(),
                        Reason.NOT_IN_THIS_STATE,
                        () -> withReason(reason, () -> new Moved(standing.in(CaseState.WITHDRAWN))));
            case CaseCommand.Terminate _ -> terminate(standing, today);
            case CaseCommand.GoOnAt(CaseCommand.BodyChange change) ->
                allow(
                        standing.state().isOpen() || UNDELIVERED.contains(standing.state()),
                        Reason.NOT_IN_THIS_STATE,
                        () -> new Moved(standing.goingOnAt(change)));
        };
    }

    /** The last day on which the body may still answer the filing. */
    public LocalDate acceptanceDue(CaseStanding standing) {
        return calendar.after(standing.receivedOn(), DAYS_TO_ACCEPT);
    }

    private boolean isLate(CaseStanding standing, LocalDate today) {
        return today.isAfter(acceptanceDue(standing));
    }

    private CaseDecision beforeAcceptance(
            CaseStanding standing, Set<CaseState> states, LocalDate today, Supplier<CaseDecision> then) {
        return from(standing, states, () -> allow(!isLate(standing, today), Reason.COUNTS_AS_ACCEPTED, then));
    }

    private static CaseDecision advise(CaseStanding standing, List<Finding> findings, LocalDate today) {
        return allow(
                standing.precheckedOn().isEmpty()
                        && standing.correctionAskedOn().isEmpty(),
                Reason.PRECHECKED_BEFORE,
                () -> withFindings(findings, () -> new Moved(standing.prechecked(today))));
    }

    private CaseDecision ask(CaseStanding standing, List<Finding> findings, LocalDate today) {
        return allow(
                standing.correctionAskedOn().isEmpty(),
                Reason.CORRECTION_ASKED_BEFORE,
                () -> withFindings(
                        findings,
                        () -> new Moved(standing.correctionAsked(today, calendar.after(today, correctionDays)))));
    }

    private static CaseDecision withFindings(List<Finding> findings, Supplier<CaseDecision> then) {
        boolean worded = findings.stream()
                .noneMatch(
                        finding -> finding.wrong().isBlank() || finding.remedy().isBlank());
        return allow(
                !findings.isEmpty(),
                Reason.NOTHING_TO_CORRECT,
                () -> allow(worded, Reason.FINDING_WITHOUT_WORDS, then));
    }

    /** Whoever answers too late has accepted on the day of receipt. */
    private CaseDecision accept(CaseStanding standing, Set<String> promised, LocalDate today) {
        LocalDate until = calendar.after(today, deferralDays);
        List<Deferral> deferred = promised.stream()
                .sorted()
                .map(material -> new Deferral(material, until, Optional.empty()))
                .toList();
        return new Moved(standing.accepted(isLate(standing, today) ? standing.receivedOn() : today, deferred));
    }

    private static CaseDecision refuseAcceptance(CaseStanding standing, CaseCommand.RefuseAcceptance refusal) {
        boolean named = refusal.ground() != CaseCommand.Ground.NOT_COMPETENT
                || refusal.competentBody().filter(body -> !body.isBlank()).isPresent();
        return allow(
                named,
                Reason.COMPETENT_BODY_MISSING,
                () -> withReason(refusal.reason(), () -> new Moved(standing.in(CaseState.NOT_ACCEPTED))));
    }

    private static CaseDecision supply(CaseStanding standing, String material, LocalDate today) {
        return allow(
                standing.awaited().stream().anyMatch(one -> one.material().equals(material)),
                Reason.MATERIAL_NOT_AWAITED,
                () -> new Moved(standing.supplied(material, today)));
    }

    /** The levels are signed one after the other, each by somebody else. */
    private static CaseDecision sign(CaseStanding standing, CaseCommand.Review review, CaseTerms terms) {
        int level = Math.min(standing.signed().size(), terms.levels().size() - 1);
        boolean signedBefore = !review.by().isEmpty()
                && standing.signed().stream().anyMatch(one -> one.by().equals(review.by()));
        return allow(
                !signedBefore,
                Reason.SIGNED_BEFORE,
                () -> new Moved(standing.signed(
                        new SignOff(terms.levels().get(level), review.favourable(), review.by()),
                        level == terms.levels().size() - 1)));
    }

    private static CaseDecision askOpinion(CaseStanding standing, AskedOpinion asked, LocalDate today) {
        boolean known = standing.opinions().stream().anyMatch(one -> one.body().equals(asked.body()));
        return allow(
                !known,
                Reason.OPINION_ASKED_BEFORE,
                () -> allow(
                        asked.until().isAfter(today) && asked.until().isBefore(today.plusDays(LONGEST_PROCEDURE)),
                        Reason.OPINION_DAYS_WRONG,
                        () -> new Moved(standing.asked(asked))));
    }

    private static CaseDecision renew(CaseStanding standing, LocalDate today) {
        Optional<Renewal> renewal = standing.renewal().filter(Renewal::isInTime);
        return allow(
                renewal.isPresent(),
                Reason.NOT_A_RENEWAL_IN_TIME,
                () -> allow(
                        renewal.filter(one -> today.isAfter(one.until())).isPresent(),
                        Reason.NOT_YET,
                        () -> new Moved(standing.decided(Outcome.GRANTED, today))));
    }

    private static CaseDecision decide(CaseStanding standing, Outcome outcome, LocalDate today) {
        return allow(
                standing.opinions().stream().noneMatch(one -> one.isAwaited(today)),
                Reason.OPINION_AWAITED,
                () -> new Moved(standing.decided(outcome, today)));
    }

    private static CaseDecision announce(
            CaseStanding standing, PlannedProcedure procedure, CaseTerms terms, LocalDate today) {
        if (!terms.procedures().contains(procedure.kind())) {
            return new NotAllowed(Reason.PROCEDURE_NOT_PUBLISHED);
        }
        if (standing.planned().isPresent()) {
            return new NotAllowed(Reason.PROCEDURE_PENDING);
        }
        if (procedure.days() < 1
                || procedure.days() > LONGEST_PROCEDURE
                || procedure.from().isBefore(today)) {
            return new NotAllowed(Reason.PROCEDURE_DAYS_WRONG);
        }
        CaseStanding announced = standing.announced(procedure);
        return new Moved(procedure.from().equals(today) ? announced.suspended() : announced);
    }

    private CaseDecision extend(CaseStanding standing, int days, CaseTerms terms, LocalDate today) {
        if (standing.extension().isPresent()) {
            return new NotAllowed(Reason.EXTENDED_BEFORE);
        }
        if (days < 1 || days > MOST_EXTENSION) {
            return new NotAllowed(Reason.EXTENSION_DAYS_WRONG);
        }
        return allow(
                !today.isAfter(new CaseClocks(calendar).decisionDue(standing, terms.statutoryDays(), today)),
                Reason.TOO_LATE_TO_EXTEND,
                () -> new Moved(standing.extended(new Extension(days, today))));
    }

    private static CaseDecision terminate(CaseStanding standing, LocalDate today) {
        boolean correction = standing.state() == CORRECTION_REQUESTED;
        boolean deferral =
                RUNNING.contains(standing.state()) && !standing.awaited().isEmpty();
        Optional<LocalDate> until = correction
                ? standing.correctionUntil()
                : standing.awaited().stream().map(Deferral::until).findFirst();
        return allow(
                correction || deferral,
                Reason.NOT_IN_THIS_STATE,
                () -> allow(
                        until.filter(today::isAfter).isPresent(),
                        Reason.NOT_YET,
                        () -> new Moved(standing.in(CaseState.TERMINATED))));
    }

    private static CaseDecision withReason(String reason, Supplier<CaseDecision> then) {
        return allow(!reason.isBlank(), Reason.REASON_MISSING, then);
    }

    private static CaseDecision from(CaseStanding standing, Set<CaseState> states, Supplier<CaseDecision> then) {
        return allow(states.contains(standing.state()), Reason.NOT_IN_THIS_STATE, then);
    }

    private static CaseDecision allow(boolean allowed, Reason otherwise, Supplier<CaseDecision> then) {
        return allowed ? then.get() : new NotAllowed(otherwise);
    }
}
