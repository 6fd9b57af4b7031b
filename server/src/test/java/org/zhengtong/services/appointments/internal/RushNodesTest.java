package org.zhengtong.services.appointments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.halls.BookingChannel;

/** Several nodes move the same queue, each with a memory of its own. */
class RushNodesTest extends RushHouse {
    private static final long SEED = 930;

    @Autowired
    RushStore store;

    @Autowired
    RushPlaceStore places;

    @Autowired
    RushMoves moves;

    @Test
    void nodes_that_move_a_queue_together_let_in_no_more_than_there_are_seats_and_agree() throws Exception {
        Random random = new Random(SEED);
        RushKey key = new RushKey(hall.id(), "all", BookingChannel.PORTAL, day);
        List<RushMemory> nodes = List.of(node(), node(), node());
        at("09:20");
        List<SignedIn> crowd = crowd(50);
        at("09:30");
        int taken = 0;
        for (int second = 0; second < 12; second++) {
            clock.advance(Duration.ofSeconds(1));
            List<Callable<Optional<RushState>>> looks = new ArrayList<>();
            nodes.forEach(node -> {
                looks.add(() -> node.state(key));
                looks.add(() -> node.state(key));
            });
            atOnce(looks);
            RushStore.Row row = store.find(key).orElseThrow();
            int reached = RushStep.reached(store.steps(row.id()));

            assertThat(reached).as("seed %d, second %d", SEED, second).isLessThanOrEqualTo(SEATS);
            if (taken < SEATS && random.nextBoolean()) {
                int place = taken + 1;
                SignedIn next = crowd.stream()
                        .filter(one -> places.of(one.person(), key)
                                .flatMap(RushPlaceStore.Row::place)
                                .filter(its -> its == place)
                                .isPresent())
                        .findFirst()
                        .orElseThrow();
                booked(next, slot(taken++));
            }
        }
        clock.advance(Duration.ofSeconds(1));
        nodes.forEach(node -> node.state(key));
        clock.advance(Duration.ofSeconds(1));

        List<Integer> seen = nodes.stream()
                .map(node -> node.state(key).orElseThrow().reached())
                .toList();
        assertThat(seen).containsOnly(SEATS);
        assertThat(crowd)
                .allSatisfy(one -> assertThat(nodes.stream()
                                .map(node -> node.place(key, one.person())
                                        .orElseThrow()
                                        .place()))
                        .containsOnly(places.of(one.person(), key).orElseThrow().place()));
    }

    @Test
    void while_one_reads_the_others_are_answered_without_the_database() {
        RushKey key = new RushKey(hall.id(), "all", BookingChannel.PORTAL, day);
        at("09:20");
        SignedIn me = crowd(3).getFirst();
        at("09:30");
        RushMemory node = node();
        clock.advance(Duration.ofSeconds(1));
        RushState first = node.state(key).orElseThrow();
        assertThat(node.place(key, me.person())).isPresent();
        sql.sql("delete from appointments.rush where id = :id")
                .param("id", first.row().id())
                .update();

        assertThat(node.state(key)).contains(first);
        assertThat(node.place(key, me.person())).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(node.state(key)).isEmpty();
    }

    private RushMemory node() {
        return new RushMemory(store, places, moves, clock);
    }
}
