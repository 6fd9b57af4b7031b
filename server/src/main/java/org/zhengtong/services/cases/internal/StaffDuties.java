package org.zhengtong.services.cases.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.catalogue.ItemCode;

/** Which role does what: acceptance, review and decision are three duties; one person may hold several. */
final class StaffDuties {
    private static final Set<Role> READING = EnumSet.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);

    private StaffDuties() {}

    /** Those a view is about, whoever looks. */
    static Set<CaseState> statesOf(InboxFilter.View view) {
        return switch (view) {
            case FOR_ME, MINE ->
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
                        CaseState.TERMINATED,
                        CaseState.TRANSFERRED,
                        CaseState.ARCHIVED);
            case OPINIONS ->
                EnumSet.of(CaseState.ACCEPTED, CaseState.IN_REVIEW, CaseState.SUSPENDED, CaseState.REVIEWED);
        };
    }

    /** In which of them the role acts. */
    static Set<CaseState> statesOf(Role role) {
        return switch (role) {
            case ACCEPTANCE -> EnumSet.of(CaseState.SUBMITTED, CaseState.PRECHECK_RETURNED, CaseState.RECEIVED);
            case REVIEW -> EnumSet.of(CaseState.ACCEPTED, CaseState.IN_REVIEW, CaseState.SUSPENDED);
            case DECISION -> EnumSet.of(CaseState.REVIEWED);
            case CATALOGUE, SUPERVISION, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR ->
                EnumSet.noneOf(CaseState.class);
        };
    }

    /**
     * @return the roles that cover the command, one of which is enough; none when every member of staff may
     * @throws IllegalArgumentException when the command is not for staff
     */
    static Set<Role> rolesFor(CaseCommand command) {
        return switch (command) {
            case CaseCommand.Receive _,
                    CaseCommand.ReturnAtPrecheck _,
                    CaseCommand.RequestCorrection _,
                    CaseCommand.Accept _,
                    CaseCommand.RefuseAcceptance _,
                    CaseCommand.Transfer _,
                    CaseCommand.NotRequired _ -> Set.of(Role.ACCEPTANCE);
            case CaseCommand.StartReview _, CaseCommand.Review _, CaseCommand.Announce _, CaseCommand.Resume _ ->
                Set.of(Role.REVIEW);
            case CaseCommand.SendBack _, CaseCommand.AskOpinion _, CaseCommand.GiveOpinion _ ->
                Set.of(Role.REVIEW, Role.DECISION);
            case CaseCommand.Extend _, CaseCommand.Grant _, CaseCommand.Refuse _ -> Set.of(Role.DECISION);
            case CaseCommand.Recuse _ -> Set.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
            case CaseCommand.Resubmit _,
                    CaseCommand.Supply _,
                    CaseCommand.Suspend _,
                    CaseCommand.Correct _,
                    CaseCommand.DeemAccepted _,
                    CaseCommand.DeemRenewed _,
                    CaseCommand.Deliver _,
                    CaseCommand.Close _,
                    CaseCommand.Archive _,
                    CaseCommand.Withdraw _,
                    CaseCommand.Terminate _,
                    CaseCommand.GoOnAt _ ->
                throw new IllegalArgumentException(
                        "not for staff: " + command.getClass().getSimpleName());
        };
    }

    /** Whether one of the roles has to do with cases at all: other staff of the body have no business with them. */
    static boolean readsCases(Set<Role> roles) {
        return roles.stream().anyMatch(READING::contains);
    }

    /** Whether one of the roles that have to do with cases is held for this item. */
    static boolean reads(StaffMember staff, ItemCode item) {
        return READING.stream().anyMatch(role -> staff.has(role, item.value()));
    }

    /** Whether the case leaves the hands it is in, because somebody else's duty begins. */
    static boolean handsOver(CaseCommand command) {
        return command instanceof CaseCommand.Accept
                || command instanceof CaseCommand.Review
                || command instanceof CaseCommand.SendBack
                || command instanceof CaseCommand.Recuse
                || command instanceof CaseCommand.Transfer;
    }

    /** Whether it is done in passing, whoever has the case in hand, and leaves it there. */
    static boolean inPassing(CaseCommand command) {
        return command instanceof CaseCommand.Extend
                || command instanceof CaseCommand.GiveOpinion
                || command instanceof CaseCommand.AskOpinion;
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
            case CaseCommand.Review(boolean favourable, String opinion, String by) ->
                new CaseCommand.Review(favourable, SaidWords.checked(opinion), by);
            case CaseCommand.SendBack(String reason) -> new CaseCommand.SendBack(SaidWords.checked(reason));
            case CaseCommand.AskOpinion(AskedOpinion asked, String question) ->
                new CaseCommand.AskOpinion(asked, SaidWords.checked(question));
            case CaseCommand.GiveOpinion(String body, boolean agrees, String opinion) ->
                new CaseCommand.GiveOpinion(body, agrees, SaidWords.checked(opinion));
            case CaseCommand.Recuse(String reason) -> new CaseCommand.Recuse(SaidWords.checked(reason));
            case CaseCommand.Transfer(CaseCommand.Successor to, String reason) ->
                new CaseCommand.Transfer(to, SaidWords.checked(reason));
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
                        SaidWords.checked(finding.remedy()),
                        finding.marks()))
                .toList();
    }
}
