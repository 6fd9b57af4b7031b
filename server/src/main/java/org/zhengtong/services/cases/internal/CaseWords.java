package org.zhengtong.services.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.StepKind;

/** What a command is called on the timeline, in the outbox and on its document. */
final class CaseWords {
    /** Part of the decision, and so in the language of the law. */
    private static final String DEEMED_RENEWED = "申请人在有效期届满三十日前提出延续申请，有效期届满前未作出决定，依照《中华人民共和国行政许可法》第五十条第二款，视为准予延续。";

    private CaseWords() {}

    /** @param after where the command led */
    static StepKind step(CaseCommand command, CaseState after) {
        return switch (command) {
            case CaseCommand.Receive _ -> StepKind.TAKEN;
            case CaseCommand.ReturnAtPrecheck _ -> StepKind.PRECHECK_RETURNED;
            case CaseCommand.Resubmit _ -> StepKind.RESUBMITTED;
            case CaseCommand.Supply _ -> StepKind.SUPPLIED;
            case CaseCommand.Announce _ -> StepKind.PROCEDURE_ANNOUNCED;
            case CaseCommand.Extend _ -> StepKind.EXTENDED;
            case CaseCommand.RequestCorrection _ -> StepKind.CORRECTION_REQUESTED;
            case CaseCommand.Correct _ -> StepKind.CORRECTED;
            case CaseCommand.Accept _ -> StepKind.ACCEPTED;
            case CaseCommand.DeemAccepted _ -> StepKind.COUNTED_AS_ACCEPTED;
            case CaseCommand.RefuseAcceptance _ -> StepKind.NOT_ACCEPTED;
            case CaseCommand.NotRequired _ -> StepKind.NOT_REQUIRED;
            case CaseCommand.StartReview _ -> StepKind.REVIEW_STARTED;
            case CaseCommand.Review _ -> after == CaseState.REVIEWED ? StepKind.REVIEWED : StepKind.SIGNED_OFF;
            case CaseCommand.SendBack _ -> StepKind.SENT_BACK;
            case CaseCommand.AskOpinion _ -> StepKind.OPINION_ASKED;
            case CaseCommand.GiveOpinion _ -> StepKind.OPINION_GIVEN;
            case CaseCommand.Recuse _ -> StepKind.RECUSED;
            case CaseCommand.Transfer _ -> StepKind.TRANSFERRED;
            case CaseCommand.Archive _ -> StepKind.ARCHIVED;
            case CaseCommand.Suspend _ -> StepKind.SUSPENDED;
            case CaseCommand.Resume _ -> StepKind.RESUMED;
            case CaseCommand.Grant _, CaseCommand.DeemRenewed _ -> StepKind.GRANTED;
            case CaseCommand.Refuse _ -> StepKind.REFUSED;
            case CaseCommand.Deliver _ -> StepKind.DELIVERED;
            case CaseCommand.Close _ -> StepKind.CLOSED;
            case CaseCommand.Withdraw _ -> StepKind.WITHDRAWN;
            case CaseCommand.Terminate _ -> StepKind.TERMINATED;
            case CaseCommand.GoOnAt _ -> StepKind.BODY_CHANGED;
        };
    }

    /** @param after how the case stands after the command */
    static CaseSeals.Detail detail(CaseCommand command, Actor actor, CaseStanding after) {
        Map<String, String> facts = new HashMap<>(CaseReplay.facts(command));
        facts.putAll(CaseReplay.told(command, after));
        return said(command, actor).with(facts);
    }

