package org.zhengtong.services.queue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.queue.WaitRange;
import org.zhengtong.services.queue.internal.Forecast.Pace;
import org.zhengtong.services.queue.internal.Forecast.Waiter;
import org.zhengtong.services.queue.internal.Forecast.Window;

/** How long somebody is going to wait. */
class ForecastTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Pace TEN = new Pace(Duration.ofMinutes(10), Duration.ofMinutes(3));
    private static final Map<String, Pace> PACES =
            Map.of("a", TEN, "b", new Pace(Duration.ofMinutes(5), Duration.ZERO));

    private static Waiter waits(String group, int secondsAgo) {
        return new Waiter(group, NOW.minusSeconds(secondsAgo), Duration.ZERO);
    }

    private static Window window(int freeInMinutes, String... groups) {
        return new Window(Set.of(groups), Duration.ofMinutes(freeInMinutes));
    }

    private static Duration middle(Waiter mine, List<Waiter> others, List<Window> windows) {
        return Forecast.wait(mine, others, windows, PACES).orElseThrow().middle();
    }

    @Test
    void nobody_waits_for_a_free_window() {
        assertThat(Forecast.wait(waits("a", 0), List.of(), List.of(window(0, "a")), PACES))
                .contains(new WaitRange(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void who_came_in_the_same_moment_and_stands_before_is_served_before() {
        assertThat(middle(waits("a", 0), List.of(waits("a", 0), waits("a", 0)), List.of(window(0, "a"))))
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void without_a_window_nothing_is_announced() {
        assertThat(Forecast.wait(waits("a", 0), List.of(), List.of(window(0, "b")), PACES))
                .isEmpty();
    }

    @Test
    void three_before_at_one_window_that_is_busy_for_four_minutes_are_thirty_four_minutes() {
        assertThat(middle(
                        waits("a", 0),
                        List.of(waits("a", 30), waits("a", 20), waits("a", 10)),
                        List.of(window(4, "a"))))
                .isEqualTo(Duration.ofMinutes(34));
    }

    @Test
    void a_window_that_opens_later_serves_from_then_on_and_is_sure_of_its_time() {
        Window later = new Window(Set.of("a"), Duration.ofMinutes(20), true);

        assertThat(Forecast.wait(waits("a", 0), List.of(), List.of(later), PACES))
                .contains(new WaitRange(Duration.ofMinutes(20), Duration.ofMinutes(20)));
        assertThat(middle(waits("a", 0), List.of(waits("a", 20), waits("a", 10)), List.of(later, later)))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(Forecast.wait(waits("a", 0), List.of(waits("a", 10)), List.of(window(0, "a"), later), PACES))
                .as("it opens after they were called")
                .contains(new WaitRange(Duration.ofMinutes(7), Duration.ofMinutes(13)));
    }

    @Test
    void two_windows_halve_the_wait_and_those_behind_do_not_count() {
        List<Waiter> others = List.of(waits("a", 30), waits("a", 20), waits("a", -60));

        assertThat(middle(waits("a", 0), others, List.of(window(0, "a"), window(0, "a"))))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_window_that_serves_two_groups_takes_whoever_is_next() {
        assertThat(middle(waits("a", 0), List.of(waits("b", 30), waits("b", 20)), List.of(window(0, "a", "b"))))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void who_booked_and_is_not_here_yet_goes_before_once_they_come() {
        Waiter booked = new Waiter("a", NOW.minusSeconds(3600), Duration.ofMinutes(5));

        assertThat(middle(waits("a", 0), List.of(waits("a", 60), booked), List.of(window(0, "a"))))
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(middle(waits("a", 0), List.of(booked), List.of(window(0, "a"))))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void the_range_grows_with_those_before_and_more_slowly_than_the_wait() {
        List<Waiter> nine = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            nine.add(waits("a", i));
        }
        WaitRange one = Forecast.wait(waits("a", 0), nine.subList(0, 1), List.of(window(0, "a")), PACES)
                .orElseThrow();
        WaitRange many = Forecast.wait(waits("a", 0), nine, List.of(window(0, "a")), PACES)
                .orElseThrow();

        assertThat(one).isEqualTo(new WaitRange(Duration.ofMinutes(7), Duration.ofMinutes(13)));
        assertThat(many).isEqualTo(new WaitRange(Duration.ofMinutes(81), Duration.ofMinutes(99)));
    }

    @Test
    void what_is_known_of_a_group_counts_more_the_more_were_served() {
        List<Duration> four = List.of(Duration.ofMinutes(4), Duration.ofMinutes(4));

        assertThat(Paces.pace(List.of())).isEqualTo(Paces.USUAL);
        assertThat(Paces.pace(four).mean()).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7));
        assertThat(Paces.pace(Collections.nCopies(60, Duration.ofMinutes(4))).mean())
                .isLessThan(Duration.ofMinutes(5));
    }
}
