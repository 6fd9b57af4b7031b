package org.zhengtong.services.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.cases.CaseState.ACCEPTED;
import static org.zhengtong.services.cases.CaseState.ARCHIVED;
import static org.zhengtong.services.cases.CaseState.CLOSED;
import static org.zhengtong.services.cases.CaseState.CORRECTION_REQUESTED;
import static org.zhengtong.services.cases.CaseState.DELIVERED;
import static org.zhengtong.services.cases.CaseState.GRANTED;
import static org.zhengtong.services.cases.CaseState.IN_REVIEW;
import static org.zhengtong.services.cases.CaseState.NOT_ACCEPTED;
import static org.zhengtong.services.cases.CaseState.NOT_REQUIRED;
import static org.zhengtong.services.cases.CaseState.PRECHECK_RETURNED;
import static org.zhengtong.services.cases.CaseState.RECEIVED;
import static org.zhengtong.services.cases.CaseState.REFUSED;
import static org.zhengtong.services.cases.CaseState.REVIEWED;
import static org.zhengtong.services.cases.CaseState.SUBMITTED;
import static org.zhengtong.services.cases.CaseState.SUSPENDED;
import static org.zhengtong.services.cases.CaseState.TERMINATED;
import static org.zhengtong.services.cases.CaseState.TRANSFERRED;
import static org.zhengtong.services.cases.CaseState.WITHDRAWN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengtong.services.cases.CaseCommand.Ground;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseDecision.NotAllowed;
import org.zhengtong.services.cases.CaseDecision.Reason;
import org.zhengtong.services.catalogue.SpecialProcedure;

class CaseRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Finding FINDING = new Finding(Finding.Kind.MATERIAL, "m1", "营业执照", "照片看不清", "请重新拍照上传");

    private final CaseRules rules = new CaseRules(new FestivalCalendar(), 30, 10);
    private static final PlannedProcedure TODAY = new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, MONDAY, 5);
    private static final AskedOpinion ASKED =
            new AskedOpinion("11330100002489559B", "自然资源和规划局", LocalDate.of(2026, 3, 9), Optional.empty());
    static final CaseTerms TERMS = new CaseTerms(20, 8, Set.of(SpecialProcedure.Kind.INSPECTION), List.of());

    /** Where each command leads on the day of filing, by the state it is given in; everywhere else it is refused. */
    private static final Map<CaseCommand, Map<CaseState, CaseState>> TABLE = Map.ofEntries(
            Map.entry(new CaseCommand.Receive(), Map.of(SUBMITTED, RECEIVED)),
            Map.entry(new CaseCommand.ReturnAtPrecheck(List.of(FINDING)), Map.of(SUBMITTED, PRECHECK_RETURNED)),
            Map.entry(new CaseCommand.Resubmit(), Map.of(PRECHECK_RETURNED, SUBMITTED)),
            Map.entry(new CaseCommand.Supply("m9"), Map.of()),
            Map.entry(new CaseCommand.Suspend(), Map.of()),
            Map.entry(
                    new CaseCommand.Extend(10, "案情复杂"),
                    Map.of(ACCEPTED, ACCEPTED, IN_REVIEW, IN_REVIEW, SUSPENDED, SUSPENDED, REVIEWED, REVIEWED)),
            Map.entry(
                    new CaseCommand.RequestCorrection(List.of(FINDING)),
                    Map.of(
                            SUBMITTED,
                            CORRECTION_REQUESTED,
                            PRECHECK_RETURNED,
                            CORRECTION_REQUESTED,
                            RECEIVED,
                            CORRECTION_REQUESTED)),
            Map.entry(new CaseCommand.Correct(), Map.of(CORRECTION_REQUESTED, RECEIVED)),
            Map.entry(
                    new CaseCommand.Accept(),
                    Map.of(SUBMITTED, ACCEPTED, PRECHECK_RETURNED, ACCEPTED, RECEIVED, ACCEPTED)),
            Map.entry(new CaseCommand.DeemAccepted(Set.of()), Map.of()),
            Map.entry(
                    new CaseCommand.RefuseAcceptance(Ground.NOT_ADMISSIBLE, "已有同一申请", Optional.empty()),
                    Map.of(SUBMITTED, NOT_ACCEPTED, PRECHECK_RETURNED, NOT_ACCEPTED, RECEIVED, NOT_ACCEPTED)),
            Map.entry(
                    new CaseCommand.NotRequired("只卖预包装食品"),
                    Map.of(SUBMITTED, NOT_REQUIRED, PRECHECK_RETURNED, NOT_REQUIRED, RECEIVED, NOT_REQUIRED)),
            Map.entry(
                    new CaseCommand.Transfer(CaseCommand.Successor.at("item"), "属县级事权"),
                    Map.of(SUBMITTED, TRANSFERRED, PRECHECK_RETURNED, TRANSFERRED, RECEIVED, TRANSFERRED)),
            Map.entry(new CaseCommand.SendBack("请复核面积"), Map.of(REVIEWED, IN_REVIEW)),
            Map.entry(
                    new CaseCommand.AskOpinion(ASKED, "是否符合规划"),
                    Map.of(ACCEPTED, ACCEPTED, IN_REVIEW, IN_REVIEW, REVIEWED, REVIEWED)),
            Map.entry(new CaseCommand.GiveOpinion(ASKED.body(), true, "符合"), Map.of()),
            Map.entry(
                    new CaseCommand.Recuse("申请人是亲属"),
                    Arrays.stream(CaseState.values())
                            .filter(CaseState::isOpen)
                            .collect(Collectors.toMap(state -> state, state -> state))),
            Map.entry(new CaseCommand.DeemRenewed(), Map.of()),
            Map.entry(new CaseCommand.Archive(), Map.of(CLOSED, ARCHIVED)),
            Map.entry(new CaseCommand.StartReview(), Map.of(ACCEPTED, IN_REVIEW)),
            Map.entry(new CaseCommand.Review(true, "符合条件"), Map.of(ACCEPTED, REVIEWED, IN_REVIEW, REVIEWED)),
            Map.entry(
                    new CaseCommand.Announce(TODAY),
                    Map.of(ACCEPTED, SUSPENDED, IN_REVIEW, SUSPENDED, REVIEWED, SUSPENDED)),
            Map.entry(new CaseCommand.Resume("核查通过"), Map.of(SUSPENDED, IN_REVIEW)),
            Map.entry(new CaseCommand.Grant(""), Map.of(REVIEWED, GRANTED)),
            Map.entry(new CaseCommand.Refuse("不符合条件"), Map.of(REVIEWED, REFUSED)),
            Map.entry(new CaseCommand.Deliver(), Map.of(GRANTED, DELIVERED, REFUSED, DELIVERED)),
            Map.entry(new CaseCommand.Close(), Map.of(DELIVERED, CLOSED)),
            Map.entry(
                    new CaseCommand.Withdraw("不办了"),
                    Map.of(
                            SUBMITTED,
                            WITHDRAWN,
                            PRECHECK_RETURNED,
                            WITHDRAWN,
                            RECEIVED,
                            WITHDRAWN,
                            CORRECTION_REQUESTED,
                            WITHDRAWN,
                            ACCEPTED,
                            WITHDRAWN,
                            IN_REVIEW,
                            WITHDRAWN,
                            SUSPENDED,
                            WITHDRAWN,
                            REVIEWED,
                            WITHDRAWN)),
            Map.entry(new CaseCommand.Terminate(), Map.of()),
            Map.entry(
                    new CaseCommand.GoOnAt(
                            new CaseCommand.BodyChange(true, "from", "旧机构", "to", "新机构", "〔2026〕1号", "撤并")),
                    Arrays.stream(CaseState.values())
                            .filter(state -> state.isOpen() || state == GRANTED || state == REFUSED)
                            .collect(Collectors.toMap(state -> state, state -> state))));

    private static final CaseTerms TWO_LEVELS = new CaseTerms(20, 8, Set.of(), List.of("承办人审查", "科室负责人审核"));

    @Test
    void each_level_of_the_review_is_signed_by_somebody_else_and_only_the_last_makes_the_decision_due() {
        CaseStanding first = moved(rules.transition(
                standing(IN_REVIEW), new CaseCommand.Review(true, "符合", "staff:a"), TWO_LEVELS, MONDAY));

        assertThat(first.state()).isEqualTo(IN_REVIEW);
        assertThat(rules.transition(first, new CaseCommand.Review(true, "符合", "staff:a"), TWO_LEVELS, MONDAY))
                .isEqualTo(new NotAllowed(Reason.SIGNED_BEFORE));
        CaseStanding second =
                moved(rules.transition(first, new CaseCommand.Review(false, "面积不足", "staff:b"), TWO_LEVELS, MONDAY));
        assertThat(second.state()).isEqualTo(REVIEWED);
        assertThat(second.signed())
                .containsExactly(new SignOff("承办人审查", true, "staff:a"), new SignOff("科室负责人审核", false, "staff:b"));
    }

    @Test
    void what_is_sent_back_is_signed_from_the_first_level_again() {
        CaseStanding signed = moved(rules.transition(
                standing(IN_REVIEW), new CaseCommand.Review(true, "符合", "staff:a"), TWO_LEVELS, MONDAY));

        CaseStanding back = moved(rules.transition(signed, new CaseCommand.SendBack("面积要复核"), TWO_LEVELS, MONDAY));

        assertThat(back.signed()).isEmpty();
        assertThat(rules.transition(standing(IN_REVIEW), new CaseCommand.SendBack("复核"), TWO_LEVELS, MONDAY))
                .isEqualTo(new NotAllowed(Reason.NOTHING_TO_SEND_BACK));
    }

    @Test
    void nothing_is_decided_while_another_body_has_time_to_answer_and_its_silence_is_no_objection() {
        CaseStanding asked =
                moved(rules.transition(standing(REVIEWED), new CaseCommand.AskOpinion(ASKED, "是否符合规划"), TERMS, MONDAY));

        assertThat(rules.transition(asked, new CaseCommand.Grant(""), TERMS, ASKED.until()))
                .isEqualTo(new NotAllowed(Reason.OPINION_AWAITED));
        assertThat(rules.transition(
                        asked, new CaseCommand.Grant(""), TERMS, ASKED.until().plusDays(1)))
                .isInstanceOf(Moved.class);
        CaseStanding answered =
                moved(rules.transition(asked, new CaseCommand.GiveOpinion(ASKED.body(), false, "不符合"), TERMS, MONDAY));
        assertThat(rules.transition(answered, new CaseCommand.Refuse("不符合规划"), TERMS, MONDAY))
                .isInstanceOf(Moved.class);
        assertThat(rules.transition(asked, new CaseCommand.AskOpinion(ASKED, "再问一次"), TERMS, MONDAY))
                .isEqualTo(new NotAllowed(Reason.OPINION_ASKED_BEFORE));
    }

    static CaseStanding renewing(CaseStanding standing, Renewal renewal) {
        return standing.with(change -> change.renewal = Optional.of(renewal));
    }

    @Test
    void a_licence_whose_renewal_was_applied_for_in_time_counts_as_renewed_the_day_after_it_expired() {
        LocalDate until = MONDAY.plusDays(30);
        CaseStanding inTime = renewing(standing(IN_REVIEW), new Renewal(new UUID(0, 1), until, MONDAY));
        CaseStanding late = renewing(standing(IN_REVIEW), new Renewal(new UUID(0, 1), until, MONDAY.plusDays(1)));

        assertThat(rules.transition(inTime, new CaseCommand.DeemRenewed(), TERMS, until))
                .isEqualTo(new NotAllowed(Reason.NOT_YET));
        assertThat(moved(rules.transition(inTime, new CaseCommand.DeemRenewed(), TERMS, until.plusDays(1)))
                        .outcome())
                .contains(Outcome.GRANTED);
        assertThat(rules.transition(late, new CaseCommand.DeemRenewed(), TERMS, until.plusDays(1)))
                .isEqualTo(new NotAllowed(Reason.NOT_A_RENEWAL_IN_TIME));
    }

    private static CaseStanding moved(CaseDecision decision) {
        return ((Moved) decision).standing();
    }

    static Stream<CaseState> every_state() {
        return Arrays.stream(CaseState.values());
    }

    @ParameterizedTest
    @MethodSource("every_state")
    void every_command_leads_where_the_table_says_or_nowhere(CaseState state) {
        TABLE.forEach((command, moves) -> {
            CaseDecision decision = rules.transition(standing(state), command, TERMS, MONDAY);

            if (moves.containsKey(state)) {
                assertThat(decision).as("%s in %s", command, state).isInstanceOf(Moved.class);
                assertThat(((Moved) decision).standing().state()).isEqualTo(moves.get(state));
            } else {
                assertThat(decision).as("%s in %s", command, state).isInstanceOf(NotAllowed.class);
            }
        });
    }

    @Test
    void the_table_has_every_command() {
        assertThat(TABLE).hasSize(CaseCommand.class.getPermittedSubclasses().length);
    }

    @Test
    void a_correction_is_asked_for_only_once() {
        CaseStanding corrected = moved(
                moved(CaseStanding.filed(MONDAY), new CaseCommand.RequestCorrection(List.of(FINDING)), MONDAY),
                new CaseCommand.Correct(),
                MONDAY.plusDays(3));

        assertThat(rules.transition(
                        corrected, new CaseCommand.RequestCorrection(List.of(FINDING)), TERMS, MONDAY.plusDays(3)))
                .isEqualTo(new NotAllowed(Reason.CORRECTION_ASKED_BEFORE));
    }

    @Test
    void a_correction_notice_names_something_and_says_what_to_do() {
        assertThat(refusedOnMonday(new CaseCommand.RequestCorrection(List.of())))
                .isEqualTo(Reason.NOTHING_TO_CORRECT);
        assertThat(refusedOnMonday(new CaseCommand.RequestCorrection(
                        List.of(FINDING, new Finding(Finding.Kind.FIELD, "f", "住所", "与租约不同", " ")))))
                .isEqualTo(Reason.FINDING_WITHOUT_WORDS);
    }

    @Test
    void the_period_for_the_correction_is_thirty_working_days() {
        CaseStanding asked =
                moved(CaseStanding.filed(MONDAY), new CaseCommand.RequestCorrection(List.of(FINDING)), MONDAY);

        assertThat(asked.correctionUntil()).contains(LocalDate.of(2026, 4, 13));
    }

    @Test
    void who_is_not_competent_names_who_is() {
        assertThat(refusedOnMonday(new CaseCommand.RefuseAcceptance(Ground.NOT_COMPETENT, "不归本局管", Optional.of(" "))))
                .isEqualTo(Reason.COMPETENT_BODY_MISSING);
    }

    @Test
    void refusing_and_withdrawing_need_a_reason() {
        assertThat(refusedOnMonday(new CaseCommand.RefuseAcceptance(Ground.NOT_ADMISSIBLE, "", Optional.empty())))
                .isEqualTo(Reason.REASON_MISSING);
        assertThat(refusedOnMonday(new CaseCommand.Withdraw(" "))).isEqualTo(Reason.REASON_MISSING);
        assertThat(rules.transition(standing(REVIEWED), new CaseCommand.Refuse(""), TERMS, MONDAY))
                .isEqualTo(new NotAllowed(Reason.REASON_MISSING));
    }

    @Test
    void five_working_days_without_a_word_count_as_acceptance_from_the_day_of_receipt() {
        CaseStanding filed = CaseStanding.filed(MONDAY);
        LocalDate fifthDay = LocalDate.of(2026, 3, 9);

        assertThat(rules.transition(filed, new CaseCommand.DeemAccepted(Set.of()), TERMS, fifthDay))
                .isEqualTo(new NotAllowed(Reason.NOT_YET));
        CaseStanding accepted = moved(filed, new CaseCommand.DeemAccepted(Set.of()), fifthDay.plusDays(1));

        assertThat(accepted.state()).isEqualTo(ACCEPTED);
        assertThat(accepted.acceptedOn()).contains(MONDAY);
    }

    @Test
    void after_five_working_days_the_body_can_neither_refuse_nor_ask() {
        CaseStanding filed = CaseStanding.filed(MONDAY);
        LocalDate sixthDay = LocalDate.of(2026, 3, 10);

        for (CaseCommand late : List.of(
                new CaseCommand.RequestCorrection(List.of(FINDING)),
                new CaseCommand.RefuseAcceptance(Ground.NOT_ADMISSIBLE, "理由", Optional.empty()),
                new CaseCommand.NotRequired("理由"))) {
            assertThat(rules.transition(filed, late, TERMS, sixthDay))
                    .isEqualTo(new NotAllowed(Reason.COUNTS_AS_ACCEPTED));
        }
        assertThat(moved(filed, new CaseCommand.Accept(), sixthDay).acceptedOn())
                .contains(MONDAY);
    }

    @Test
    void the_five_days_begin_anew_with_the_correction() {
        CaseStanding asked =
                moved(CaseStanding.filed(MONDAY), new CaseCommand.RequestCorrection(List.of(FINDING)), MONDAY);
        LocalDate weeksLater = LocalDate.of(2026, 3, 23);
        CaseStanding corrected = moved(asked, new CaseCommand.Correct(), weeksLater);

        assertThat(rules.acceptanceDue(corrected)).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(moved(corrected, new CaseCommand.DeemAccepted(Set.of()), LocalDate.of(2026, 3, 31))
                        .acceptedOn())
                .contains(weeksLater);
    }

    @Test
    void a_case_ends_when_the_correction_never_comes() {
        CaseStanding asked =
                moved(CaseStanding.filed(MONDAY), new CaseCommand.RequestCorrection(List.of(FINDING)), MONDAY);

        assertThat(rules.transition(asked, new CaseCommand.Terminate(), TERMS, LocalDate.of(2026, 4, 13)))
                .isEqualTo(new NotAllowed(Reason.NOT_YET));
        assertThat(moved(asked, new CaseCommand.Terminate(), LocalDate.of(2026, 4, 14))
                        .state())
                .isEqualTo(TERMINATED);
    }

    @Test
    void advice_before_receipt_is_given_once_and_stops_no_clock() {
        CaseStanding advised =
                moved(CaseStanding.filed(MONDAY), new CaseCommand.ReturnAtPrecheck(List.of(FINDING)), MONDAY);

        assertThat(moved(advised, new CaseCommand.DeemAccepted(Set.of()), LocalDate.of(2026, 3, 10))
                        .acceptedOn())
                .contains(MONDAY);
        CaseStanding again = moved(advised, new CaseCommand.Resubmit(), MONDAY.plusDays(1));
        assertThat(again.receivedOn()).isEqualTo(MONDAY.plusDays(1));
        assertThat(rules.transition(
                        again, new CaseCommand.ReturnAtPrecheck(List.of(FINDING)), TERMS, MONDAY.plusDays(1)))
                .isEqualTo(new NotAllowed(Reason.PRECHECKED_BEFORE));
    }

    @Test
    void a_promised_material_comes_in_time_or_the_case_ends_and_nothing_is_granted_before() {
        CaseStanding accepted = moved(CaseStanding.filed(MONDAY), new CaseCommand.Accept(Set.of("m9")), MONDAY);
        LocalDate last = LocalDate.of(2026, 3, 16);

        assertThat(accepted.awaited()).containsExactly(new Deferral("m9", last, Optional.empty()));
        CaseStanding reviewed = moved(accepted, new CaseCommand.Review(true, "符合"), MONDAY);
        assertThat(refused(reviewed, new CaseCommand.Grant(""), MONDAY)).isEqualTo(Reason.MATERIAL_AWAITED);
        assertThat(refused(reviewed, new CaseCommand.Supply("m8"), MONDAY)).isEqualTo(Reason.MATERIAL_NOT_AWAITED);
        assertThat(refused(reviewed, new CaseCommand.Terminate(), last)).isEqualTo(Reason.NOT_YET);
        assertThat(moved(reviewed, new CaseCommand.Terminate(), last.plusDays(1))
                        .state())
                .isEqualTo(TERMINATED);

        CaseStanding complete = moved(reviewed, new CaseCommand.Supply("m9"), last);
        assertThat(moved(complete, new CaseCommand.Grant(""), last).state()).isEqualTo(GRANTED);
        assertThat(refused(complete, new CaseCommand.Supply("m9"), last)).isEqualTo(Reason.MATERIAL_NOT_AWAITED);
        assertThat(refused(complete, new CaseCommand.Terminate(), last.plusDays(60)))
                .isEqualTo(Reason.NOT_IN_THIS_STATE);
    }

    @Test
    void only_a_published_special_procedure_announced_for_a_day_to_come_stops_the_clock() {
        CaseStanding accepted = moved(CaseStanding.filed(MONDAY), new CaseCommand.Accept(), MONDAY);

        assertThat(refused(accepted, announce(SpecialProcedure.Kind.HEARING, MONDAY, 5), MONDAY))
                .isEqualTo(Reason.PROCEDURE_NOT_PUBLISHED);
        assertThat(refused(accepted, announce(SpecialProcedure.Kind.INSPECTION, MONDAY.minusDays(1), 5), MONDAY))
                .isEqualTo(Reason.PROCEDURE_DAYS_WRONG);
        assertThat(refused(accepted, announce(SpecialProcedure.Kind.INSPECTION, MONDAY, 0), MONDAY))
                .isEqualTo(Reason.PROCEDURE_DAYS_WRONG);

        CaseStanding planned =
                moved(accepted, announce(SpecialProcedure.Kind.INSPECTION, MONDAY.plusDays(3), 5), MONDAY);
        assertThat(planned.state()).isEqualTo(ACCEPTED);
        assertThat(refused(planned, announce(SpecialProcedure.Kind.INSPECTION, MONDAY, 5), MONDAY))
                .isEqualTo(Reason.PROCEDURE_PENDING);
        assertThat(refused(planned, new CaseCommand.Suspend(), MONDAY.plusDays(2)))
                .isEqualTo(Reason.NOT_YET);
        assertThat(moved(planned, new CaseCommand.Withdraw("不办了"), MONDAY).planned())
                .isEmpty();
        CaseStanding suspended = moved(planned, new CaseCommand.Suspend(), MONDAY.plusDays(3));
        assertThat(suspended.pauses())
                .containsExactly(new Pause(SpecialProcedure.Kind.INSPECTION, MONDAY.plusDays(3), 5, Optional.empty()));
        assertThat(refused(suspended, new CaseCommand.Resume(" "), MONDAY.plusDays(3)))
                .isEqualTo(Reason.REASON_MISSING);
    }

    @Test
    void the_time_is_extended_once_by_ten_days_at_most_and_before_it_is_over() {
        CaseStanding accepted = moved(CaseStanding.filed(MONDAY), new CaseCommand.Accept(), MONDAY);
        LocalDate last = LocalDate.of(2026, 3, 30);

        assertThat(refused(accepted, new CaseCommand.Extend(11, "案情复杂"), MONDAY))
                .isEqualTo(Reason.EXTENSION_DAYS_WRONG);
        assertThat(refused(accepted, new CaseCommand.Extend(5, ""), MONDAY)).isEqualTo(Reason.REASON_MISSING);
        assertThat(refused(accepted, new CaseCommand.Extend(5, "案情复杂"), last.plusDays(1)))
                .isEqualTo(Reason.TOO_LATE_TO_EXTEND);
        CaseStanding extended = moved(accepted, new CaseCommand.Extend(10, "案情复杂"), last);
        assertThat(refused(extended, new CaseCommand.Extend(1, "案情复杂"), last)).isEqualTo(Reason.EXTENDED_BEFORE);
    }

    private static CaseCommand announce(SpecialProcedure.Kind kind, LocalDate from, int days) {
        return new CaseCommand.Announce(new PlannedProcedure(kind, from, days));
    }

    private Reason refused(CaseStanding standing, CaseCommand command, LocalDate day) {
        return ((NotAllowed) rules.transition(standing, command, TERMS, day)).reason();
    }

    private CaseStanding moved(CaseStanding standing, CaseCommand command, LocalDate day) {
        return ((Moved) rules.transition(standing, command, TERMS, day)).standing();
    }

    private Reason refusedOnMonday(CaseCommand command) {
        return ((NotAllowed) rules.transition(CaseStanding.filed(MONDAY), command, TERMS, MONDAY)).reason();
    }

    static CaseStanding standing(CaseState state) {
        CaseStanding filed = CaseStanding.filed(MONDAY);
        return switch (state) {
            case CORRECTION_REQUESTED -> filed.correctionAsked(MONDAY, MONDAY.plusDays(42));
            case SUSPENDED -> filed.accepted(MONDAY, List.of()).announced(TODAY).suspended();
            case ACCEPTED, IN_REVIEW, REVIEWED ->
                filed.accepted(MONDAY, List.of()).in(state);
            default -> filed.in(state);
        };
    }
}
