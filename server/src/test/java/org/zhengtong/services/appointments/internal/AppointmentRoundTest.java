package org.zhengtong.services.appointments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointment.State;
import org.zhengtong.services.appointments.AppointmentDesk;
import org.zhengtong.services.appointments.BookingHouse;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Wish;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.testing.People.Someone;

/** What goes by the clock: reminders, times that are over, and being held back. */
class AppointmentRoundTest extends BookingHouse {
    @Autowired
    AppointmentRound round;

    @Autowired
    AppointmentRecords records;

    @Autowired
    Messages messages;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void who_booked_earlier_is_reminded_once_the_day_before() {
        SignedIn me = somebody();
        Moment moment = free(hall, BookingChannel.PORTAL).getLast();
        booked(me, moment);

        goTo(moment.instant().minus(Duration.ofDays(2)));
        assertThat(told(me)).containsExactly("APPOINTMENT_BOOKED");

        goTo(moment.instant().minus(Duration.ofDays(1)));
        assertThat(told(me)).containsExactly("APPOINTMENT_REMINDER", "APPOINTMENT_BOOKED");

        goTo(moment.instant().minus(Duration.ofHours(20)));
        assertThat(told(me)).containsExactly("APPOINTMENT_REMINDER", "APPOINTMENT_BOOKED");
    }

    @Test
    void who_books_for_tomorrow_is_not_reminded_the_same_day() {
        Moment moment = free(hall, BookingChannel.PORTAL).getLast();
        goTo(moment.instant().minus(Duration.ofDays(1)));
        SignedIn me = somebody();
        booked(me, moment);

        goTo(clock.instant().plus(Duration.ofHours(1)));

        assertThat(told(me)).containsExactly("APPOINTMENT_BOOKED");
    }

    @Test
    void a_time_that_is_over_holds_nobodys_place() {
        SignedIn me = somebody();
        List<Moment> moments = free(hall, BookingChannel.PORTAL);
        Appointment one = booked(me, moments.get(0));
        booked(me, moments.get(1));
        assertThat(refused(book(me, moments.get(2)))).isEqualTo(new Refusal.TooMany(2));

        goTo(moments.get(1).instant().plus(Duration.ofHours(1)));

        assertThat(appointments.one(me, one.id()).state()).isEqualTo(State.PASSED);
        booked(me, free(hall, BookingChannel.PORTAL).getFirst());
        assertThat(refused(appointments.cancel(me, one.id()))).isEqualTo(new Refusal.Over());
    }

    @Test
    void who_stays_away_twice_is_held_back_for_a_time_but_not_from_the_telephone() {
        OnTheTelephone two = new OnTheTelephone();
        for (int i = 0; i < 2; i++) {
            Moment moment = first();
            Appointment one = booked(two.me, moment);
            assertThat(refused(desk.mark(two.clerk, one.id(), false))).isEqualTo(new Refusal.Over());
            goTo(moment.instant().plus(Duration.ofMinutes(20)));
            assertThat(done(desk.mark(two.clerk, one.id(), false)).state()).isEqualTo(State.MISSED);
        }

        Moment moment = first();
        assertThat(refused(book(two.me, moment))).isInstanceOf(Refusal.HeldBack.class);
        assertThat(done(desk.book(two.clerk, two.call(), two.wish(moment))).channel())
                .isEqualTo(BookingChannel.PHONE);
        assertThat(told(two.me)).contains("APPOINTMENT_MISSED");

        goTo(clock.instant().plus(Duration.ofDays(32)));
        booked(two.me, first());
    }

    @Test
    void a_mark_can_be_put_right_until_the_end_of_the_next_day() {
        OnTheTelephone two = new OnTheTelephone();
        Moment moment = first();
        Appointment one = booked(two.me, moment);
        goTo(moment.instant().plus(Duration.ofMinutes(40)));
        assertThat(appointments.one(two.me, one.id()).state()).isEqualTo(State.PASSED);

        done(desk.mark(two.clerk, one.id(), false));
        assertThat(refused(desk.mark(two.clerk, one.id(), true)))
                .as("whoever comes today is checked in")
                .isEqualTo(new Refusal.CheckedInInstead());
        goTo(moment.instant().plus(Duration.ofDays(1)));
        assertThat(done(desk.mark(two.clerk, one.id(), true)).state()).isEqualTo(State.KEPT);

        goTo(moment.instant().plus(Duration.ofDays(2)));
        assertThat(refused(desk.mark(two.clerk, one.id(), false))).isEqualTo(new Refusal.Over());
    }

    @Test
    void who_closes_their_account_gives_the_seats_back_and_leaves_nothing() {
        SignedIn me = somebody();
        booked(me, first());
        assertThat(records.of(me.person())).hasSize(1);

        Optional<String> stays = transaction.execute(_ -> records.erase(me.person()));

        assertThat(stays).isEmpty();
        assertThat(records.of(me.person())).isEmpty();
        assertThat(takenSeats(hall)).isZero();
    }

    @Test
    void a_person_reads_that_a_clerk_found_them() {
        OnTheTelephone two = new OnTheTelephone();
        two.call();

        assertThat(records.looks(two.me.person()))
                .singleElement()
                .satisfies(look -> assertThat(look.actor()).isEqualTo(two.clerk.actor()));
    }

    private void goTo(Instant instant) {
        if (instant.isAfter(clock.instant())) {
            clock.set(instant);
        }
        round.pass();
        deliveries.runDue();
    }

    private List<String> told(SignedIn who) {
        return messages.of(who.person(), OptionalLong.empty()).stream()
                .map(CaseMessage::what)
                .toList();
    }

    /** A caller and a clerk. */
    private final class OnTheTelephone {
        private final Someone caller = people.someone("周来电");
        private final SignedIn me = me(caller.id());
        private final StaffMember clerk = staff(REGULATOR, Role.ACCEPTANCE);

        private UUID call() {
            return ((AppointmentDesk.Found.Caller)
                            desk.answer(clerk, caller.number().value()))
                    .call();
        }

        private Wish wish(Moment moment) {
            return new Wish(hall.id(), item.code().value(), moment);
        }
    }
}
