package org.zhengtong.services.appointments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.Rushes;
import org.zhengtong.services.appointments.Standing;
import org.zhengtong.services.appointments.WaitingList;
import org.zhengtong.services.halls.BookingChannel;

/** A day that many want opens to them in a fair order, and each seat is promised to one at a time. */
class RushTest extends RushHouse {
    @Autowired
    AuditTrail trail;

    @Autowired
    AppointmentRecords records;

    @Autowired
    WaitingList waiting;

    @Autowired
    RushPlaceStore places;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_last_day_opens_at_its_time_and_not_before() {
        hall = opened(1, rules(0));

        Offer.Day last = appointments
                .offer(hall.id(), item, BookingChannel.PORTAL)
                .orElseThrow()
                .days()
                .getLast();

        assertThat(last.date()).isEqualTo(day);
        assertThat(last.times()).isEmpty();
        assertThat(last.opens()).isPresent();
        assertThat(refused(book(somebody(), slot(0))))
                .isEqualTo(new Refusal.NotYetOpen(last.opens().get()));
        assertThat(refused(book(somebody(), hall, slot(0), BookingChannel.PHONE)))
                .isInstanceOf(Refusal.NotYetOpen.class);
        assertThat(waiting.ask(somebody(), hall.id(), item.code().value(), day, day, BookingChannel.PORTAL))
                .isEqualTo(new WaitingList.Answer.Refused(new Refusal.NoSuchDays()));
        clock.set(last.opens().get());
        assertThat(booked(somebody(), slot(0)).moment()).isEqualTo(slot(0));
    }

    @Test
    void people_are_let_into_the_waiting_room_some_minutes_before() {
        SignedIn me = somebody();

        assertThat(standing(me)).isInstanceOf(Standing.NotYet.class);
        assertThat(enter(me)).isEqualTo(new Rushes.Entry.Refused(new Refusal.NoQueue()));
        at("09:20");
        assertThat(standing(me)).isInstanceOf(Standing.Outside.class);
        assertThat(enter(me)).isInstanceOf(Rushes.Entry.In.class);
        assertThat(standing(me)).isInstanceOf(Standing.InRoom.class);
        assertThat(rushes.standing(me, hall.id(), item.code().value(), day.minusDays(3), BookingChannel.PORTAL))
                .isInstanceOf(Standing.NoQueue.class);
    }

