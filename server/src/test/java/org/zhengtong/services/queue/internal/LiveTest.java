package org.zhengtong.services.queue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.State;

/** Screens that listen, windows that die, days that end. */
class LiveTest extends QueueHouse {
    @Autowired
    private HallBoards live;

    @Autowired
    private QueueRound round;

    private final List<Boards.Told> told = new ArrayList<>();

    private List<String> spoken() {
        return told.stream()
                .flatMap(one -> one.calls().stream())
                .map(call -> call.number() + " " + call.window() + (call.again() ? " again" : ""))
                .toList();
    }

    @Test
    void a_screen_is_told_how_it_stands_and_of_each_call_once() throws Exception {
        taken();
        StaffMember clerk = clerkAt(1);
        try (AutoCloseable _ = boards.listen(here.id(), Optional.empty(), told::add)) {
            windows.next(clerk);
            windows.recall(clerk);
            live.look();
            live.look();

            assertThat(spoken()).containsExactly("A001 1", "A001 1 again");
            assertThat(told.getFirst().board().called()).isEmpty();
            assertThat(told.getLast().board().called())
                    .extracting(one -> one.number() + " " + one.area())
                    .containsExactly("A001 A 区");
        }
    }

    @Test
    void a_screen_that_was_away_for_a_moment_hears_what_it_missed_and_after_an_hour_only_sees_how_it_stands()
            throws Exception {
        taken();
        taken();
        StaffMember clerk = clerkAt(1);
        long known;
        try (AutoCloseable _ = boards.listen(here.id(), Optional.empty(), told::add)) {
            live.look();
            known = told.getLast().version();
        }
        windows.next(clerk);
        live.look();
        told.clear();
        try (AutoCloseable _ = boards.listen(here.id(), Optional.of(known), told::add)) {
            assertThat(spoken()).containsExactly("A001 1");
        }
        pass(60);
        told.clear();
        try (AutoCloseable _ = boards.listen(here.id(), Optional.of(known), told::add)) {
            assertThat(spoken()).isEmpty();
            assertThat(told.getLast().board().called()).hasSize(1);
        }
    }

    @Test
    void a_window_that_dies_gives_back_whom_it_called_and_another_clerk_finds_whom_it_served() {
        Ticket called = taken();
        StaffMember clerk = clerkAt(1);
        windows.next(clerk);
        pass(31);

        round.pass();

        assertThat(tickets.find(called.id())).map(Ticket::state).contains(State.WAITING);
        assertThat(windows.placeOf(clerk)).isEmpty();
        StaffMember other = clerkAt(1);
        windows.next(other);
        windows.start(other);
        pass(31);
        round.pass();
        assertThat(windows.placeOf(clerkAt(1)).orElseThrow().current())
                .map(Ticket::id)
                .contains(called.id());
    }

    @Test
    void at_midnight_what_is_left_over_ends_and_numbers_begin_anew() {
        Ticket waiting = taken();
        Ticket second = taken();
        StaffMember clerk = clerkAt(1);
        windows.next(clerk);
        windows.start(clerk);
        pass(24 * 60);

        round.pass();

        assertThat(tickets.find(waiting.id())).map(Ticket::state).contains(State.DONE);
        assertThat(tickets.find(second.id())).map(Ticket::state).contains(State.EXPIRED);
        openHall();
        assertThat(taken().number()).isEqualTo("A001");
    }
}
