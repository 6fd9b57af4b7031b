package org.zhengtong.services.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.SpecialProcedure;

class CaseClocksTest {
    private final CaseClocks clocks = new CaseClocks(new FestivalCalendar());

    @Test
    void the_spring_festival_is_not_counted_and_the_saturdays_worked_are() {
        CaseStanding filed = CaseStanding.filed(LocalDate.of(2026, 2, 12));

        DueDate answer = clocks.of(filed, 20, 8, LocalDate.of(2026, 2, 12)).getFirst();

        assertThat(answer.kind()).isEqualTo(DueDate.Kind.ACCEPTANCE);
        assertThat(answer.due()).contains(LocalDate.of(2026, 2, 26));
        assertThat(answer.daysLeft()).isEqualTo(5);
        assertThat(answer.light()).isEqualTo(Light.GREEN);
    }

    @Test
    void both_clocks_run_from_acceptance_and_its_day_is_not_counted() {
        CaseStanding accepted =
                CaseStanding.filed(LocalDate.of(2026, 3, 2)).accepted(LocalDate.of(2026, 3, 3), List.of());

        List<DueDate> running = clocks.of(accepted, 20, 8, LocalDate.of(2026, 3, 3));

        assertThat(running)
                .extracting(DueDate::kind)
                .containsExactly(DueDate.Kind.ACCEPTANCE, DueDate.Kind.PROMISED, DueDate.Kind.STATUTORY);
        assertThat(running.get(0).endedOn()).contains(LocalDate.of(2026, 3, 3));
        assertThat(running.get(1).due()).contains(LocalDate.of(2026, 3, 13));
        assertThat(running.get(2).due()).contains(LocalDate.of(2026, 3, 31));
    }

    @Test
    void a_special_procedure_moves_the_due_date_by_its_working_days() {
        CaseStanding resumed = CaseStanding.filed(LocalDate.of(2026, 3, 2))
                .accepted(LocalDate.of(2026, 3, 2), List.of())
                .announced(new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, LocalDate.of(2026, 3, 4), 10))
                .suspended()
                .resumed(LocalDate.of(2026, 3, 9));

        DueDate promised = clocks.of(resumed, 20, 8, LocalDate.of(2026, 3, 9)).get(1);

