package org.zhengtong.services.queue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.services.queue.Boards;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.Priority;
import org.zhengtong.services.queue.Ticket.State;

/** Screens that listen, windows that die, days that end, turns that come near. */
class LiveTest extends QueueHouse {
    @Autowired
    private HallBoards live;

    @Autowired
    private QueueRound round;

    @Autowired
    private Nearing nearing;

    @Autowired
    private Messages messages;

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

    private List<CaseMessage> toldOf(SignedIn who) {
        nearing.pass();
        deliveries.runDue();
        return messages.of(who.person(), OptionalLong.empty());
    }

    private void serveNext(StaffMember clerk) {
        windows.next(clerk);
        windows.start(clerk);
    }

    private Ticket takenBy(SignedIn who, int together) {
        return given(take(Optional.of(who.person()), ALL, Priority.NONE, together))
                .getFirst();
    }

    @Test
    void who_waits_is_told_once_when_no_more_than_three_are_before_them() {
        StaffMember clerk = clerkAt(1);
        for (int i = 0; i < 5; i++) {
            taken();
        }
        SignedIn me = somebody();
        Ticket mine = takenBy(me, 2);
        serveNext(clerk);

        assertThat(toldOf(me)).as("four before them, and half an hour").isEmpty();
        serveNext(clerk);
        List<CaseMessage> told = toldOf(me);
        serveNext(clerk);
        serveNext(clerk);

        assertThat(toldOf(me))
                .as("once, for both who came together")
                .isEqualTo(told)
                .hasSize(1);
        CaseMessage message = told.getFirst();
        assertThat(message.what()).isEqualTo(CaseMessage.TICKET_NEAR);
        assertThat(message.receiptNumber()).isEqualTo(mine.number());
        assertThat(message.itemName()).isEqualTo(here.name());
        assertThat(message.page()).isEqualTo("/tickets/" + mine.id());
        assertThat(message.inLine()).contains(new CaseMessage.InLine(mine.id(), 3));
        assertThat(messages.letter(me.person(), message, MessageChannel.SMS).text())
                .contains(here.name(), mine.number(), "前面还有 3 人")
                .doesNotContain("??");
    }

    @Test
    void who_comes_when_it_is_near_knows_and_who_came_before_a_window_opened_is_told_when_one_does() {
        SignedIn early = somebody();
        takenBy(early, 1);
        assertThat(toldOf(early)).as("nobody serves yet").isEmpty();

        clerkAt(1);
        SignedIn late = somebody();
        takenBy(late, 1);

        assertThat(toldOf(early)).hasSize(1);
        assertThat(toldOf(late)).isEmpty();
    }

    @Test
    void who_missed_their_call_is_not_told_again() {
        StaffMember clerk = clerkAt(1);
        SignedIn me = somebody();
        Ticket mine = takenBy(me, 1);
        windows.next(clerk);
        windows.skip(clerk);
        for (int i = 0; i < 6; i++) {
            taken();
        }
        tickets.comeBack(mine.id(), "test");

        assertThat(toldOf(me)).isEmpty();
    }
}
