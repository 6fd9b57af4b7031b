package org.zhengtong.services.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.services.queue.Ticket.Priority;
import org.zhengtong.services.queue.Ticket.State;

/** The line of a hall. */
class QueueTest extends QueueHouse {
    @Autowired
    private Floors floors;

    @Test
    void numbers_are_given_in_order_each_line_with_its_letter() {
        assertThat(List.of(
                        taken().number(),
                        taken().number(),
                        taken(ONE, Priority.NONE).number(),
                        taken().number()))
                .containsExactly("A001", "A002", "B001", "A003");
    }

    @Test
    void no_number_is_given_twice_whatever_comes_at_once() throws Exception {
        List<Callable<Ticket>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(this::taken);
        }

        Set<String> numbers = new HashSet<>();
        atOnce(calls).forEach(one -> numbers.add(one.number()));

        assertThat(numbers).hasSize(16).contains("A001", "A016");
    }

    @Test
    void a_person_has_one_number_in_a_hall() {
        SignedIn me = somebody();
        Ticket first =
                given(take(Optional.of(me.person()), ALL, Priority.NONE, 1)).getFirst();

        assertThat(refused(take(Optional.of(me.person()), ONE, Priority.NONE, 1)))
                .isEqualTo(new QueueRefusal.HasTicket(first.id()));
    }

    @Test
    void a_closed_hall_gives_no_number_and_half_an_hour_before_the_doors_open_it_does() {
        at("08:29");
        assertThat(refused(take(Optional.empty(), ALL, Priority.NONE, 1))).isEqualTo(new QueueRefusal.HallClosed());

        at("08:30");
        assertThat(taken().number()).isEqualTo("A001");
    }

    @Test
    void an_appointment_becomes_its_ticket_with_the_number_it_was_booked_with_and_never_a_second() {
        SignedIn me = somebody();
        Appointment booked = bookedAt(me, "09:30");

        Ticket ticket =
                given(tickets.checkIn(booked.id(), Priority.NONE, me.actor())).getFirst();

        assertThat(booked.number()).isEqualTo("B0930-1");
        assertThat(ticket.number()).isEqualTo(booked.number());
        assertThat(ticket.appointment()).contains(booked.id());
        assertThat(given(tickets.checkIn(booked.id(), Priority.NONE, me.actor())))
                .containsExactly(ticket);
        assertThat(appointments.one(me, booked.id()).state()).isEqualTo(Appointment.State.KEPT);
        assertThat(takenSeats(here)).as("the seat stays theirs").isEqualTo(1);
    }

    @Test
    void who_says_it_twice_at_once_that_they_are_here_has_one_ticket() throws Exception {
        SignedIn me = somebody();
        Appointment booked = bookedAt(me, "09:30");

        List<Callable<Tickets.Answer>> calls = List.of(
                () -> tickets.checkIn(booked.id(), Priority.NONE, me.actor()),
                () -> take(Optional.of(me.person()), ONE, Priority.NONE, 1),
                () -> tickets.checkIn(booked.id(), Priority.NONE, me.actor()));
        atOnce(calls);

        assertThat(tickets.openOf(me.person())).extracting(Ticket::number).containsExactly(booked.number());
    }

    @Test
    void who_booked_and_asks_for_a_number_is_checked_in() {
        SignedIn me = somebody();
        Appointment booked = bookedAt(me, "09:30");

        assertThat(given(take(Optional.of(me.person()), ONE, Priority.NONE, 1)))
                .extracting(Ticket::number)
                .containsExactly(booked.number());
    }

    @Test
    void who_comes_too_early_is_told_from_when_on_and_who_comes_late_stands_in_line_like_everybody() {
        SignedIn me = somebody();
        Appointment booked = bookedAt(me, "11:00");

        assertThat(refused(tickets.checkIn(booked.id(), Priority.NONE, me.actor())))
                .isInstanceOfSatisfying(
                        QueueRefusal.NoAppointment.class,
                        why -> assertThat(why.why()).isInstanceOf(Refusal.TooEarly.class));
        at("11:45");
        Ticket late =
                given(tickets.checkIn(booked.id(), Priority.NONE, me.actor())).getFirst();
        assertThat(late.turn()).isEqualTo(clock.instant());
    }

    @Test
    void the_earliest_turn_is_called_first_and_one_window_has_one_person() {
        Ticket first = taken();
        pass(5);
        Ticket second = taken();
        Ticket elder = taken(ALL, Priority.ELDER);
        StaffMember clerk = clerkAt(1);

        assertThat(windows.next(clerk)).map(Ticket::number).contains(elder.number());
        assertThatThrownBy(() -> windows.next(clerk))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.code()).isEqualTo("queue.called-first"));
        windows.start(clerk);
        assertThat(windows.next(clerk)).map(Ticket::number).contains(first.number());
        assertThat(tickets.find(elder.id())).map(Ticket::state).contains(State.DONE);
        windows.start(clerk);
        assertThat(windows.next(clerk)).map(Ticket::number).contains(second.number());
        windows.start(clerk);
        assertThat(windows.next(clerk)).isEmpty();
    }

    @Test
    void nobody_is_called_to_two_windows() throws Exception {
        List<Callable<Optional<Ticket>>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            taken();
        }
        for (int window : List.of(1, 2)) {
            StaffMember clerk = clerkAt(window);
            calls.add(() -> windows.next(clerk));
        }

        assertThat(atOnce(calls).stream().flatMap(Optional::stream).map(Ticket::number))
                .containsExactlyInAnyOrder("A001", "A002");
    }

    @Test
    void who_missed_their_call_comes_back_behind_three_others() {
        Ticket missed = taken();
        for (int i = 0; i < 5; i++) {
            pass(1);
            taken();
        }
        StaffMember clerk = clerkAt(1);
        windows.next(clerk);
        windows.skip(clerk);

        given(tickets.comeBack(missed.id(), "ticket"));

        assertThat(windows.line(clerk).next())
                .extracting(Ticket::number)
                .containsExactly("A002", "A003", "A004", "A001", "A005", "A006");
    }

    @Test
    void a_window_calls_again_whom_it_missed() {
        Ticket missed = taken();
        StaffMember clerk = clerkAt(1);
        windows.next(clerk);
        windows.recall(clerk);
        windows.skip(clerk);

        assertThat(windows.line(clerk).missed()).extracting(Ticket::id).containsExactly(missed.id());
        assertThat(windows.call(clerk, missed.id()).calls()).isEqualTo(3);
    }

    @Test
    void who_is_sent_on_keeps_their_turn() {
        taken(ONE, Priority.NONE);
        pass(5);
        Ticket sent = taken();
        pass(5);
        taken(ONE, Priority.NONE);
        StaffMember clerk = clerkAt(1);
        windows.next(clerk);
        windows.start(clerk);

        windows.transfer(clerk, ONE);

        assertThat(windows.line(clerkAt(3)).next())
                .extracting(Ticket::number)
                .containsExactly("B001", sent.number(), "B002");
        assertThat(tickets.find(sent.id())).map(Ticket::state).contains(State.TRANSFERRED);
    }

    @Test
    void a_family_is_served_at_one_window_one_after_the_other() {
        List<Ticket> family = given(take(Optional.empty(), ALL, Priority.NONE, 3));
        taken();
        StaffMember one = clerkAt(1);
        StaffMember two = clerkAt(2);
        windows.next(one);
        windows.start(one);
        pass(1);
        taken(ALL, Priority.ELDER);

        assertThat(windows.next(one)).map(Ticket::number).contains(family.get(1).number());
        assertThat(windows.next(two)).map(Ticket::isFirst).contains(true);
    }

    @Test
    void a_paused_window_calls_nobody_and_who_leaves_gives_back_whom_they_called() {
        Ticket called = taken();
        StaffMember clerk = clerkAt(1);
        windows.next(clerk);
        windows.pause(clerk);

        windows.close(clerk);

        assertThat(tickets.find(called.id())).map(Ticket::state).contains(State.WAITING);
        StaffMember other = clerkAt(1);
        windows.pause(other);
        assertThatThrownBy(() -> windows.next(other))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.code()).isEqualTo("queue.paused"));
        windows.resume(other);
        assertThat(windows.next(other)).map(Ticket::id).contains(called.id());
    }

    @Test
    void somebodys_window_is_taken_over_only_when_they_went_silent() {
        StaffMember first = clerkAt(1);
        StaffMember second = staff(REGULATOR, Role.ACCEPTANCE);

        assertThatThrownBy(() -> windows.open(second, here.id(), 1))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.code()).isEqualTo("queue.window-taken"));
        pass(6);

        assertThat(windows.open(second, here.id(), 1).number()).isEqualTo(1);
        assertThat(windows.placeOf(first)).isEmpty();
    }

    @Test
    void a_clerk_of_another_body_has_no_window_here() {
        StaffMember stranger = staff(PERSONNEL, Role.ACCEPTANCE);

        assertThat(windows.windowsFor(stranger, here.id())).isEmpty();
        assertThatThrownBy(() -> windows.open(stranger, here.id(), 1))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.code()).isEqualTo("queue.not-your-window"));
    }

    @Test
    void what_is_announced_follows_the_line_and_the_windows() {
        clerkAt(1);
        WaitRange none = boards.board(here.id())
                .orElseThrow()
                .lines()
                .getFirst()
                .expected()
                .orElseThrow();
        taken();
        taken();

        WaitRange two = boards.board(here.id())
                .orElseThrow()
                .lines()
                .getFirst()
                .expected()
                .orElseThrow();

        assertThat(none.until()).isZero();
        assertThat(two.middle()).isEqualTo(Duration.ofMinutes(16));
    }

    @Test
    void before_the_doors_open_the_wait_is_that_of_the_windows_of_the_roster() {
        PersonId clerk = somebody().person();
        rostered(Map.of(1, clerk, 2, clerk), Plans.opening("09:00", "12:00"));
        at("08:40");
        taken();
        taken();

        Board.Line line = boards.board(here.id()).orElseThrow().lines().getFirst();

        assertThat(line.windows()).as("open now").isZero();
        assertThat(line.expected().orElseThrow().middle()).isEqualTo(Duration.ofMinutes(28));
        at("09:10");
        assertThat(boards.board(here.id()).orElseThrow().lines().getFirst().expected())
                .as("who should be there and is not helps nobody")
                .isEmpty();
    }

    @Test
    void the_floor_counts_the_windows_of_the_roster_in_the_hours_to_come() {
        rostered(Map.of(2, somebody().person(), 3, somebody().person()), Plans.opening("13:30", "15:00"));
        bookedAt(somebody(), "14:00");
        bookedAt(somebody(), "15:00");
        StaffMember clerk = clerkAt(1);

        assertThat(floors.forecast(clerk, here.id()))
                .extracting(Floors.Hour::hour, Floors.Hour::open)
                .containsExactly(tuple(14, 2), tuple(15, 0));
    }

    @Test
    void whatever_is_done_in_whatever_order_the_line_stays_whole() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<StaffMember> clerks = List.of(clerkAt(1), clerkAt(2), clerkAt(3));
        List<Ticket> all = new ArrayList<>();
        for (int step = 0; step < 300; step++) {
            pass(random.nextInt(2));
            StaffMember clerk = clerks.get(random.nextInt(clerks.size()));
            try {
                switch (random.nextInt(9)) {
                    case 0, 1, 2 ->
                        all.addAll(given(take(
                                Optional.empty(),
                                random.nextBoolean() ? ALL : ONE,
                                List.of(Priority.values()).get(random.nextInt(6)),
                                1 + random.nextInt(2))));
                    case 3, 4 -> windows.next(clerk);
                    case 5 -> windows.start(clerk);
                    case 6 -> windows.skip(clerk);
                    case 7 -> windows.transfer(clerk, random.nextBoolean() ? ALL : ONE);
                    default -> {
                        if (!all.isEmpty()) {
                            tickets.comeBack(all.get(random.nextInt(all.size())).id(), "test");
                        }
                    }
                }
            } catch (Problem refused) {
                assertThat(refused.status()).as("seed %d", seed).isEqualTo(409);
            }
        }

        assertThat(all).as("seed %d", seed).extracting(Ticket::number).doesNotHaveDuplicates();
        List<Ticket> now =
                all.stream().map(one -> tickets.find(one.id()).orElseThrow()).toList();
        for (int window = 1; window <= 3; window++) {
            int place = window;
            assertThat(now.stream()
                            .filter(one -> one.state().isAtWindow())
                            .filter(one -> one.window().equals(Optional.of(place))))
                    .as("seed %d", seed)
                    .hasSizeLessThan(2);
        }
        Board board = boards.board(here.id()).orElseThrow();
        assertThat((long) board.waiting())
                .as("seed %d", seed)
                .isEqualTo(now.stream().filter(one -> one.state().isWaiting()).count());
    }
}
