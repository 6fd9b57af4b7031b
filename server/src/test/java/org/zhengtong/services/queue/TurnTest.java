package org.zhengtong.services.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.queue.Ticket.Priority;

/** Who stands where in line. */
class TurnTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void who_goes_first_is_before_those_who_came_up_to_twenty_minutes_earlier_and_never_before_those_before_them() {
        Instant elder = Turn.comes(NINE, Priority.ELDER);

        assertThat(elder).isBefore(Turn.comes(NINE.minus(Duration.ofMinutes(19)), Priority.NONE));
        assertThat(elder).isAfter(Turn.comes(NINE.minus(Duration.ofMinutes(21)), Priority.NONE));
    }

    @Test
    void who_booked_is_before_those_who_came_up_to_an_hour_before_the_time_they_booked() {
        Instant booked = Turn.booked(NINE, NINE.plus(Duration.ofMinutes(30)), NINE.minusSeconds(300), Priority.NONE);

        assertThat(booked).isEqualTo(NINE.minus(Turn.APPOINTMENT));
    }

    @Test
    void who_comes_after_the_time_they_booked_stands_in_line_like_everybody() {
        Instant late = NINE.plus(Duration.ofMinutes(31));

        assertThat(Turn.booked(NINE, NINE.plus(Duration.ofMinutes(30)), late, Priority.NONE))
                .isEqualTo(late);
    }

    @Test
    void who_missed_their_call_stands_behind_the_first_three() {
        List<Instant> line = List.of(NINE, NINE.plusSeconds(10), NINE.plusSeconds(20), NINE.plusSeconds(30));

        assertThat(Turn.comesBack(NINE.minusSeconds(60), line)).isBetween(NINE.plusSeconds(20), NINE.plusSeconds(21));
        assertThat(Turn.comesBack(NINE.minusSeconds(60), line.subList(0, 1))).isBetween(NINE, NINE.plusSeconds(1));
        assertThat(Turn.comesBack(NINE.minusSeconds(60), List.of())).isEqualTo(NINE.minusSeconds(60));
    }

    @RepeatedTest(20)
    void nobody_is_overtaken_by_who_comes_more_than_eighty_minutes_later() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Priority> priorities = List.of(Priority.values());
        Duration most = Turn.APPOINTMENT.plus(Turn.PRIORITY);
        for (int round = 0; round < 500; round++) {
            Instant earlier = NINE.plusSeconds(random.nextInt(8 * 3600));
            Instant later = earlier.plus(most).plusSeconds(1 + random.nextInt(3600));
            Instant starts = later.plusSeconds(random.nextInt(1800));
            Priority priority = priorities.get(random.nextInt(priorities.size()));

            assertThat(Turn.comes(later, priority)).as("seed %d", seed).isAfter(earlier);
            assertThat(Turn.booked(starts, starts.plusSeconds(1800), later, priority))
                    .as("seed %d", seed)
                    .isAfter(earlier);
        }
    }
}