    @Test
    void the_lot_was_committed_to_before_and_anybody_can_draw_it_again() {
        at("09:20");
        List<SignedIn> crowd = crowd(30);
        Standing.InRoom before = (Standing.InRoom) standing(crowd.getFirst());
        at("09:30");
        seconds(1);

        Rushes.Drawing drawing = rushes.drawing(before.rush().id()).orElseThrow();

        assertThat(before.rush().seed()).isEmpty();
        String seed = drawing.rush().seed().orElseThrow();
        assertThat(Lot.commitment(seed)).isEqualTo(before.rush().commitment());
        assertThat(drawing.lots()).hasSize(30).isEqualTo(Lot.order(seed, drawing.lots()));
        assertThat(trail.find(AuditQuestion.about(before.rush().id(), 10)))
                .extracting(Leaf::action)
                .contains("appointments.open-rush", "appointments.draw-lot");
        assertThat(crowd.stream().map(one -> place(one)).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
        SignedIn first =
                crowd.stream().filter(one -> place(one) == 1).findFirst().orElseThrow();
        assertThat(((Standing.Turn) standing(first)).lot())
                .isEqualTo(drawing.lots().getFirst());
    }

    @Test
    void who_comes_after_the_release_stands_behind_in_the_order_of_coming() {
        at("09:20");
        List<SignedIn> early = crowd(20);
        at("09:30");
        List<SignedIn> late = crowd(6);
        seconds(2);

        assertThat(early).allSatisfy(one -> assertThat(place(one)).isLessThanOrEqualTo(20));
        assertThat(late.stream().map(this::place)).containsExactly(21, 22, 23, 24, 25, 26);
    }

    @Test
    void looking_and_entering_again_on_any_device_changes_nobodys_place() {
        at("09:20");
        List<SignedIn> crowd = crowd(20);
        crowd.forEach(this::enter);
        at("09:30");
        seconds(2);
        List<Integer> before = crowd.stream().map(this::place).toList();

        for (int again = 0; again < 5; again++) {
            crowd.forEach(this::enter);
            crowd.forEach(this::standing);
        }
        seconds(2);

        assertThat(crowd.stream().map(this::place)).containsExactlyElementsOf(before);
        assertThat(before).doesNotHaveDuplicates();
        assertThat(rushes.enter(crowd.getFirst(), hall.id(), item.code().value(), day, BookingChannel.API))
                .isEqualTo(new Rushes.Entry.Refused(new Refusal.OtherQueue()));
    }

    @Test
    void as_many_are_let_in_as_there_are_seats_and_each_of_them_gets_one() {
        at("09:20");
        List<SignedIn> crowd = crowd(40);
        at("09:30");
        seconds(10);

        List<SignedIn> first = those(crowd, Standing.Turn.class);

        assertThat(first)
                .hasSize(SEATS)
                .allSatisfy(one -> assertThat(place(one)).isLessThanOrEqualTo(SEATS));
        for (int i = 0; i < SEATS; i++) {
            booked(first.get(i), slot(i));
        }
        seconds(1);
        assertThat(those(crowd, Standing.Gone.class)).hasSize(40);
        assertThat(bookedRows(hall)).isEqualTo(SEATS);
        assertThat(refused(book(somebody(), slot(0)))).isEqualTo(new Refusal.Full());
    }

    @Test
    void who_does_not_book_in_time_makes_room_for_the_next_and_may_queue_again() {
        at("09:20");
        List<SignedIn> crowd = crowd(20);
        at("09:30");
        seconds(1);
        List<SignedIn> first = those(crowd, Standing.Turn.class);
        List<SignedIn> behind = those(crowd, Standing.InLine.class);
        booked(first.getFirst(), slot(0));

        clock.advance(Duration.ofSeconds(190));
        seconds(2);

        assertThat(standing(first.getFirst())).isInstanceOf(Standing.Booked.class);
        assertThat(standing(first.get(1)))
                .isEqualTo(new Standing.Outside(
                        ((Standing.Turn) standing(behind.getFirst())).rush().released(), true));
        assertThat(refused(book(first.get(1), slot(1)))).isInstanceOf(Refusal.NotYourTurn.class);
        assertThat(those(behind, Standing.Turn.class)).hasSize(behind.size());
        enter(first.get(1));
        seconds(1);
        assertThat(place(first.get(1))).isEqualTo(21);
    }

    @Test
    void without_a_turn_the_day_is_booked_by_no_way_and_nothing_is_moved_there() {
        SignedIn mover = somebody();
        Appointment earlier = booked(mover, free(hall, BookingChannel.PORTAL).getFirst());
        at("09:30");
        SignedIn other = somebody();

        assertThat(refused(book(other, slot(0)))).isInstanceOf(Refusal.NotYourTurn.class);
        assertThat(refused(book(other, hall, slot(0), BookingChannel.API))).isInstanceOf(Refusal.NotYourTurn.class);
        assertThat(refused(appointments.move(mover, earlier.id(), slot(0), BookingChannel.PORTAL)))
                .isInstanceOf(Refusal.NotYourTurn.class);
        enter(mover);
        seconds(1);
        assertThat(done(appointments.move(mover, earlier.id(), slot(0), BookingChannel.PORTAL))
                        .moment())
                .isEqualTo(slot(0));
        assertThat(standing(mover)).isInstanceOf(Standing.Booked.class);
    }

    @Test
    void a_turn_is_good_for_one_seat_from_however_many_devices() throws Exception {
        at("09:20");
        SignedIn me = somebody();
        enter(me);
        at("09:30");
        seconds(1);
        List<Callable<Appointments.Answer>> devices = IntStream.range(0, 8)
                .<Callable<Appointments.Answer>>mapToObj(i -> () -> book(me, slot(i)))
                .toList();

        List<Appointments.Answer> answers = atOnce(devices);

        assertThat(answers)
                .filteredOn(Appointments.Answer.Done.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(Appointments.Answer.Refused.class::isInstance)
                .allSatisfy(answer -> assertThat(refused(answer)).isEqualTo(new Refusal.TurnOver()));
        assertThat(takenSeats(hall)).isEqualTo(1);
    }

    @Test
    void a_refused_booking_leaves_the_turn_as_it_was() {
        SignedIn me = somebody();
        at("09:20");
        SignedIn other = somebody();
        enter(me);
        enter(other);
        at("09:30");
        seconds(1);
        booked(other, slot(0));

        assertThat(refused(book(me, slot(0)))).isEqualTo(new Refusal.Full());
        assertThat(booked(me, slot(1)).moment()).isEqualTo(slot(1));
    }

    @Test
    void of_two_requests_at_once_each_person_has_one_place_and_places_have_no_gap() throws Exception {
        at("09:30");
        List<SignedIn> crowd = new ArrayList<>();
        List<Callable<Rushes.Entry>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            SignedIn one = somebody();
            crowd.add(one);
            calls.add(() -> enter(one));
            calls.add(() -> enter(one));
        }

        assertThat(atOnce(calls)).allSatisfy(entry -> assertThat(entry).isInstanceOf(Rushes.Entry.In.class));
        seconds(2);

        assertThat(crowd.stream().map(this::place).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void who_may_not_book_does_not_queue() {
        SignedIn me = somebody();
        booked(me, free(hall, BookingChannel.PORTAL).get(0));
        booked(me, free(hall, BookingChannel.PORTAL).get(1));
        at("09:20");

        assertThat(enter(me)).isEqualTo(new Rushes.Entry.Refused(new Refusal.TooMany(2)));
    }

    @Test
    void when_nobody_waits_any_more_the_day_is_booked_like_any_other() {
        at("09:30");
        SignedIn me = somebody();
        enter(me);
        seconds(1);
        booked(me, slot(0));

        at("09:41");
        seconds(2);

        assertThat(standing(somebody())).isInstanceOf(Standing.NoQueue.class);
        assertThat(booked(somebody(), slot(1)).moment()).isEqualTo(slot(1));
    }

    @Test
    void who_closes_their_account_leaves_the_queue() {
        at("09:20");
        SignedIn me = somebody();
        enter(me);
        RushKey key = new RushKey(hall.id(), "all", BookingChannel.PORTAL, day);
        assertThat(places.of(me.person(), key)).isPresent();
        assertThat(records.of(me.person())).hasSize(1);

        transaction.executeWithoutResult(
                _ -> assertThat(records.erase(me.person())).isEmpty());

        assertThat(places.of(me.person(), key)).isEmpty();
    }

    private int place(SignedIn who) {
        return places.of(who.person(), new RushKey(hall.id(), "all", BookingChannel.PORTAL, day))
                .flatMap(RushPlaceStore.Row::place)
                .orElse(0);
    }
}
