package org.zhengtong.ground.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void pauses_grow_from_ten_seconds_to_a_day_and_then_it_is_given_up() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(Retries::after))
                .containsExactly(
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofMinutes(1)),
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofMinutes(30)),
                        Optional.of(Duration.ofHours(2)),
                        Optional.of(Duration.ofHours(6)),
                        Optional.of(Duration.ofHours(24)),
                        Optional.empty(),
                        Optional.empty());
    }
}
