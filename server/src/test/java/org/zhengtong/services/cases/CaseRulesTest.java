package org.zhengtong.services.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.services.cases.CaseState.ACCEPTED;
import static org.zhengtong.services.cases.CaseState.CLOSED;
import static org.zhengtong.services.cases.CaseState.CORRECTION_REQUESTED;
import static org.zhengtong.services.cases.CaseState.DELIVERED;
import static org.zhengtong.services.cases.CaseState.GRANTED;
import static org.zhengtong.services.cases.CaseState.IN_REVIEW;
import static org.zhengtong.services.cases.CaseState.NOT_ACCEPTED;
import static org.zhengtong.services.cases.CaseState.NOT_REQUIRED;
import static org.zhengtong.services.cases.CaseState.RECEIVED;
import static org.zhengtong.services.cases.CaseState.REFUSED;
import static org.zhengtong.services.cases.CaseState.REVIEWED;
import static org.zhengtong.services.cases.CaseState.SUBMITTED;
import static org.zhengtong.services.cases.CaseState.SUSPENDED;
import static org.zhengtong.services.cases.CaseState.TERMINATED;
import static org.zhengtong.services.cases.CaseState.WITHDRAWN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengtong.services.cases.CaseCommand.Ground;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseDecision.NotAllowed;
import org.zhengtong.services.cases.CaseDecision.Reason;

class CaseRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Finding FINDING = new Finding(Finding.Kind.MATERIAL, "m1", "营业执照", "照片看不清", "请重新拍照上传");

    private final CaseRules rules = new CaseRules(new FestivalCalendar(), 30);

    /** Where each command leads on the day of filing, by the state it is given in; everywhere else it is refused. */
    private static final Map<CaseCommand, Map<CaseState, CaseState>> TABLE = Map.ofEntries(
            Map.entry(new CaseCommand.Receive(), Map.of(SUBMITTED, RECEIVED)),
            Map.entry(
                    new CaseCommand.RequestCorrection(List.of(FINDING)),
                    Map.of(SUBMITTED, CORRECTION_REQUESTED, RECEIVED, CORRECTION_REQUESTED)),
            Map.entry(new CaseCommand.Correct(), Map.of(CORRECTION_REQUESTED, RECEIVED)),
            Map.entry(new CaseCommand.Accept(), Map.of(SUBMITTED, ACCEPTED, RECEIVED, ACCEPTED)),
            Map.entry(new CaseCommand.DeemAccepted(), Map.of()),
            Map.entry(
                    new CaseCommand.RefuseAcceptance(Ground.NOT_ADMISSIBLE, "已有同一申请", Optional.empty()),
                    Map.of(SUBMITTED, NOT_ACCEPTED, RECEIVED, NOT_ACCEPTED)),
            Map.entry(new CaseCommand.NotRequired("只卖预包装食品"), Map.of(SUBMITTED, NOT_REQUIRED, RECEIVED, NOT_REQUIRED)),
            Map.entry(new CaseCommand.StartReview(), Map.of(ACCEPTED, IN_REVIEW)),
            Map.entry(new CaseCommand.Review(true, "符合条件"), Map.of(ACCEPTED, REVIEWED, IN_REVIEW, REVIEWED)),
            Map.entry(new CaseCommand.Suspend("第四十五条"), Map.of(ACCEPTED, SUSPENDED, IN_REVIEW, SUSPENDED)),
            Map.entry(new CaseCommand.Resume(), Map.of(SUSPENDED, IN_REVIEW)),
            Map.entry(new CaseCommand.Grant(""), Map.of(REVIEWED, GRANTED)),
            Map.entry(new CaseCommand.Refuse("不符合条件"), Map.of(REVIEWED, REFUSED)),
            Map.entry(new CaseCommand.Deliver(), Map.of(GRANTED, DELIVERED, REFUSED, DELIVERED)),
            Map.entry(new CaseCommand.Close(), Map.of(DELIVERED, CLOSED)),
            Map.entry(
                    new CaseCommand.Withdraw("不办了"),
                    Map.of(
                            SUBMITTED,
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
            Map.entry(new CaseCommand.Terminate(), Map.of()));

    static Stream<CaseState> every_state() {
        return Arrays.stream(CaseState.values());
    }

    @ParameterizedTest
    @MethodSource("every_state")
    void every_command_leads_where_the_table_says_or_nowhere(CaseState state) {
        TABLE.forEach((command, moves) -> {
            CaseDecision decision = rules.transition(standing(state), command, MONDAY);

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

        assertThat(rules.transition(corrected, new CaseCommand.RequestCorrection(List.of(FINDING)), MONDAY.plusDays(3)))
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
        assertThat(rules.transition(standing(REVIEWED), new CaseCommand.Refuse(""), MONDAY))
                .isEqualTo(new NotAllowed(Reason.REASON_MISSING));
    }

    @Test
    void five_working_days_without_a_word_count_as_acceptance_from_the_day_of_receipt() {
        CaseStanding filed = CaseStanding.filed(MONDAY);
        LocalDate fifthDay = LocalDate.of(2026, 3, 9);

        assertThat(rules.transition(filed, new CaseCommand.DeemAccepted(), fifthDay))
                .isEqualTo(new NotAllowed(Reason.NOT_YET));
        CaseStanding accepted = moved(filed, new CaseCommand.DeemAccepted(), fifthDay.plusDays(1));

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
            assertThat(rules.transition(filed, late, sixthDay)).isEqualTo(new NotAllowed(Reason.COUNTS_AS_ACCEPTED));
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
        assertThat(moved(corrected, new CaseCommand.DeemAccepted(), LocalDate.of(2026, 3, 31))
                        .acceptedOn())
                .contains(weeksLater);
    }

    @Test
    void a_case_ends_when_the_correction_never_comes() {
        CaseStanding asked =
                moved(CaseStanding.filed(MONDAY), new CaseCommand.RequestCorrection(List.of(FINDING)), MONDAY);

        assertThat(rules.transition(asked, new CaseCommand.Terminate(), LocalDate.of(2026, 4, 13)))
                .isEqualTo(new NotAllowed(Reason.NOT_YET));
        assertThat(moved(asked, new CaseCommand.Terminate(), LocalDate.of(2026, 4, 14))
                        .state())
                .isEqualTo(TERMINATED);
    }

    private CaseStanding moved(CaseStanding standing, CaseCommand command, LocalDate day) {
        return ((Moved) rules.transition(standing, command, day)).standing();
    }

    private Reason refusedOnMonday(CaseCommand command) {
        return ((NotAllowed) rules.transition(CaseStanding.filed(MONDAY), command, MONDAY)).reason();
    }

    private static CaseStanding standing(CaseState state) {
        CaseStanding filed = CaseStanding.filed(MONDAY);
        return switch (state) {
            case CORRECTION_REQUESTED -> filed.correctionAsked(MONDAY, MONDAY.plusDays(42));
            case SUSPENDED -> filed.accepted(MONDAY).suspended(new Pause("第四十五条", MONDAY, Optional.empty()));
            default -> filed.in(state);
        };
    }
}
