package org.zhengtong.ground.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zhengtong.testing.TestClock;

class TriesTest {
    private final TestClock clock = new TestClock();

    @Test
    void tries_that_come_back_together_do_so_when_their_span_is_over() {
        Tries tries = Tries.allTogether(clock, 2, Duration.ofMinutes(10));

        assertThat(tries.take("a")).isEmpty();
        clock.advance(Duration.ofMinutes(9));
        assertThat(tries.take("a")).isEmpty();
        assertThat(tries.take("a")).contains(clock.instant().plus(Duration.ofMinutes(1)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(tries.take("a")).isEmpty();
    }

    @Test
    void every_key_has_its_own_and_what_is_given_back_may_be_used_again() {
        Tries tries = Tries.oneByOne(clock, 1, Duration.ofMinutes(1));

        assertThat(tries.take("a")).isEmpty();
        assertThat(tries.take("b")).isEmpty();
        tries.giveBack("a");
        assertThat(tries.take("a")).isEmpty();
        assertThat(tries.take("a")).isPresent();
    }

    @Test
    void the_seconds_to_wait_are_never_one_too_few() {
        TryAgain again = new TryAgain(clock.instant().plusMillis(1500));

        assertThat(again.secondsAfter(clock.instant())).isEqualTo("2");
        assertThat(again.clockTime()).isEqualTo("09:00:01");
    }
}
