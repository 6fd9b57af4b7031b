package org.zhengtong.services.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.cases.StepKind;

class WorkRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private final WorkRules rules = new WorkRules(new FestivalCalendar());

    @Test
    void each_post_is_counted_from_the_day_a_case_came_to_it() {
        CaseTrace trace = life(MONDAY, 1, 3, 4);

        assertThat(rules.of(MONDAY, List.of(trace)))
                .containsExactly(new WorkDay(MONDAY, trace.body(), Role.ACCEPTANCE, Optional.empty(), 1, 0, 0, 0));
        assertThat(rules.of(MONDAY.plusDays(3), List.of(trace)))
                .containsExactlyInAnyOrder(
                        new WorkDay(MONDAY.plusDays(3), trace.body(), Role.REVIEW, staff(2), 0, 1, 2, 0),
                        new WorkDay(MONDAY.plusDays(3), trace.body(), Role.DECISION, Optional.empty(), 1, 0, 0, 0));
        assertThat(rules.of(MONDAY.plusDays(4), List.of(trace)))
                .containsExactly(new WorkDay(MONDAY.plusDays(4), trace.body(), Role.DECISION, staff(3), 0, 1, 1, 1));
    }

    @Test
    void a_decision_after_the_promise_is_not_in_time_unless_a_pause_covers_it() {
        CaseTrace late = Traces.filed(MONDAY.atTime(9, 0))
                .promised(2)
                .step(StepKind.ACCEPTED, Traces.CLERK, MONDAY.atTime(10, 0))
                .step(StepKind.GRANTED, Traces.HEAD, MONDAY.plusDays(4).atTime(10, 0))
                .made();
        CaseTrace paused = Traces.filed(MONDAY.atTime(9, 0))
                .promised(2)
                .step(StepKind.ACCEPTED, Traces.CLERK, MONDAY.atTime(10, 0))
                .paused(MONDAY.plusDays(1), 2, MONDAY.plusDays(3))
                .step(StepKind.GRANTED, Traces.HEAD, MONDAY.plusDays(4).atTime(10, 0))
                .made();

        assertThat(decisions(late)).extracting(WorkDay::inTime).containsExactly(0);
        assertThat(decisions(paused)).extracting(WorkDay::inTime).containsExactly(1);
    }

    @RepeatedTest(20)
    void over_all_days_everything_that_happened_is_counted_once(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<CaseTrace> traces = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int accepted = random.nextInt(4);
            int reviewed = accepted + random.nextInt(5);
            traces.add(life(MONDAY.plusDays(random.nextInt(20)), accepted, reviewed, reviewed + random.nextInt(4)));
        }

        List<WorkDay> all = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            all.addAll(rules.of(MONDAY.plusDays(day), traces));
        }

        for (Role post : List.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION)) {
            List<WorkDay> ofPost =
                    all.stream().filter(work -> work.post() == post).toList();
            assertThat(ofPost.stream().mapToInt(WorkDay::received).sum()).isEqualTo(50);
            assertThat(ofPost.stream().mapToInt(WorkDay::done).sum()).isEqualTo(50);
        }
        assertThat(all).allMatch(work -> work.workingDays() >= 0 && work.inTime() <= work.done());
    }

    private List<WorkDay> decisions(CaseTrace trace) {
        return rules.of(MONDAY.plusDays(4), List.of(trace)).stream()
                .filter(work -> work.post() == Role.DECISION && work.done() > 0)
                .toList();
    }

    private static Optional<PersonId> staff(long number) {
        return Optional.of(new PersonId(new UUID(1, number)));
    }

    private static CaseTrace life(LocalDate filed, int accepted, int reviewed, int decided) {
        return Traces.filed(filed.atTime(9, 0))
                .step(StepKind.ACCEPTED, Traces.CLERK, filed.plusDays(accepted).atTime(10, 0))
                .step(
                        StepKind.REVIEW_STARTED,
                        Traces.REVIEWER,
                        filed.plusDays(accepted).atTime(11, 0))
                .step(
                        StepKind.REVIEWED,
                        Traces.REVIEWER,
                        filed.plusDays(reviewed).atTime(12, 0))
                .step(StepKind.GRANTED, Traces.HEAD, filed.plusDays(decided).atTime(13, 0))
                .made();
    }
}
