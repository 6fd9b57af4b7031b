package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.internal.KeptFigures.Asked;
import org.zhengtong.testing.TestClock;

class KeptFiguresTest {
    private static final Asked ASKED = new Asked(
            "11330200MB0W54321X", Sight.of(EnumSet.of(CaseState.SUBMITTED), ItemScope.ALL), LocalDate.of(2026, 3, 2));

    private final TestClock clock = new TestClock();
    private final List<Runnable> beside = new ArrayList<>();
    private int todo;
    private int counted;
    private final KeptFigures figures = new KeptFigures(
            _ -> {
                counted++;
                return new Inbox.Figures(todo, 0, 0, 0, 0, 100, 0);
            },
            beside::add,
            clock);

    @Test
    void few_cases_are_counted_for_everybody_who_asks() {
        todo = 12;
        assertThat(figures.of(ASKED).todo()).isEqualTo(12);
        todo = 11;

        assertThat(figures.of(ASKED).todo()).isEqualTo(11);
    }

    @Test
    void many_are_counted_anew_after_half_a_minute_beside_who_asks() {
        todo = 90_000;
        figures.of(ASKED);
        todo = 90_001;
        assertThat(figures.of(ASKED).todo()).isEqualTo(90_000);
        assertThat(beside).isEmpty();
        clock.advance(Duration.ofSeconds(31));

        assertThat(figures.of(ASKED).todo()).isEqualTo(90_000);
        assertThat(figures.of(ASKED).todo()).isEqualTo(90_000);
        assertThat(beside).as("one count, however many ask").hasSize(1);
        beside.removeFirst().run();

        assertThat(figures.of(ASKED).todo()).isEqualTo(90_001);
    }

    @Test
    void what_nobody_asked_for_in_a_long_time_is_counted_before_it_is_answered() {
        todo = 90_000;
        figures.of(ASKED);
        todo = 80_000;
        clock.advance(Duration.ofMinutes(6));

        assertThat(figures.of(ASKED).todo()).isEqualTo(80_000);
        assertThat(counted).isEqualTo(2);
    }

    @Test
    void a_count_that_fails_is_tried_again() {
        todo = 90_000;
        KeptFigures failing = new KeptFigures(
                _ -> {
                    if (++counted == 2) {
                        throw new IllegalStateException("no connection");
                    }
                    return new Inbox.Figures(todo, 0, 0, 0, 0, 100, 0);
                },
                task -> {
                    try {
                        task.run();
                    } catch (IllegalStateException expected) {
                        beside.add(task);
                    }
                },
                clock);
        failing.of(ASKED);
        clock.advance(Duration.ofSeconds(31));

        failing.of(ASKED);
        failing.of(ASKED);

        assertThat(counted).isEqualTo(3);
        assertThat(beside).hasSize(1);
    }
}
