package org.zhengtong.services.appointments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order of a queue is fair, and it never lets in more than there are seats. */
class RushRulesTest {
    private static final long SEED = 20260316;
    private static final int RUNS = 300;
    private static final Instant RELEASED = Instant.parse("2026-03-02T01:30:00Z");

    @Test
    void the_lot_depends_on_seed_and_numbers_alone_and_not_on_who_came_first() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            List<UUID> lots = lots(random, random.nextInt(60));
            String seed = Long.toHexString(random.nextLong());
            List<UUID> shuffled = new ArrayList<>(lots);
            Collections.shuffle(shuffled, random);

            List<UUID> order = Lot.order(seed, lots);

            assertThat(order).as("seed %d, run %d", SEED, run).containsExactlyInAnyOrderElementsOf(lots);
            assertThat(Lot.order(seed, shuffled))
                    .as("seed %d, run %d", SEED, run)
                    .isEqualTo(order);
        }
    }

    @Test
    void everybody_is_first_equally_often() {
        Random random = new Random(SEED);
        List<UUID> lots = lots(random, 10);
        Map<UUID, Integer> firsts = new HashMap<>();

        for (int draw = 0; draw < 5_000; draw++) {
            firsts.merge(Lot.order(Long.toHexString(random.nextLong()), lots).getFirst(), 1, Integer::sum);
        }

        assertThat(firsts.values())
                .as("seed %d: %s", SEED, firsts)
                .hasSize(10)
                .allSatisfy(count -> assertThat(count).isBetween(400, 600));
    }

    @Test
    void a_seed_is_known_by_its_digest_and_another_seed_draws_another_order() {
        List<UUID> lots = lots(new Random(SEED), 20);

        assertThat(Lot.commitment("one")).hasSize(64).isNotEqualTo(Lot.commitment("other"));
        assertThat(Lot.order("one", lots)).isNotEqualTo(Lot.order("other", lots));
    }

    @Test
    void nobody_is_let_in_without_a_seat_nor_faster_than_the_pace_nor_sent_back() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS * 10; run++) {
            int placed = random.nextInt(500);
            int reached = placed == 0 ? 0 : random.nextInt(placed + 1);
            int free = random.nextInt(100);
            int promised = random.nextInt(100);
            int pace = 1 + random.nextInt(80);
            Duration pause = Duration.ofMillis(random.nextInt(20_000) - 1_000);

            int next = RushPace.next(reached, placed, pace, pause, free, promised);

            assertThat(next)
                    .as("seed %d, run %d", SEED, run)
                    .isBetween(reached, placed)
                    .isLessThanOrEqualTo(Math.max(reached, reached + free - promised))
                    .isLessThanOrEqualTo(reached + pace * 5);
        }
    }

    @Test
    void in_any_course_of_a_rush_each_seat_is_promised_to_one_at_a_time_and_all_are_let_in_by_their_places() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            int placed = random.nextInt(200);
            int free = 1 + random.nextInt(40);
            int reached = 0;
            Set<Integer> promised = new HashSet<>();
            for (int second = 0; second < 60 && free > 0; second++) {
                placed += random.nextInt(4);
                int next = RushPace.next(reached, placed, 20, Duration.ofSeconds(1), free, promised.size());
                for (int place = reached + 1; place <= next; place++) {
                    promised.add(place);
                }
                reached = next;
                assertThat(promised.size()).as("seed %d, run %d", SEED, run).isLessThanOrEqualTo(free);
                for (int place : List.copyOf(promised)) {
                    int chance = random.nextInt(10);
                    if (chance < 3) {
                        promised.remove(place);
                        free -= chance < 2 ? 1 : 0;
                    }
                }
            }
        }
    }

    @Test
    void the_estimate_is_the_measured_pace_and_none_while_nothing_moves() {
        List<RushStep> steps =
                List.of(new RushStep(100, RELEASED.plusSeconds(10)), new RushStep(300, RELEASED.plusSeconds(20)));
        Instant now = RELEASED.plusSeconds(30);

        assertThat(RushPace.estimate(steps, RELEASED, now, 99)).contains(Duration.ofSeconds(10));
        assertThat(RushPace.estimate(List.of(), RELEASED, now, 99)).isEmpty();
        assertThat(RushPace.estimate(steps, RELEASED, now.plusSeconds(300), 99)).isEmpty();
    }

    @Test
    void all_who_wait_together_look_seldom_enough_and_each_often_enough() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            int waiting = random.nextInt(50_000);
            Optional<Duration> estimate =
                    random.nextBoolean() ? Optional.of(Duration.ofSeconds(random.nextInt(3_000))) : Optional.empty();

            assertThat(RushPace.look(waiting, estimate))
                    .as("seed %d, run %d", SEED, run)
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(13));
            assertThat(RushPace.lookBefore(Duration.ofSeconds(10), waiting, random.nextInt()))
                    .as("seed %d, run %d", SEED, run)
                    .isBetween(Duration.ofSeconds(11), Duration.ofSeconds(24));
            assertThat(RushPace.look(waiting, estimate).multipliedBy(1_200))
                    .as("seed %d, run %d", SEED, run)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(Math.min(waiting, 15_600)));
        }
    }

    @Test
    void a_turn_begins_when_the_place_was_reached_and_ends_some_minutes_later() {
        List<RushStep> steps = List.of(new RushStep(5, RELEASED), new RushStep(9, RELEASED.plusSeconds(60)));

        assertThat(RushStep.reachedAt(steps, RELEASED.minusMillis(1))).isZero();
        assertThat(RushStep.reachedAt(steps, RELEASED.plusSeconds(59))).isEqualTo(5);
        assertThat(RushStep.reachedAt(steps, RELEASED.plusSeconds(60))).isEqualTo(9);
        assertThat(RushStep.reached(steps)).isEqualTo(9);
    }

    private static List<UUID> lots(Random random, int count) {
        List<UUID> lots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lots.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return lots;
    }
}