    private static CaseSeals.Detail said(CaseCommand command, Actor actor) {
        return switch (command) {
            case CaseCommand.ReturnAtPrecheck(List<Finding> findings) -> named(actor, findings);
            case CaseCommand.RequestCorrection(List<Finding> findings) -> named(actor, findings);
            case CaseCommand.RefuseAcceptance refusal ->
                new CaseSeals.Detail(
                        actor.name(),
                        refusal.reason(),
                        List.of(),
                        Optional.of(refusal.ground()),
                        refusal.competentBody().filter(body -> !body.isBlank()),
                        Map.of());
            case CaseCommand.NotRequired(String reason) -> CaseSeals.Detail.worded(actor.name(), reason);
            case CaseCommand.Review review -> CaseSeals.Detail.worded(actor.name(), review.opinion());
            case CaseCommand.SendBack(String reason) -> CaseSeals.Detail.worded(actor.name(), reason);
            case CaseCommand.AskOpinion(AskedOpinion _, String question) ->
                CaseSeals.Detail.worded(actor.name(), question);
            case CaseCommand.GiveOpinion(String _, boolean _, String opinion) ->
                CaseSeals.Detail.worded(actor.name(), opinion);
            case CaseCommand.Recuse(String reason) -> CaseSeals.Detail.worded(actor.name(), reason);
            case CaseCommand.Transfer(CaseCommand.Successor _, String reason) ->
                CaseSeals.Detail.worded(actor.name(), reason);
            case CaseCommand.Resume(String result) -> CaseSeals.Detail.worded(actor.name(), result);
            case CaseCommand.Extend(int _, String reason) -> CaseSeals.Detail.worded(actor.name(), reason);
            case CaseCommand.DeemRenewed _ -> CaseSeals.Detail.worded(actor.name(), DEEMED_RENEWED);
            case CaseCommand.Grant(String words) -> CaseSeals.Detail.worded(actor.name(), words);
            case CaseCommand.Refuse(String reason) -> CaseSeals.Detail.worded(actor.name(), reason);
            case CaseCommand.Withdraw(String reason) -> CaseSeals.Detail.worded(actor.name(), reason);
            case CaseCommand.GoOnAt(CaseCommand.BodyChange change) ->
                CaseSeals.Detail.worded(actor.name(), change.reason());
            case CaseCommand.Receive _,
                    CaseCommand.Resubmit _,
                    CaseCommand.Correct _,
                    CaseCommand.Accept _,
                    CaseCommand.DeemAccepted _,
                    CaseCommand.Supply _,
                    CaseCommand.StartReview _,
                    CaseCommand.Announce _,
                    CaseCommand.Suspend _,
                    CaseCommand.Deliver _,
                    CaseCommand.Close _,
                    CaseCommand.Archive _,
                    CaseCommand.Terminate _ -> CaseSeals.Detail.plain(actor.name());
        };
    }

    private static CaseSeals.Detail named(Actor actor, List<Finding> findings) {
        return new CaseSeals.Detail(actor.name(), "", findings, Optional.empty(), Optional.empty(), Map.of());
    }

    /** {@code cases.<topic>}; a case counted as accepted is accepted, and one that needs no licence is not accepted. */
    static String topic(StepKind what) {
        return switch (what) {
            case COUNTED_AS_ACCEPTED -> "accepted";
            case NOT_REQUIRED -> "not-accepted";
            default -> what.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The word (文号中的代字) of the series of documents a step makes one of. */
    static Optional<String> documentMark(StepKind kind) {
        return switch (kind) {
            case CORRECTION_REQUESTED -> Optional.of("补");
            case ACCEPTED, COUNTED_AS_ACCEPTED -> Optional.of("受");
            case NOT_ACCEPTED, NOT_REQUIRED -> Optional.of("不受");
            case GRANTED -> Optional.of("准");
            case REFUSED -> Optional.of("不准");
            case PROCEDURE_ANNOUNCED -> Optional.of("特");
            case EXTENDED -> Optional.of("延");
            case TERMINATED -> Optional.of("终");
            case TRANSFERRED -> Optional.of("转");
            case FILED,
                    PRECHECK_RETURNED,
                    RESUBMITTED,
                    TAKEN,
                    CORRECTION_REMINDED,
                    CORRECTED,
                    DEFERRAL_REMINDED,
                    SUPPLIED,
                    REVIEW_STARTED,
                    SIGNED_OFF,
                    REVIEWED,
                    SENT_BACK,
                    OPINION_ASKED,
                    OPINION_GIVEN,
                    RECUSED,
                    SUSPENDED,
                    RESUMED,
                    DUE_DATE_MOVED,
                    BODY_CHANGED,
                    DELIVERED,
                    CLOSED,
                    ARCHIVED,
                    WITHDRAWN -> Optional.empty();
        };
    }

    /** 发文机关代字、年份、发文顺序号 (GB/T 9704-2012, 7.2.5). */
    static String documentNumber(String body, String mark, int year, int number) {
        return body + "许" + mark + "〔" + year + "〕" + number + "号";
    }
}
