package org.zhengtong.services.appointments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.BookingHouse;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Plans;

/** A full slot is answered from memory, and a seat that comes free is never overlooked for long. */
class FullSlotsTest extends BookingHouse {
    @Autowired
    FullSlots full;

    private Moment moment;
    private SeatStore.Row slot;

    @BeforeEach
    void aSmallHall() {
        hall = opened(1, Plans.RULES);
        moment = first();
        slot = new SeatStore.Row(hall.id(), "all", moment, BookingChannel.PORTAL);
    }

    @Test
    void whoever_finds_a_slot_full_spares_the_next_the_database() {
        booked(somebody(), moment);
        assertThat(full.isFull(slot, 1)).isFalse();

        assertThat(refused(book(somebody(), moment))).isEqualTo(new Refusal.Full());

        assertThat(full.isFull(slot, 1)).isTrue();
        assertThat(refused(book(somebody(), moment))).isEqualTo(new Refusal.Full());
    }

    @Test
    void a_seat_that_comes_free_here_is_seen_at_once() {
        SignedIn me = somebody();
        Appointment one = booked(me, moment);
        book(somebody(), moment);
        assertThat(full.isFull(slot, 1)).isTrue();

        done(appointments.cancel(me, one.id()));

        assertThat(full.isFull(slot, 1)).isFalse();
        booked(somebody(), moment);
    }

    @Test
    void a_seat_that_comes_free_at_another_node_is_seen_after_a_moment() {
        Appointment one = booked(somebody(), moment);
        book(somebody(), moment);
        sql.sql("update appointments.appointment set state = 'CANCELLED', seat = null where id = :id")
                .param("id", one.id())
                .update();
        sql.sql("update appointments.seat set taken = false where hall = :hall")
                .param("hall", hall.id())
                .update();

        assertThat(refused(book(somebody(), moment))).isEqualTo(new Refusal.Full());
        clock.advance(Duration.ofSeconds(4));

        booked(somebody(), moment);
    }

    @Test
    void a_plan_with_more_seats_is_not_full() {
        booked(somebody(), moment);
        book(somebody(), moment);
        assertThat(full.isFull(slot, 1)).isTrue();

        plans.put(Plans.plan(hall, 2, Plans.RULES));

        booked(somebody(), moment);
    }

    @Test
    void whatever_comes_at_once_a_slot_with_a_free_seat_is_not_remembered_as_full() throws Exception {
        for (int round = 0; round < 5; round++) {
            SignedIn holder = somebody();
            Appointment held = booked(holder, moment);
            List<Callable<Appointments.Answer>> calls = new ArrayList<>();
            calls.add(() -> appointments.cancel(holder, held.id()));
            for (int i = 0; i < 7; i++) {
                SignedIn who = somebody();
                calls.add(() -> book(who, moment));
            }

            List<Appointments.Answer> answers = atOnce(calls);

            boolean taken = takenSeats(hall) == 1;
            assertThat(full.isFull(slot, 1) && !taken).as("round %d", round).isFalse();
            answers.subList(1, answers.size()).stream()
                    .filter(Appointments.Answer.Done.class::isInstance)
                    .map(answer -> ((Appointments.Answer.Done) answer).appointment())
                    .forEach(one -> appointments.cancel(me(one.person()), one.id()));
            assertThat(takenSeats(hall)).isZero();
        }
    }
}
