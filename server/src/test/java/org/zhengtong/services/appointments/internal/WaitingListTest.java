package org.zhengtong.services.appointments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointment.State;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.BookingHouse;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.WaitingList;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.SpecialDay;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;

/** A seat that comes free goes to whoever waits longest, and never to two. */
class WaitingListTest extends BookingHouse {
    @Autowired
    WaitingList waiting;

    @Autowired
    AppointmentRound round;

    @Autowired
    AppointmentRecords records;

    @Autowired
    Messages messages;

    @Autowired
    TransactionTemplate transaction;

    private Moment moment;
    private Appointment only;
    private SignedIn holder;

    /** One seat a slot; the last day is full, and it is noon some days before. */
    @BeforeEach
    void aFullDay() {
        hall = opened(1, Plans.RULES);
        List<Moment> all = free(hall, BookingChannel.PORTAL);
        moment = all.getLast();
        List<Moment> day = all.stream()
                .filter(one -> one.day().equals(moment.day()) && !one.equals(moment))
                .toList();
        holder = somebody();
        only = booked(holder, moment);
        day.forEach(one -> booked(somebody(), one));
        clock.set(moment.day()
                .minusDays(5)
                .atTime(LocalTime.NOON)
                .atZone(Page.ZONE)
                .toInstant());
    }

    @Test
    void a_seat_given_back_is_held_for_the_first_who_waits_and_taken_by_nobody_else() {
        SignedIn first = waits();
        SignedIn second = waits();

        appointments.cancel(holder, only.id());
        deliveries.runDue();

        Appointment held = appointments.of(first).getFirst();
        assertThat(held.state()).isEqualTo(State.OFFERED);
        assertThat(held.moment()).isEqualTo(moment);
        assertThat(held.heldUntil()).contains(clock.instant().plus(WaitingList.HELD));
        assertThat(told(first)).containsExactly("APPOINTMENT_OFFERED");
        assertThat(appointments.of(second)).isEmpty();
        assertThat(refused(book(somebody(), moment))).isEqualTo(new Refusal.Full());
        assertThat(waiting.of(first)).isEmpty();

        assertThat(done(waiting.take(first, held.id())).state()).isEqualTo(State.BOOKED);
        assertThat(bookedRows(hall)).isEqualTo(takenSeats(hall));
        assertThat(refused(waiting.take(first, held.id()))).isEqualTo(new Refusal.Over());
    }

    @Test
    void who_is_silent_or_declines_has_had_their_turn_and_the_next_is_asked() {
        SignedIn silent = waits();
        SignedIn unwilling = waits();
        SignedIn glad = waits();
        appointments.cancel(holder, only.id());

        clock.advance(WaitingList.HELD);
        assertThat(refused(
                        waiting.take(silent, appointments.of(silent).getFirst().id())))
                .isEqualTo(new Refusal.Over());
        round.pass();
        deliveries.runDue();
        assertThat(appointments.of(silent).getFirst().state()).isEqualTo(State.LAPSED);
        assertThat(told(silent)).containsExactly("APPOINTMENT_LAPSED", "APPOINTMENT_OFFERED");

        appointments.cancel(unwilling, appointments.of(unwilling).getFirst().id());
        assertThat(appointments.of(glad).getFirst().state()).isEqualTo(State.OFFERED);

        appointments.cancel(glad, appointments.of(glad).getFirst().id());
        assertThat(freeAt(moment)).isEqualTo(1);
    }

    @Test
    void many_who_cancel_at_once_offer_each_seat_once_and_to_each_person_one() throws Exception {
        List<SignedIn> waiters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiters.add(waits());
        }
        record Booked(SignedIn who, Appointment one) {}
        List<Booked> booked = sql.sql("""
                        select id, person from appointments.appointment where hall = :hall and day = :day
                        """)
                .param("hall", hall.id())
                .param("day", moment.day())
                .query((row, _) -> {
                    SignedIn who = me(new PersonId(row.getObject("person", UUID.class)));
                    return new Booked(who, appointments.one(who, row.getObject("id", UUID.class)));
                })
                .list();
        List<Callable<Appointments.Answer>> calls = booked.stream()
                .<Callable<Appointments.Answer>>map(
                        one -> () -> appointments.cancel(one.who(), one.one().id()))
                .toList();

        atOnce(calls);

