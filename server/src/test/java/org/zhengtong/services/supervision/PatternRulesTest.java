package org.zhengtong.services.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.cases.StepKind;

class PatternRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private final PatternRules rules = new PatternRules(Traces.SETTINGS, new FestivalCalendar());
    private final UUID applicant = new UUID(5, 5);

    @Test
    void a_matter_withdrawn_and_filed_again_within_days_is_one_find_with_all_its_filings() {
        CaseTrace first = withdrawn(MONDAY, MONDAY.plusDays(1));
        CaseTrace second = withdrawn(MONDAY.plusDays(3), MONDAY.plusDays(4));
        CaseTrace third =
                Traces.filed(MONDAY.plusDays(7).atTime(9, 0)).by(applicant).made();

        List<Suspected> found = rules.repeated(List.of(third, first, second));

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.pattern()).isEqualTo(Pattern.REFILED);
            assertThat(one.figure()).isEqualTo(3);
            assertThat(one.evidence())
                    .extracting(Suspected.Evidence::caseId)
                    .containsExactly(first.id(), second.id(), third.id());
            assertThat(one.evidence().getFirst().steps()).containsExactly(1, 2);
        });
    }

    @Test
    void who_files_again_after_weeks_or_after_a_grant_or_is_somebody_else_is_left_alone() {
        CaseTrace first = withdrawn(MONDAY, MONDAY.plusDays(1));
        CaseTrace later =
                Traces.filed(MONDAY.plusDays(30).atTime(9, 0)).by(applicant).made();
        CaseTrace somebodyElse = Traces.filed(MONDAY.plusDays(2).atTime(9, 0)).made();
        CaseTrace granted = Traces.filed(MONDAY.plusDays(30).atTime(10, 0))
                .by(somebodyElse.applicant())
                .step(StepKind.ACCEPTED, Traces.CLERK, MONDAY.plusDays(31).atTime(9, 0))
                .step(StepKind.GRANTED, Traces.HEAD, MONDAY.plusDays(35).atTime(9, 0))
                .made();
        CaseTrace another = Traces.filed(MONDAY.plusDays(36).atTime(9, 0))
                .by(somebodyElse.applicant())
                .made();

        assertThat(rules.repeated(List.of(first, later, somebodyElse, granted, another)))
                .isEmpty();
    }

    @Test
    void corrections_over_several_filings_are_added_up_and_one_filing_is_none() {
        List<CaseTrace> filings = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LocalDate day = MONDAY.plusDays(30L * i);
            filings.add(Traces.filed(day.atTime(9, 0))
                    .by(applicant)
                    .step(StepKind.CORRECTION_REQUESTED, Traces.CLERK, day.atTime(11, 0))
                    .step(StepKind.WITHDRAWN, "person:x", day.plusDays(3).atTime(9, 0))
                    .made());
        }

        assertThat(rules.repeated(filings.subList(0, 2))).isEmpty();
        assertThat(rules.repeated(filings)).singleElement().satisfies(one -> {
            assertThat(one.pattern()).isEqualTo(Pattern.ENDLESS_CORRECTIONS);
            assertThat(one.figure()).isEqualTo(3);
            assertThat(one.actors()).containsExactly(Traces.CLERK);
        });
    }

    @Test
    void many_cases_decided_within_minutes_by_one_person_were_handled_elsewhere_but_not_instant_items() {
        List<CaseTrace> slow = decided(5, 8, 200);
        List<CaseTrace> few = decided(4, 8, 6);
        List<CaseTrace> instant = decided(9, 1, 6);
        List<CaseTrace> swift = decided(5, 8, 6);

        assertThat(rules.onOneDay(MONDAY, slow)).isEmpty();
        assertThat(rules.onOneDay(MONDAY, few)).isEmpty();
        assertThat(rules.onOneDay(MONDAY, instant)).isEmpty();
        assertThat(rules.onOneDay(MONDAY.plusDays(1), swift)).isEmpty();
        assertThat(rules.onOneDay(MONDAY, swift)).singleElement().satisfies(one -> {
            assertThat(one.pattern()).isEqualTo(Pattern.HANDLED_OUTSIDE);
            assertThat(one.evidence()).hasSize(5);
            assertThat(one.actors()).containsExactly(Traces.HEAD);
        });
    }

    @Test
    void a_pile_carried_on_at_night_or_on_a_day_off_was_entered_after_hours() {
        LocalDate sunday = MONDAY.plusDays(6);
        for (LocalDateTime at : List.of(MONDAY.atTime(21, 30), sunday.atTime(10, 0))) {
            List<CaseTrace> pile = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                pile.add(Traces.filed(MONDAY.atTime(9, 0))
                        .step(StepKind.ACCEPTED, Traces.CLERK, at.plusMinutes(i))
                        .made());
            }

            assertThat(rules.onOneDay(at.toLocalDate(), pile))
                    .extracting(Suspected::pattern)
                    .containsExactly(Pattern.ENTERED_AFTER_HOURS);
            assertThat(rules.onOneDay(at.toLocalDate(), pile.subList(0, 9))).isEmpty();
        }
    }

    @Test
    void extensions_of_one_day_by_one_person_are_added_up() {
        List<CaseTrace> extended = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            extended.add(Traces.filed(MONDAY.minusDays(10).atTime(9, 0))
                    .step(StepKind.EXTENDED, Traces.HEAD, MONDAY.atTime(16, i))
                    .made());
        }

        assertThat(rules.onOneDay(MONDAY, extended.subList(0, 4))).isEmpty();
        assertThat(rules.onOneDay(MONDAY, extended))
                .extracting(Suspected::pattern)
                .containsExactly(Pattern.EXTENDED_IN_BULK);
    }

    @Test
    void a_pause_that_just_covers_the_overdue_is_found_and_one_with_days_to_spare_is_not() {
        assertThat(rules.paused(List.of(paused(4, 4)))).singleElement().satisfies(one -> {
            assertThat(one.pattern()).isEqualTo(Pattern.PAUSED_OVER_OVERDUE);
            assertThat(one.figure()).isEqualTo(4);
        });
        assertThat(rules.paused(List.of(paused(4, 10)))).isEmpty();
        assertThat(rules.paused(List.of(paused(0, 1)))).isEmpty();
    }

    @Test
    void silence_is_a_pattern_when_it_is_often() {
        List<CaseTrace> silent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            silent.add(Traces.filed(MONDAY.plusDays(i).atTime(9, 0))
                    .step(
                            StepKind.COUNTED_AS_ACCEPTED,
                            "system",
                            MONDAY.plusDays(9 + i).atTime(0, 10))
                    .made());
        }

        assertThat(rules.silent(silent.subList(0, 2))).isEmpty();
        assertThat(rules.silent(silent)).extracting(Suspected::figure).containsExactly(3);
    }

    @RepeatedTest(40)
    void whatever_happened_every_find_has_evidence_and_its_order_does_not_matter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<CaseTrace> traces = anything(random);

        List<Suspected> found = all(traces);
        Collections.shuffle(traces, random);
        List<Suspected> again = all(traces);

        assertThat(again).containsExactlyInAnyOrderElementsOf(found);
        assertThat(found).allSatisfy(one -> {
            assertThat(one.evidence()).isNotEmpty();
            assertThat(one.evidence()).extracting(Suspected.Evidence::caseId).doesNotHaveDuplicates();
            assertThat(one.evidence().getLast().steps()).isNotEmpty();
            assertThat(one.figure()).isPositive();
        });
        assertThat(found)
                .extracting(one -> one.pattern() + one.body() + one.key())
                .doesNotHaveDuplicates();
    }

    @RepeatedTest(20)
    void honest_work_is_never_suspected(RepetitionInfo repetition) {
        Random random = new Random(1000 + repetition.getCurrentRepetition());
        List<CaseTrace> honest = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            LocalDate day = MONDAY.plusDays(7L * random.nextInt(5));
            honest.add(Traces.filed(day.atTime(9 + random.nextInt(8), random.nextInt(60)))
                    .step(StepKind.ACCEPTED, Traces.CLERK, day.plusDays(1).atTime(10, random.nextInt(60)))
                    .step(StepKind.REVIEWED, Traces.REVIEWER, day.plusDays(2).atTime(10, random.nextInt(60)))
                    .step(StepKind.GRANTED, Traces.HEAD, day.plusDays(3).atTime(10, random.nextInt(60)))
                    .made());
        }

        assertThat(all(honest)).isEmpty();
    }

    private List<Suspected> all(List<CaseTrace> traces) {
        List<Suspected> found = new ArrayList<>(rules.repeated(traces));
        found.addAll(rules.paused(traces));
        found.addAll(rules.silent(traces.stream()
                .filter(trace -> trace.count(StepKind.COUNTED_AS_ACCEPTED) > 0)
                .toList()));
        for (int day = 0; day < 60; day++) {
            found.addAll(rules.onOneDay(MONDAY.plusDays(day), traces));
        }
        return found;
    }

    private static List<CaseTrace> anything(Random random) {
        List<String> staff = List.of(Traces.CLERK, Traces.REVIEWER, Traces.HEAD);
        List<StepKind> kinds = List.of(
                StepKind.TAKEN,
                StepKind.CORRECTION_REQUESTED,
                StepKind.ACCEPTED,
                StepKind.COUNTED_AS_ACCEPTED,
                StepKind.EXTENDED,
                StepKind.GRANTED,
                StepKind.REFUSED,
                StepKind.WITHDRAWN);
        List<CaseTrace> traces = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            LocalDateTime at = MONDAY.plusDays(random.nextInt(20)).atTime(random.nextInt(24), random.nextInt(60));
            Traces trace = Traces.filed(at).by(new UUID(4, random.nextInt(12))).promised(1 + random.nextInt(10));
            for (int step = random.nextInt(6); step > 0; step--) {
                at = at.plusMinutes(random.nextInt(random.nextBoolean() ? 5 : 3000));
                trace.step(kinds.get(random.nextInt(kinds.size())), staff.get(random.nextInt(3)), at);
            }
            if (random.nextInt(4) == 0) {
                trace.paused(
                        at.toLocalDate(),
                        1 + random.nextInt(9),
                        at.toLocalDate().plusDays(random.nextInt(9)));
            }
            traces.add(trace.made());
        }
        return traces;
    }

    private CaseTrace withdrawn(LocalDate filed, LocalDate withdrawn) {
        return Traces.filed(filed.atTime(9, 0))
                .by(applicant)
                .step(StepKind.WITHDRAWN, "person:" + applicant, withdrawn.atTime(9, 0))
                .made();
    }

    private static List<CaseTrace> decided(int cases, int promised, int minutes) {
        List<CaseTrace> traces = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            LocalDateTime filed = MONDAY.atTime(9, 0).plusMinutes(10L * i);
            traces.add(Traces.filed(filed)
                    .promised(promised)
                    .step(StepKind.ACCEPTED, Traces.CLERK, filed.plusMinutes(1))
                    .step(StepKind.GRANTED, Traces.HEAD, filed.plusMinutes(minutes))
                    .made());
        }
        return traces;
    }

    /** Accepted on a Monday with eight days promised; so many days late, with a pause of so many. */
    private static CaseTrace paused(int late, int pause) {
        FestivalCalendar calendar = new FestivalCalendar();
        LocalDate due = calendar.after(MONDAY, 8);
        return Traces.filed(MONDAY.atTime(9, 0))
                .step(StepKind.ACCEPTED, Traces.CLERK, MONDAY.atTime(10, 0))
                .step(StepKind.SUSPENDED, "system", MONDAY.plusDays(1).atTime(10, 0))
                .paused(MONDAY.plusDays(1), pause, calendar.after(MONDAY.plusDays(1), pause))
                .step(StepKind.RESUMED, Traces.REVIEWER, due.atTime(9, 0))
                .step(StepKind.GRANTED, Traces.HEAD, calendar.after(due, late).atTime(9, 0))
                .made();
    }
}
