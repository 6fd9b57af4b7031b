package org.zhengtong.services.cases.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.InboxFilter;

/** Which role does what: acceptance, review and decision are three duties; one person may hold several. */
final class StaffDuties {
    private StaffDuties() {}

    static Set<CaseState> statesOf(Set<Role> roles) {
        return roles.stream()
                .flatMap(role -> statesOf(role).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));
    }

    static Set<CaseState> statesOf(InboxFilter.View view, Set<Role> roles) {
        return switch (view) {
            case FOR_ME -> statesOf(roles);
            case MINE ->
                EnumSet.of(
                        CaseState.SUBMITTED,
                        CaseState.PRECHECK_RETURNED,
                        CaseState.RECEIVED,
                        CaseState.CORRECTION_REQUESTED,
                        CaseState.ACCEPTED,
                        CaseState.IN_REVIEW,
                        CaseState.SUSPENDED,
                        CaseState.REVIEWED);
            case ACCEPTANCE -> statesOf(Role.ACCEPTANCE);
            case REVIEW -> statesOf(Role.REVIEW);
            case DECISION -> statesOf(Role.DECISION);
            case WAITING -> EnumSet.of(CaseState.CORRECTION_REQUESTED);
            case DONE ->
                EnumSet.of(
                        CaseState.GRANTED,
                        CaseState.REFUSED,
                        CaseState.DELIVERED,
                        CaseState.CLOSED,
                        CaseState.NOT_ACCEPTED,
                        CaseState.NOT_REQUIRED,
                        CaseState.WITHDRAWN,
                        CaseState.TERMINATED);
        };
    }

    private static Set<CaseState> statesOf(Role role) {
        return switch (role) {
            case ACCEPTANCE -> EnumSet.of(CaseState.SUBMITTED, CaseState.PRECHECK_RETURNED, CaseState.RECEIVED);
            case REVIEW -> EnumSet.of(CaseState.ACCEPTED, CaseState.IN_REVIEW, CaseState.SUSPENDED);
            case DECISION -> EnumSet.of(CaseState.REVIEWED);
            case CATALOGUE, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR ->
                EnumSet.noneOf(CaseState.class);
        };
    }

    /** @throws IllegalArgumentException when the command is not for staff */
    static Role roleFor(CaseCommand command) {
        return switch (command) {
            case CaseCommand.Receive _,
                    CaseCommand.ReturnAtPrecheck _,
                    CaseCommand.RequestCorrection _,
                    CaseCommand.Accept _,
                    CaseCommand.RefuseAcceptance _,
                    CaseCommand.NotRequired _ -> Role.ACCEPTANCE;
            case CaseCommand.StartReview _, CaseCommand.Review _, CaseCommand.Announce _, CaseCommand.Resume _ ->
                Role.REVIEW;
            case CaseCommand.Extend _, CaseCommand.Grant _, CaseCommand.Refuse _ -> Role.DECISION;
            case CaseCommand.Resubmit _,
                    CaseCommand.Supply _,
                    CaseCommand.Suspend _,
                    CaseCommand.Correct _,
                    CaseCommand.DeemAccepted _,
                    CaseCommand.Deliver _,
                    CaseCommand.Close _,
                    CaseCommand.Withdraw _,
                    CaseCommand.Terminate _ ->
                throw new IllegalArgumentException(
                        "not for staff: " + command.getClass().getSimpleName());
        };
    }

    /** Whether the case leaves the hands it is in, because somebody else's duty begins. */
    static boolean handsOver(CaseCommand command) {
        return command instanceof CaseCommand.Accept || command instanceof CaseCommand.Review;
    }

    /** Whether it is done in passing, whoever has the case in hand, and leaves it there. */
    static boolean inPassing(CaseCommand command) {
        return command instanceof CaseCommand.Extend;
    }

    /** The same command with its words cleaned. */
    static CaseCommand checked(CaseCommand command) {
        return switch (command) {
            case CaseCommand.ReturnAtPrecheck(List<Finding> findings) ->
                new CaseCommand.ReturnAtPrecheck(checked(findings));
            case CaseCommand.RequestCorrection(List<Finding> findings) ->
                new CaseCommand.RequestCorrection(checked(findings));
            case CaseCommand.RefuseAcceptance refusal ->
                new CaseCommand.RefuseAcceptance(
                        refusal.ground(),
                        SaidWords.checked(refusal.reason()),
                        refusal.competentBody().map(SaidWords::checked));
            case CaseCommand.NotRequired(String reason) -> new CaseCommand.NotRequired(SaidWords.checked(reason));
            case CaseCommand.Review(boolean favourable, String opinion) ->
                new CaseCommand.Review(favourable, SaidWords.checked(opinion));
            case CaseCommand.Resume(String result) -> new CaseCommand.Resume(SaidWords.checked(result));
            case CaseCommand.Extend(int days, String reason) -> new CaseCommand.Extend(days, SaidWords.checked(reason));
            case CaseCommand.Grant(String words) -> new CaseCommand.Grant(SaidWords.checked(words));
            case CaseCommand.Refuse(String reason) -> new CaseCommand.Refuse(SaidWords.checked(reason));
            default -> command;
        };
    }

    private static List<Finding> checked(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Finding(
                        finding.kind(),
                        finding.id(),
                        finding.name(),
                        SaidWords.checked(finding.wrong()),
                        SaidWords.checked(finding.remedy())))
                .toList();
    }
}
