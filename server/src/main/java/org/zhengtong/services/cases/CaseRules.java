package org.zhengtong.services.cases;

import static org.zhengtong.services.cases.CaseDecision.Reason.COMPETENT_BODY_MISSING;
import static org.zhengtong.services.cases.CaseDecision.Reason.CORRECTION_ASKED_BEFORE;
import static org.zhengtong.services.cases.CaseDecision.Reason.COUNTS_AS_ACCEPTED;
import static org.zhengtong.services.cases.CaseDecision.Reason.FINDING_WITHOUT_WORDS;
import static org.zhengtong.services.cases.CaseDecision.Reason.NOTHING_TO_CORRECT;
import static org.zhengtong.services.cases.CaseDecision.Reason.NOT_IN_THIS_STATE;
import static org.zhengtong.services.cases.CaseDecision.Reason.NOT_YET;
import static org.zhengtong.services.cases.CaseDecision.Reason.REASON_MISSING;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseDecision.NotAllowed;

/**
 * The law of a case: what may follow what. A function of values, without clock, database or web.
 *
 * @param correctionDays working days an applicant has for a correction
 */
public record CaseRules(WorkingCalendar calendar, int correctionDays) {

    /** Working days for the answer to a filing (行政许可法 32 (4)). */
    public static final int DAYS_TO_ACCEPT = 5;

    public CaseDecision transition(CaseStanding standing, CaseCommand command, LocalDate today) {
        return switch (command) {
            case CaseCommand.Receive _ ->
                from(standing, Set.of(CaseState.SUBMITTED), () -> moved(standing.in(CaseState.RECEIVED)));
            case CaseCommand.RequestCorrection ask ->
                beforeAcceptance(standing, today, () -> ask(standing, ask, today));
            case CaseCommand.Correct _ ->
                from(standing, Set.of(CaseState.CORRECTION_REQUESTED), () -> moved(standing.corrected(today)));
            case CaseCommand.Accept _ ->
                from(
                        standing,
                        AWAITING,
                        () -> moved(standing.accepted(isLate(standing, today) ? standing.receivedOn() : today)));
            case CaseCommand.DeemAccepted _ ->
                from(
                        standing,
                        AWAITING,
                        () -> isLate(standing, today)
                                ? moved(standing.accepted(standing.receivedOn()))
                                : new NotAllowed(NOT_YET));
            case CaseCommand.RefuseAcceptance refusal ->
                beforeAcceptance(standing, today, () -> refuseAcceptance(standing, refusal));
            case CaseCommand.NotRequired(String reason) ->
                beforeAcceptance(standing, today, () -> withReason(reason, standing.in(CaseState.NOT_REQUIRED)));
            case CaseCommand.StartReview _ ->
                from(standing, Set.of(CaseState.ACCEPTED), () -> moved(standing.in(CaseState.IN_REVIEW)));
            case CaseCommand.Review(boolean _, String opinion) ->
                from(standing, REVIEWING, () -> withReason(opinion, standing.in(CaseState.REVIEWED)));
            case CaseCommand.Suspend(String article) ->
                from(
                        standing,
                        REVIEWING,
                        () -> withReason(article, standing.suspended(new Pause(article, today, Optional.empty()))));
            case CaseCommand.Resume _ ->
                from(standing, Set.of(CaseState.SUSPENDED), () -> moved(standing.resumed(today)));
            case CaseCommand.Grant _ ->
                from(standing, Set.of(CaseState.REVIEWED), () -> moved(standing.decided(Outcome.GRANTED, today)));
            case CaseCommand.Refuse(String reason) ->
                from(
                        standing,
                        Set.of(CaseState.REVIEWED),
                        () -> withReason(reason, standing.decided(Outcome.REFUSED, today)));
            case CaseCommand.Deliver _ ->
                from(
                        standing,
                        Set.of(CaseState.GRANTED, CaseState.REFUSED),
                        () -> moved(standing.in(CaseState.DELIVERED)));
            case CaseCommand.Close _ ->
                from(standing, Set.of(CaseState.DELIVERED), () -> moved(standing.in(CaseState.CLOSED)));
            case CaseCommand.Withdraw(String reason) ->
                standing.state().isOpen()
                        ? withReason(reason, standing.in(CaseState.WITHDRAWN))
                        : new NotAllowed(NOT_IN_THIS_STATE);
            case CaseCommand.Terminate _ ->
                from(standing, Set.of(CaseState.CORRECTION_REQUESTED), () -> terminate(standing, today));
        };
    }

    /** The last day on which the body may still answer the filing. */
    public LocalDate acceptanceDue(CaseStanding standing) {
        return calendar.after(standing.receivedOn(), DAYS_TO_ACCEPT);
    }

    private static final Set<CaseState> AWAITING = Set.of(CaseState.SUBMITTED, CaseState.RECEIVED);
    private static final Set<CaseState> REVIEWING = Set.of(CaseState.ACCEPTED, CaseState.IN_REVIEW);

    private boolean isLate(CaseStanding standing, LocalDate today) {
        return today.isAfter(acceptanceDue(standing));
    }

    private CaseDecision beforeAcceptance(CaseStanding standing, LocalDate today, Supplier<CaseDecision> then) {
        return from(
                standing, AWAITING, () -> isLate(standing, today) ? new NotAllowed(COUNTS_AS_ACCEPTED) : then.get());
    }

    private CaseDecision ask(CaseStanding standing, CaseCommand.RequestCorrection ask, LocalDate today) {
        if (standing.correctionAskedOn().isPresent()) {
            return new NotAllowed(CORRECTION_ASKED_BEFORE);
        }
        if (ask.findings().isEmpty()) {
            return new NotAllowed(NOTHING_TO_CORRECT);
        }
        if (ask.findings().stream()
                .anyMatch(
                        finding -> finding.wrong().isBlank() || finding.remedy().isBlank())) {
            return new NotAllowed(FINDING_WITHOUT_WORDS);
        }
        return moved(standing.correctionAsked(today, calendar.after(today, correctionDays)));
    }

    private static CaseDecision refuseAcceptance(CaseStanding standing, CaseCommand.RefuseAcceptance refusal) {
        if (refusal.ground() == CaseCommand.Ground.NOT_COMPETENT
                && refusal.competentBody().filter(body -> !body.isBlank()).isEmpty()) {
            return new NotAllowed(COMPETENT_BODY_MISSING);
        }
        return withReason(refusal.reason(), standing.in(CaseState.NOT_ACCEPTED));
    }

    private static CaseDecision terminate(CaseStanding standing, LocalDate today) {
        return standing.correctionUntil().filter(today::isAfter).isPresent()
                ? moved(standing.in(CaseState.TERMINATED))
                : new NotAllowed(NOT_YET);
    }

    private static CaseDecision withReason(String reason, CaseStanding next) {
        return reason.isBlank() ? new NotAllowed(REASON_MISSING) : moved(next);
    }

    private static CaseDecision from(CaseStanding standing, Set<CaseState> states, Supplier<CaseDecision> then) {
        return states.contains(standing.state()) ? then.get() : new NotAllowed(NOT_IN_THIS_STATE);
    }

    private static CaseDecision moved(CaseStanding standing) {
        return new Moved(standing);
    }
}
