package org.zhengtong.services.appointments.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.BookingHouse;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Rushes;
import org.zhengtong.services.appointments.Standing;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.HallPlan.Release;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.testing.TestClock;

/** A hall whose last day opens at half past nine, with a queue from twenty past; thirteen slots with one seat each. */
abstract class RushHouse extends BookingHouse {
    static final int SEATS = 13;
    static final Rules RUSH = rules(10);

    @Autowired
    Rushes rushes;

    LocalDate day;

    static Rules rules(int rushMinutes) {
        return new Rules(30, 14, 2, 2, 90, 30, Optional.of(new Release(LocalTime.of(9, 30), rushMinutes)));
    }

    @BeforeEach
    void rushingHall() {
        clock.set(TestClock.START);
        hall = opened(1, RUSH);
        day = LocalDate.now(clock).plusDays(14);
    }

    void at(String time) {
        clock.set(LocalDate.now(clock)
                .atTime(LocalTime.parse(time))
                .atZone(Page.ZONE)
                .toInstant());
    }

    /** The queue is moved on by whoever looks. */
    void seconds(int count) {
        SignedIn looks = somebody();
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(1));
            standing(looks);
        }
    }

    Moment slot(int number) {
        return new Moment(
                day,
                number < 6
                        ? LocalTime.of(9, 0).plusMinutes(30L * number)
                        : LocalTime.of(13, 30).plusMinutes(30L * (number - 6)));
    }

    Standing standing(SignedIn who) {
        return rushes.standing(who, hall.id(), item.code().value(), day, BookingChannel.PORTAL);
    }

    Rushes.Entry enter(SignedIn who) {
        return rushes.enter(who, hall.id(), item.code().value(), day, BookingChannel.PORTAL);
    }

    List<SignedIn> crowd(int count) {
        List<SignedIn> crowd = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SignedIn one = somebody();
            enter(one);
            crowd.add(one);
        }
        return crowd;
    }

    <S extends Standing> List<SignedIn> those(List<SignedIn> crowd, Class<S> kind) {
        return crowd.stream().filter(one -> kind.isInstance(standing(one))).toList();
    }
}
