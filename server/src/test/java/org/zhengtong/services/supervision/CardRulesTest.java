package org.zhengtong.services.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.Light;
import org.zhengtong.services.cases.RunningCase;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.supervision.CardCourse.Answer;
import org.zhengtong.services.supervision.CardCourse.Hand;
import org.zhengtong.services.supervision.CardCourse.Reason;

class CardRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PersonId HOLDER = new PersonId(new UUID(1, 1));
    private static final PersonId HEAD = new PersonId(new UUID(1, 2));
    private static final PersonId OTHER_HEAD = new PersonId(new UUID(1, 3));
    private static final Hand HOLDS = new Hand(HOLDER, true, false, true);
    private static final Hand HEADS = new Hand(HEAD, false, true, false);
    private static final Hand HEADS_TOO = new Hand(OTHER_HEAD, false, true, false);

    private final List<CardRule> rules = CardRule.of(Traces.SETTINGS);

    @Test
    void a_limit_that_is_near_is_yellow_one_that_has_passed_is_red_and_others_are_left_alone() {
        assertThat(colour(clock(DueDate.Kind.PROMISED, 2))).isEmpty();
        assertThat(colour(clock(DueDate.Kind.PROMISED, 1))).contains(CardColour.YELLOW);
        assertThat(colour(clock(DueDate.Kind.PROMISED, 0))).contains(CardColour.YELLOW);
        assertThat(colour(clock(DueDate.Kind.PROMISED, -1))).contains(CardColour.RED);
        assertThat(colour(clock(DueDate.Kind.STATUTORY, 2))).contains(CardColour.YELLOW);
        assertThat(colour(clock(DueDate.Kind.CORRECTION, -3))).isEmpty();
        assertThat(colour(clock(DueDate.Kind.DEFERRAL, 0))).isEmpty();
    }

    @Test
    void the_gravest_limit_is_named_and_only_once() {
        RunningCase late = running(false, clock(DueDate.Kind.PROMISED, -7), clock(DueDate.Kind.STATUTORY, -1));

        CardRule.Due due = CardRule.due(rules, late, List.of()).orElseThrow();

        assertThat(due.rule().clock()).isEqualTo(DueDate.Kind.STATUTORY);
        assertThat(CardRule.due(rules, late, List.of(issued(due, false)))).isEmpty();
    }

    @Test
    void what_gets_worse_gets_a_graver_card() {
        CardRule.Due yellow = CardRule.due(rules, running(false, clock(DueDate.Kind.PROMISED, 1)), List.of())
                .orElseThrow();

        Optional<CardRule.Due> red =
                CardRule.due(rules, running(false, clock(DueDate.Kind.PROMISED, -1)), List.of(issued(yellow, false)));

        assertThat(red).map(due -> due.rule().colour()).contains(CardColour.RED);
    }

    @Test
    void silence_earns_a_red_card_though_the_case_was_counted_as_accepted() {
        DueDate ended = new DueDate(
                DueDate.Kind.ACCEPTANCE,
                TODAY,
                5,
                Optional.of(TODAY),
                Optional.of(TODAY),
                5,
                Light.GREEN,
                List.of(),
                Optional.empty(),
                "2026",
                false);

        assertThat(CardRule.due(rules, running(false, ended), List.of())).isEmpty();
        assertThat(CardRule.due(rules, running(true, ended), List.of()))
                .map(due -> due.rule().colour())
                .contains(CardColour.RED);
    }

    @Test
    void a_lifted_card_does_not_come_back_for_the_same_day_but_for_another() {
        RunningCase late = running(false, clock(DueDate.Kind.PROMISED, -1));
        CardRule.Due due = CardRule.due(rules, late, List.of()).orElseThrow();
        IssuedCard lifted = issued(due, true);
        IssuedCard ofAnotherDay = new IssuedCard(lifted.clock(), lifted.colour(), TODAY.minusDays(90), true);

        assertThat(CardRule.due(rules, late, List.of(lifted))).isEmpty();
        assertThat(CardRule.due(rules, late, List.of(ofAnotherDay))).isPresent();
    }

    @RepeatedTest(30)
    void whatever_the_clocks_say_no_case_gets_the_same_card_twice(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<IssuedCard> before = new ArrayList<>();

        for (int day = 0; day < 40; day++) {
            RunningCase running = running(
                    random.nextInt(10) == 0,
                    clock(DueDate.Kind.ACCEPTANCE, random.nextInt(8) - 3),
                    clock(DueDate.Kind.PROMISED, random.nextInt(12) - 6),
                    clock(DueDate.Kind.STATUTORY, random.nextInt(20) - 4));
            CardRule.due(rules, running, before).map(due -> issued(due, false)).ifPresent(before::add);
        }

        assertThat(before)
                .extracting(card -> card.clock() + " " + card.colour())
                .doesNotHaveDuplicates();
        assertThat(before).hasSizeLessThanOrEqualTo(rules.size());
    }

    @Test
    void the_post_says_why_and_the_head_closes_with_a_measure() {
        CardCourse explained = moved(CardCourse.issued(TODAY), new CardCommand.Explain("等检验报告"), HOLDS);
        CardCourse concluded = moved(explained, new CardCommand.Conclude("增派人手"), HEADS);

        assertThat(explained.state()).isEqualTo(CardState.EXPLAINED);
        assertThat(concluded.state()).isEqualTo(CardState.CONCLUDED);
        assertThat(refused(concluded, new CardCommand.Explain("再说"), HOLDS)).isEqualTo(Reason.EXPLAINED_BEFORE);
        assertThat(refused(CardCourse.issued(TODAY), new CardCommand.Explain("代说"), HEADS))
                .isEqualTo(Reason.NOT_YOUR_CARD);
        assertThat(refused(explained, new CardCommand.Conclude("措施"), HOLDS)).isEqualTo(Reason.NOT_THE_HEAD);
        assertThat(refused(explained, new CardCommand.Conclude(" "), HEADS)).isEqualTo(Reason.WORDS_MISSING);
    }

    @Test
    void a_head_waits_for_the_reason_as_long_as_there_is_time_for_it() {
        CardCourse issued = CardCourse.issued(TODAY);

        assertThat(refused(issued, new CardCommand.Conclude("措施"), HEADS)).isEqualTo(Reason.AWAITS_REASON);
        assertThat(issued.after(new CardCommand.Conclude("措施"), HEADS, TODAY.plusDays(1)))
                .isInstanceOf(Answer.Moved.class);
    }

    @Test
    void lifting_takes_two_persons_and_neither_had_the_case_in_hand() {
        CardCourse proposed = moved(CardCourse.issued(TODAY), new CardCommand.ProposeLifting("日历错了"), HEADS);
        Hand headAndHolder = new Hand(HOLDER, true, true, true);

        assertThat(refused(proposed, new CardCommand.ConfirmLifting("是"), HEADS))
                .isEqualTo(Reason.FOUR_EYES);
        assertThat(refused(proposed, new CardCommand.ConfirmLifting("是"), HOLDS))
                .isEqualTo(Reason.NOT_THE_HEAD);
        assertThat(refused(proposed, new CardCommand.ConfirmLifting("是"), headAndHolder))
                .isEqualTo(Reason.OWN_CARD);
        CardCourse lifted = moved(proposed, new CardCommand.ConfirmLifting("是"), HEADS_TOO);
        assertThat(lifted.state()).isEqualTo(CardState.LIFTED);
        assertThat(refused(lifted, new CardCommand.Explain("晚了"), HOLDS)).isEqualTo(Reason.CARD_LIFTED);
    }

    @RepeatedTest(30)
    void no_way_leads_around_the_second_pair_of_eyes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Hand> hands = List.of(HOLDS, HEADS, HEADS_TOO, new Hand(HOLDER, true, true, true));
        CardCourse course = CardCourse.issued(TODAY);
        Set<CardState> passed = EnumSet.of(course.state());

        for (int i = 0; i < 60; i++) {
            Hand hand = hands.get(random.nextInt(hands.size()));
            CardCommand command = List.<CardCommand>of(
                            new CardCommand.Explain("因"),
                            new CardCommand.Conclude("措"),
                            new CardCommand.ProposeLifting("误"),
                            new CardCommand.ConfirmLifting("是"),
                            new CardCommand.DeclineLifting("否"))
                    .get(random.nextInt(5));
            Optional<PersonId> proposer = course.liftingProposedBy();
            if (course.after(command, hand, TODAY) instanceof Answer.Moved(CardCourse next)) {
                assertThat(course.state()).isNotEqualTo(CardState.LIFTED);
                if (next.state() == CardState.LIFTED) {
                    assertThat(proposer).isPresent().get().isNotEqualTo(hand.person());
                    assertThat(hand.heads() && !hand.concerned()).isTrue();
                }
                if (next.state() == CardState.CONCLUDED && course.state() != CardState.CONCLUDED) {
                    assertThat(passed).contains(CardState.EXPLAINED);
                    assertThat(hand.concerned()).isFalse();
                }
                course = next;
                passed.add(course.state());
            }
        }
    }

    private static CardCourse moved(CardCourse course, CardCommand command, Hand by) {
        return ((Answer.Moved) course.after(command, by, TODAY)).course();
    }

    private static Reason refused(CardCourse course, CardCommand command, Hand by) {
        return ((Answer.Refused) course.after(command, by, TODAY)).reason();
    }

    private Optional<CardColour> colour(DueDate clock) {
        return CardRule.due(rules, running(false, clock), List.of())
                .map(due -> due.rule().colour());
    }

    private static IssuedCard issued(CardRule.Due due, boolean lifted) {
        return new IssuedCard(
                due.rule().clock(), due.rule().colour(), due.clock().due().orElseThrow(), lifted);
    }

    private static DueDate clock(DueDate.Kind kind, int left) {
        return new DueDate(
                kind,
                TODAY.minusDays(10),
                10,
                Optional.of(TODAY.plusDays(left)),
                Optional.empty(),
                left,
                Light.of(left, 10),
                List.of(),
                Optional.empty(),
                "2026",
                false);
    }

    private static RunningCase running(boolean bySilence, DueDate... clocks) {
        return new RunningCase(
                new CaseId(new UUID(7, 7)),
                "YX-7F3K-2291",
                YunxiBodies.item("食品经营许可").code(),
                "食品经营许可",
                "11339900990000025L",
                "云溪市市场监督管理局",
                Instant.EPOCH,
                CaseState.IN_REVIEW,
                Optional.of(Role.REVIEW),
                Optional.of(HOLDER),
                Optional.of("孙立"),
                List.of(clocks),
                bySilence);
    }
}
