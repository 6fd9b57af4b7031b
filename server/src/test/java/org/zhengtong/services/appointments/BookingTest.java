package org.zhengtong.services.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;

/** Seats are never sold twice, and nobody has more bookings than they may, whatever comes at once. */
class BookingTest extends BookingHouse {
    /** Everybody may book once. */
    private static final Rules ONCE = new Rules(30, 14, 1, 2, 90, 30);

    @Autowired
    AuditTrail trail;

    @Autowired
    Messages messages;

    @Test
    void a_time_is_booked_told_and_written_into_the_audit() {
        SignedIn me = somebody();
        Moment moment = first();

        Appointment one = booked(me, moment);
        deliveries.runDue();

        assertThat(one.moment()).isEqualTo(moment);
        assertThat(appointments.of(me)).containsExactly(one);
        assertThat(freeAt(moment)).isEqualTo(2);
        assertThat(messages.of(me.person(), OptionalLong.empty()))
                .extracting(CaseMessage::what)
                .containsExactly("APPOINTMENT_BOOKED");
        assertThat(trail.find(AuditQuestion.about(one.id(), 10)))
                .extracting(Leaf::action, Leaf::actor)
                .containsExactly(tuple("appointments.book", me.actor()));
    }

    @Test
    void of_many_who_want_the_last_seat_at_once_exactly_one_gets_it() throws Exception {
        Hall small = opened(1, ONCE);
        Moment moment = free(small, BookingChannel.PORTAL).getFirst();
        List<Callable<Appointments.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SignedIn who = somebody();
            calls.add(() -> book(who, small, moment, BookingChannel.PORTAL));
        }

        List<Appointments.Answer> answers = atOnce(calls);

        assertThat(answers)
                .filteredOn(Appointments.Answer.Done.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(Appointments.Answer.Refused.class::isInstance)
                .allSatisfy(answer -> assertThat(refused(answer)).isEqualTo(new Refusal.Full()));
        assertThat(takenSeats(small)).isEqualTo(1);
        assertThat(bookedRows(small)).isEqualTo(1);
    }

    @Test
    void a_crowd_fills_every_seat_of_a_slot_and_none_twice() throws Exception {
        Hall large = opened(7, ONCE);
        Moment moment = free(large, BookingChannel.PORTAL).getFirst();
        List<Callable<Appointments.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            SignedIn who = somebody();
            calls.add(() -> book(who, large, moment, BookingChannel.PORTAL));
        }

        List<Appointments.Answer> answers = new ArrayList<>(atOnce(calls));
        SignedIn late = somebody();
        while (takenSeats(large) < 7) {
            answers.add(book(late, large, moment, BookingChannel.PORTAL));
            late = somebody();
        }