        assertThat(promised.due()).contains(LocalDate.of(2026, 3, 17));
        assertThat(promised.pauses()).hasSize(1);
    }

    @Test
    void while_a_special_procedure_runs_the_clock_stands() {
        CaseStanding suspended = CaseStanding.filed(LocalDate.of(2026, 3, 2))
                .accepted(LocalDate.of(2026, 3, 2), List.of())
                .announced(new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, LocalDate.of(2026, 3, 4), 10))
                .suspended();

        DueDate promised =
                clocks.of(suspended, 20, 8, LocalDate.of(2026, 3, 17)).get(1);

        assertThat(promised.isStanding()).isTrue();
        assertThat(promised.light()).isEqualTo(Light.GREEN);
    }

    @Test
    void what_a_special_procedure_takes_longer_than_announced_is_counted() {
        CaseStanding suspended = CaseStanding.filed(LocalDate.of(2026, 3, 2))
                .accepted(LocalDate.of(2026, 3, 2), List.of())
                .announced(new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, LocalDate.of(2026, 3, 4), 10))
                .suspended();

        DueDate late = clocks.of(suspended, 20, 8, LocalDate.of(2026, 3, 20)).get(1);

        assertThat(late.isStanding()).isFalse();
        assertThat(late.due()).contains(LocalDate.of(2026, 3, 26));
        assertThat(clocks.of(suspended.resumed(LocalDate.of(2026, 4, 30)), 20, 8, LocalDate.of(2026, 4, 30))
                        .get(1)
                        .due())
                .contains(LocalDate.of(2026, 3, 26));
    }

    @Test
    void a_special_procedure_does_not_make_good_what_is_overdue() {
        CaseStanding suspended = CaseStanding.filed(LocalDate.of(2026, 3, 2))
                .accepted(LocalDate.of(2026, 3, 2), List.of())
                .announced(new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, LocalDate.of(2026, 3, 16), 10))
                .suspended();

        List<DueDate> running = clocks.of(suspended, 20, 8, LocalDate.of(2026, 3, 17));

        assertThat(running.get(1).due()).contains(LocalDate.of(2026, 3, 12));
        assertThat(running.get(1).light()).isEqualTo(Light.RED);
        assertThat(running.get(2).isStanding()).isTrue();
    }

    @Test
    void an_extension_moves_the_statutory_day_and_not_the_promised_one() {
        CaseStanding extended = CaseStanding.filed(LocalDate.of(2026, 3, 2))
                .accepted(LocalDate.of(2026, 3, 2), List.of())
                .extended(new Extension(10, LocalDate.of(2026, 3, 20)));

        List<DueDate> running = clocks.of(extended, 20, 8, LocalDate.of(2026, 3, 20));

        assertThat(running.get(1).due()).contains(LocalDate.of(2026, 3, 12));
        assertThat(running.get(2).due()).contains(LocalDate.of(2026, 4, 13));
        assertThat(running.get(2).days()).isEqualTo(20);
        assertThat(running.get(2).extension()).contains(new Extension(10, LocalDate.of(2026, 3, 20)));
    }

    @Test
    void a_decision_is_delivered_within_ten_working_days() {
        CaseStanding decided = CaseStanding.filed(LocalDate.of(2026, 3, 2))
                .accepted(LocalDate.of(2026, 3, 2), List.of())
                .decided(Outcome.GRANTED, LocalDate.of(2026, 3, 9));

        DueDate delivery = clocks.of(decided, 20, 8, LocalDate.of(2026, 3, 9)).getLast();

        assertThat(delivery.kind()).isEqualTo(DueDate.Kind.DELIVERY);
        assertThat(delivery.due()).contains(LocalDate.of(2026, 3, 23));
        assertThat(clocks.of(decided.delivered(LocalDate.of(2026, 3, 10)), 20, 8, LocalDate.of(2026, 5, 1))
                        .getLast()
                        .endedOn())
                .contains(LocalDate.of(2026, 3, 10));
    }

    @Test
    void the_light_is_yellow_with_a_fifth_or_a_day_left_and_red_when_overdue() {
        assertThat(Light.of(5, 20)).isEqualTo(Light.GREEN);
        assertThat(Light.of(4, 20)).isEqualTo(Light.YELLOW);
        assertThat(Light.of(2, 5)).isEqualTo(Light.GREEN);
        assertThat(Light.of(1, 5)).isEqualTo(Light.YELLOW);
        assertThat(Light.of(0, 5)).isEqualTo(Light.YELLOW);
        assertThat(Light.of(-1, 5)).isEqualTo(Light.RED);
    }

    @Test
    void a_saturday_after_the_last_day_is_overdue() {
        CaseStanding filed = CaseStanding.filed(LocalDate.of(2026, 3, 6));

        DueDate answer = clocks.of(filed, 20, 8, LocalDate.of(2026, 3, 14)).getFirst();

        assertThat(answer.due()).contains(LocalDate.of(2026, 3, 13));
        assertThat(answer.light()).isEqualTo(Light.RED);
    }

    @Test
    void nothing_is_due_in_a_withdrawn_case() {
        CaseStanding withdrawn = CaseStanding.filed(LocalDate.of(2026, 3, 2))
                .accepted(LocalDate.of(2026, 3, 2), List.of())
                .in(CaseState.WITHDRAWN);

        assertThat(clocks.of(withdrawn, 20, 8, LocalDate.of(2026, 3, 9))).isEmpty();
    }

    @Test
    void a_year_not_yet_announced_is_said_to_be_provisional() {
        CaseStanding filed = CaseStanding.filed(LocalDate.of(2026, 12, 30));

        assertThat(clocks.of(filed, 20, 8, LocalDate.of(2026, 12, 30))
                        .getFirst()
                        .provisional())
                .isTrue();
    }
}
