package org.zhengtong.services.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.services.queue.SpareNumbers.Block;
import org.zhengtong.services.queue.SpareNumbers.Outcome;
import org.zhengtong.services.queue.SpareNumbers.Taken;
import org.zhengtong.services.queue.Ticket.Priority;
import org.zhengtong.testing.Browser;

/** A machine that has lost its connection goes on giving numbers, and tells them when it is back. */
class SpareNumbersTest extends QueueHouse {
    private static final long SEED = 20261129;

    @Autowired
    private SpareNumbers numbers;

    private Block block(String group) {
        return numbers.setAside(here.id(), Set.of(group)).blocks().getFirst();
    }

    private static Taken taken(Block block, int number, int minutesAgo) {
        return new Taken(block.id(), number, Priority.NONE, Duration.ofMinutes(minutesAgo));
    }

    private List<Outcome> tell(Taken... taken) {
        return numbers.tell(here.id(), List.of(taken), "kiosk:" + here.id());
    }

    private List<String> called(StaffMember clerk, int count) {
        List<String> called = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.next(clerk).ifPresent(one -> called.add(one.number()));
            windows.skip(clerk);
        }
        return called;
    }

    @Test
    void an_hour_without_a_connection_loses_nobody_their_place() {
        Block block = block(ALL);
        assertThat(block.letter() + block.first()).isEqualTo("A5001");
        pass(60);
        taken();

        assertThat(tell(taken(block, 5001, 50), taken(block, 5002, 10)))
                .containsExactly(Outcome.IN_LINE, Outcome.IN_LINE);

        assertThat(called(clerkAt(1), 3)).containsExactly("A5001", "A5002", "A001");
    }

    @Test
    void told_twice_or_in_two_pieces_each_number_stands_in_line_once() {
        Block block = block(ALL);
        pass(5);

        assertThat(tell(taken(block, 5001, 3))).containsExactly(Outcome.IN_LINE);
        assertThat(tell(taken(block, 5001, 4), taken(block, 5002, 1))).containsExactly(Outcome.KNOWN, Outcome.IN_LINE);

        assertThat(boards.board(here.id()).orElseThrow().waiting()).isEqualTo(2);
    }

    @Test
    void machines_that_ask_at_once_are_given_different_numbers() throws Exception {
        List<Callable<Block>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> block(ALL));
        }

        Set<Integer> all = new HashSet<>();
        for (Block one : atOnce(calls)) {
            for (int number = one.first(); number <= one.last(); number++) {
                assertThat(all.add(number)).as("%d once", number).isTrue();
            }
        }
        assertThat(all).hasSize(8 * 30);
    }

    @Test
    void what_was_not_set_aside_here_or_is_of_yesterday_is_void() {
        Block block = block(ALL);

        assertThat(tell(
                        taken(block, 4999, 0),
                        taken(block, block.last() + 1, 0),
                        new Taken(UUID.randomUUID(), 5001, Priority.NONE, Duration.ZERO)))
                .containsOnly(Outcome.VOID);
        var other = Plans.hall(item.bodyUscc());
        assertThat(numbers.tell(other.id(), List.of(taken(block, 5001, 0)), "kiosk:" + other.id()))
                .as("another hall")
                .containsExactly(Outcome.VOID);
        pass(24 * 60);
        assertThat(tell(taken(block, 5001, 60))).as("yesterday").containsExactly(Outcome.VOID);
    }

    @Test
    void a_wrong_clock_moves_nobody_before_the_numbers_were_set_aside_or_after_now() {
        taken();
        pass(30);
        Block block = block(ALL);
        pass(1);

        tell(taken(block, 5001, 100_000), taken(block, 5002, 0));

        assertThat(called(clerkAt(1), 3)).containsExactly("A001", "A5001", "A5002");
    }

    @Test
    void whatever_is_told_in_whatever_order_all_are_called_in_the_order_they_came() {
        Random random = new Random(SEED);
        Block block = block(ALL);
        List<String> inOrder = new ArrayList<>();
        List<Taken> untold = new ArrayList<>();
        int start = 0;
        int minute = 0;
        for (int person = 0; person < 25; person++) {
            minute += 1 + random.nextInt(3);
            pass(minute - start);
            start = minute;
            if (random.nextBoolean()) {
                inOrder.add(taken().number());
            } else {
                int number = block.first() + untold.size();
                untold.add(new Taken(block.id(), number, Priority.NONE, Duration.ofMinutes(minute)));
                inOrder.add("A" + number);
            }
        }
        int now = minute;
        List<Taken> told = new ArrayList<>(untold.stream()
                .map(one -> new Taken(
                        one.block(),
                        one.number(),
                        one.priority(),
                        Duration.ofMinutes(now).minus(one.ago())))
                .toList());
        while (!told.isEmpty()) {
            tell(told.remove(random.nextInt(told.size())));
        }

        assertThat(called(clerkAt(1), inOrder.size())).as("seed %d", SEED).isEqualTo(inOrder);
    }

    @Test
    void only_a_connected_machine_holds_numbers_in_reserve() {
        Browser machine = new Browser(port);
        assertThat(reserve(machine).statusCode()).isEqualTo(404);

        machine.get(machineAddress());
        String reserve = reserve(machine).body();

        assertThat(reserve).contains("\"first\":5001", "\"letter\":\"A\"", "\"name\":\"专窗\"");
        String block = reserve.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(json(machine, "/kiosk/reserve/taken", """
                        [{"block":"%s","number":5001,"priority":"ELDER","secondsAgo":-5}]""".formatted(block)).body())
                .isEqualTo("[\"IN_LINE\"]");
        assertThat(machine.get("/kiosk/offline").body())
                .contains("data-offline")
                .doesNotContain("??");
        assertThat(machine.get("/kiosk/guides").body()).contains("/kiosk/items/" + item.code() + "?whole");
    }

    private static HttpResponse<String> reserve(Browser machine) {
        return json(machine, "/kiosk/reserve", "{}");
    }

    private static HttpResponse<String> json(Browser machine, String path, String body) {
        machine.get("/kiosk");
        return machine.send(HttpRequest.newBuilder(machine.address(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", machine.token())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