        assertThat(answers)
                .filteredOn(Appointments.Answer.Done.class::isInstance)
                .hasSize(7);
        assertThat(bookedRows(large)).isEqualTo(7);
        assertThat(refused(book(somebody(), large, moment, BookingChannel.PORTAL)))
                .isEqualTo(new Refusal.Full());
        assertThat(book(somebody(), large, moment, BookingChannel.API)).isInstanceOf(Appointments.Answer.Done.class);
    }

    @Test
    void one_person_from_many_devices_at_once_never_has_more_than_they_may() throws Exception {
        SignedIn me = somebody();
        List<Moment> moments = free(hall, BookingChannel.PORTAL);
        List<Callable<Appointments.Answer>> calls = IntStream.range(0, 12)
                .<Callable<Appointments.Answer>>mapToObj(i -> () -> book(me, moments.get(i)))
                .toList();

        List<Appointments.Answer> answers = atOnce(calls);

        assertThat(answers)
                .filteredOn(Appointments.Answer.Done.class::isInstance)
                .hasSize(2);
        assertThat(answers)
                .filteredOn(Appointments.Answer.Refused.class::isInstance)
                .allSatisfy(answer -> assertThat(refused(answer)).isEqualTo(new Refusal.TooMany(2)));
        assertThat(takenSeats(hall)).isEqualTo(2);
    }

    @Test
    void one_person_is_in_one_place_at_a_time_also_from_two_devices_at_once() throws Exception {
        SignedIn me = somebody();
        Hall other = opened(3, ONCE);
        Moment moment = first();

        List<Appointments.Answer> answers = atOnce(List.of(
                () -> book(me, hall, moment, BookingChannel.PORTAL),
                () -> book(me, hall, moment, BookingChannel.API),
                () -> book(me, other, moment, BookingChannel.PORTAL),
                () -> book(me, other, moment, BookingChannel.API)));

        assertThat(answers)
                .filteredOn(Appointments.Answer.Done.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(Appointments.Answer.Refused.class::isInstance)
                .allSatisfy(answer -> assertThat(refused(answer)).isEqualTo(new Refusal.SameTime()));
        assertThat(takenSeats(hall) + takenSeats(other)).isEqualTo(1);
    }

    @Test
    void the_database_refuses_a_seat_taken_twice_and_a_booking_without_one() {
        Appointment one = booked(somebody(), first());
        String copy = """
                insert into appointments.appointment (id, person, hall, business_group, item, item_name, day, starts,
                    ends, channel, state, place, seat, booked_by, booked_at, changed_at)
                select :id, :person, hall, business_group, item, item_name, day, starts, ends, channel, state, place,
                       %s, booked_by, booked_at, changed_at
                  from appointments.appointment where id = :one
                """;

        assertThatThrownBy(() -> sql.sql(copy.formatted("seat"))
                        .param("id", new UUID(9, 1))
                        .param("person", new UUID(9, 9))
                        .param("one", one.id())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> sql.sql(copy.formatted("null"))
                        .param("id", new UUID(9, 1))
                        .param("person", new UUID(9, 9))
                        .param("one", one.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_cancelled_seat_can_be_booked_by_somebody_else() {
        Hall small = opened(1, ONCE);
        Moment moment = free(small, BookingChannel.PORTAL).getFirst();
        SignedIn me = somebody();
        SignedIn other = somebody();
        Appointment one = done(book(me, small, moment, BookingChannel.PORTAL));
        assertThat(refused(book(other, small, moment, BookingChannel.PORTAL))).isEqualTo(new Refusal.Full());

        done(appointments.cancel(me, one.id()));

        assertThat(takenSeats(small)).isZero();
        done(book(other, small, moment, BookingChannel.PORTAL));
        assertThat(refused(appointments.cancel(me, one.id()))).isEqualTo(new Refusal.Over());
        assertThat(takenSeats(small)).isEqualTo(1);
    }

    @Test
    void a_moved_appointment_keeps_exactly_one_seat() {
        SignedIn me = somebody();
        List<Moment> moments = free(hall, BookingChannel.PORTAL);
        Appointment one = booked(me, moments.get(0));

        Appointment moved = done(appointments.move(me, one.id(), moments.get(5), BookingChannel.PORTAL));

        assertThat(moved.id()).isEqualTo(one.id());
        assertThat(moved.moment()).isEqualTo(moments.get(5));
        assertThat(moved.moves()).isEqualTo(1);
        assertThat(takenSeats(hall)).isEqualTo(1);
        assertThat(freeAt(moments.get(0))).isEqualTo(3);
        assertThat(freeAt(moments.get(5))).isEqualTo(2);
    }

    @Test
    void who_cannot_have_another_time_keeps_the_one_they_had() {
        Hall small = opened(1, ONCE);
        List<Moment> moments = free(small, BookingChannel.PORTAL);
        SignedIn me = somebody();
        Appointment one = done(book(me, small, moments.get(0), BookingChannel.PORTAL));
        done(book(somebody(), small, moments.get(1), BookingChannel.PORTAL));

        assertThat(refused(appointments.move(me, one.id(), moments.get(1), BookingChannel.PORTAL)))
                .isEqualTo(new Refusal.Full());
        assertThat(refused(appointments.move(
                        me, one.id(), new Moment(moments.get(0).day(), LocalTime.of(3, 0)), BookingChannel.PORTAL)))
                .isEqualTo(new Refusal.NoSuchTime());

        assertThat(appointments.one(me, one.id()).moment()).isEqualTo(moments.get(0));
        assertThat(takenSeats(small)).isEqualTo(2);
    }

    @Test
    void moved_by_two_devices_at_once_it_still_has_one_seat() throws Exception {
        SignedIn me = somebody();
        List<Moment> moments = free(hall, BookingChannel.PORTAL);
        Appointment one = booked(me, moments.get(0));
        List<Callable<Appointments.Answer>> calls = IntStream.range(1, 9)
                .<Callable<Appointments.Answer>>mapToObj(
                        i -> () -> appointments.move(me, one.id(), moments.get(i), BookingChannel.PORTAL))
                .toList();

        atOnce(calls);

        assertThat(takenSeats(hall)).isEqualTo(1);
        assertThat(freeAt(appointments.one(me, one.id()).moment())).isEqualTo(2);
    }

    @Test
    void a_day_closed_while_it_is_being_booked_leaves_nobody_on_it() throws Exception {
        StaffMember administrator = staff(REGULATOR, Role.SYSTEM_ADMINISTRATOR);
        List<Moment> moments = free(hall, BookingChannel.PORTAL);
        LocalDate day = moments.getFirst().day();
        List<Moment> thatDay =
                moments.stream().filter(one -> one.day().equals(day)).toList();
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            SignedIn who = somebody();
            Moment moment = thatDay.get(i % thatDay.size());
            calls.add(() -> book(who, moment));
        }
        calls.add(5, () -> closing.close(administrator, hall.id(), day.toString(), "停电"));

        List<Object> answers = atOnce(calls);

        long done = answers.stream()
                .filter(Appointments.Answer.Done.class::isInstance)
                .count();
        assertThat(sql.sql("""
                                select count(*) from appointments.appointment
                                 where hall = :hall and day = :day and state = 'BOOKED'
                                """)
                        .param("hall", hall.id())
                        .param("day", day)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(answers).contains(new DayClosing.Answer.Done((int) done, 0));
        assertThat(bookedRows(hall)).isEqualTo(done);
        assertThat(takenSeats(hall)).isEqualTo(done);
        assertThat(answers)
                .filteredOn(Appointments.Answer.Refused.class::isInstance)
                .allSatisfy(answer ->
                        assertThat(refused((Appointments.Answer) answer)).isEqualTo(new Refusal.NoSuchTime()));
    }

    @Test
    void those_whose_day_falls_out_have_the_next_free_time_and_are_told() {
        StaffMember administrator = staff(REGULATOR, Role.SYSTEM_ADMINISTRATOR);
        SignedIn me = somebody();
        Appointment one = booked(me, first());

        assertThat(closing.booked(administrator, hall.id(), one.moment().day())).isEqualTo(1);
        DayClosing.Answer answer =
                closing.close(administrator, hall.id(), one.moment().day().toString(), "台风");
        deliveries.runDue();

        assertThat(answer).isEqualTo(new DayClosing.Answer.Done(1, 0));
        Appointment after = appointments.one(me, one.id());
        assertThat(after.isBooked()).isTrue();
        assertThat(after.moment().day()).isAfter(one.moment().day());
        assertThat(messages.of(me.person(), OptionalLong.empty()))
                .extracting(CaseMessage::what)
                .contains("APPOINTMENT_POSTPONED");
        assertThat(takenSeats(hall)).isEqualTo(1);
        assertThatThrownBy(() -> closing.close(staff(REGULATOR, Role.ACCEPTANCE), hall.id(), "2026-03-05", "台风"))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.status()).isEqualTo(403));
    }

    @Test
    void nothing_is_booked_in_the_past_too_far_ahead_beside_the_slots_or_for_what_the_hall_does_not_do() {
        SignedIn me = somebody();
        Moment moment = first();
        List<Moment> impossible = List.of(
                new Moment(LocalDate.now(clock).minusDays(3), LocalTime.of(9, 0)),
                new Moment(LocalDate.now(clock).plusDays(60), LocalTime.of(9, 0)),
                new Moment(moment.day(), moment.starts().plusMinutes(1)));
        String elsewhere = catalogue.items().stream()
                .filter(one -> one.bodyName().equals(PERSONNEL))
                .findFirst()
                .orElseThrow()
                .code()
                .value();

        assertThat(impossible)
                .allSatisfy(one -> assertThat(refused(book(me, one))).isEqualTo(new Refusal.NoSuchTime()));
        assertThat(refused(appointments.book(me, new Wish(hall.id(), elsewhere, moment), BookingChannel.PORTAL)))
                .isEqualTo(new Refusal.NotHere());
    }

    @Test
    void somebody_elses_appointment_is_not_found() {
        Appointment one = booked(somebody(), first());
        SignedIn stranger = somebody();

        assertThatThrownBy(() -> appointments.one(stranger, one.id()))
                .isInstanceOfSatisfying(Problem.class, BookingTest::is404);
        assertThatThrownBy(() -> appointments.cancel(stranger, one.id()))
                .isInstanceOfSatisfying(Problem.class, BookingTest::is404);
        assertThatThrownBy(() -> appointments.move(stranger, one.id(), first(), BookingChannel.PORTAL))
                .isInstanceOfSatisfying(Problem.class, BookingTest::is404);
    }

    private static void is404(Problem why) {
        assertThat(why.status()).isEqualTo(404);
    }
}