        assertThat(waiters).allSatisfy(one -> assertThat(appointments.of(one)).hasSizeLessThanOrEqualTo(1));
        assertThat(sql.sql(
                                "select count(distinct seat) from appointments.appointment where state = 'OFFERED' and hall = :hall")
                        .param("hall", hall.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(takenSeats(hall));
    }

    @Test
    void seats_a_changed_plan_adds_go_to_those_who_wait_as_if_they_came_free() {
        SignedIn first = waits();
        SignedIn second = waits();

        plans.put(Plans.plan(hall, 2, Plans.RULES));
        deliveries.runDue();

        assertThat(List.of(first, second)).allSatisfy(one -> {
            Appointment held = appointments.of(one).getFirst();
            assertThat(held.state()).isEqualTo(State.OFFERED);
            assertThat(held.moment().day()).isEqualTo(moment.day());
            assertThat(told(one)).containsExactly("APPOINTMENT_OFFERED");
        });
        assertThat(appointments.of(first).getFirst().moment())
                .isNotEqualTo(appointments.of(second).getFirst().moment());
        assertThat(freeAt(moment)).as("what nobody waits for is everybody's").isEqualTo(1);
    }

    @Test
    void a_day_that_is_opened_longer_is_offered_to_those_who_wait_for_it() {
        SignedIn first = waits();
        HallPlan plan = plans.plan(hall.id()).orElseThrow();

        plans.put(new HallPlan(
                hall.id(),
                plan.areas(),
                plan.windows(),
                plan.groups(),
                plan.week(),
                List.of(new SpecialDay(
                        moment.day(),
                        List.of(
                                Plans.opening("09:00", "12:00"),
                                Plans.opening("13:30", "17:00"),
                                Plans.opening("18:00", "19:00")),
                        "延时服务")),
                plan.rules()));
        deliveries.runDue();

        Appointment held = appointments.of(first).getFirst();
        assertThat(held.moment()).isEqualTo(new Moment(moment.day(), LocalTime.of(18, 0)));
        assertThat(held.number()).isEqualTo("A1800-1");
        assertThat(done(waiting.take(first, held.id())).state()).isEqualTo(State.BOOKED);
    }

    @Test
    void at_night_a_seat_is_held_until_the_morning_and_shortly_before_its_time_for_nobody() {
        SignedIn first = waits();
        Instant evening =
                moment.day().minusDays(2).atTime(21, 30).atZone(Page.ZONE).toInstant();
        clock.set(evening);
        appointments.cancel(holder, only.id());
        assertThat(appointments.of(first).getFirst().heldUntil())
                .contains(moment.day()
                        .minusDays(1)
                        .atTime(10, 0)
                        .atZone(Page.ZONE)
                        .toInstant());

        SignedIn second = waits();
        clock.set(moment.instant().minus(Duration.ofMinutes(70)));
        round.pass();
        assertThat(appointments.of(second)).isEmpty();
        assertThat(freeAt(moment)).isEqualTo(1);
    }

    @Test
    void a_day_that_is_closed_takes_back_what_was_offered() {
        SignedIn first = waits();
        appointments.cancel(holder, only.id());

        closing.close(
                staff(REGULATOR, Role.SYSTEM_ADMINISTRATOR),
                hall.id(),
                moment.day().toString(),
                "停电");

        assertThat(appointments.of(first).getFirst().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void nobody_waits_where_there_are_free_times_nor_for_days_in_disorder() {
        SignedIn me = somebody();
        Moment early = first();

        assertThat(ask(me, early, moment)).isEqualTo(new WaitingList.Answer.Refused(new Refusal.StillFree()));
        assertThat(ask(me, moment, early)).isEqualTo(new WaitingList.Answer.Refused(new Refusal.NoSuchDays()));
        assertThat(waiting.of(me)).isEmpty();
    }

    @Test
    void who_asks_twice_keeps_their_turn_and_who_leaves_is_passed_over() {
        SignedIn first = waits();
        SignedIn second = waits();
        ask(first, moment, moment);
        assertThat(waiting.of(first)).hasSize(1);

        waiting.leave(first, waiting.of(first).getFirst().id());
        assertThatThrownBy(
                        () -> waiting.leave(first, waiting.of(second).getFirst().id()))
                .isInstanceOf(Problem.class);
        appointments.cancel(holder, only.id());

        assertThat(appointments.of(first)).isEmpty();
        assertThat(appointments.of(second).getFirst().state()).isEqualTo(State.OFFERED);
    }

    @Test
    void whoever_closes_their_account_waits_no_more_and_gives_back_what_was_held() {
        SignedIn first = waits();
        SignedIn second = waits();
        assertThat(records.of(first.person())).hasSize(1);
        appointments.cancel(holder, only.id());

        transaction.executeWithoutResult(_ -> records.erase(first.person()));

        assertThat(appointments.of(first)).isEmpty();
        assertThat(appointments.of(second).getFirst().state()).isEqualTo(State.OFFERED);
    }

    private SignedIn waits() {
        SignedIn me = somebody();
        clock.advance(Duration.ofSeconds(1));
        assertThat(ask(me, moment, moment)).isInstanceOf(WaitingList.Answer.Waits.class);
        return me;
    }

    private WaitingList.Answer ask(SignedIn me, Moment from, Moment until) {
        return waiting.ask(me, hall.id(), item.code().value(), from.day(), until.day(), BookingChannel.PORTAL);
    }

    private List<String> told(SignedIn who) {
        return messages.of(who.person(), OptionalLong.empty()).stream()
                .map(CaseMessage::what)
                .toList();
    }
}
