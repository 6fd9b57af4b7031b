package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Rushes;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan.Release;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** Somebody queues for a day that opens at half past nine: too early, in the waiting room, in line, let in, and too late. */
@ZhengtongTest
class RushJourneyTest {
    private static final Rules RUSH =
            new Rules(30, 14, 2, 2, 90, 30, Optional.of(new Release(LocalTime.of(9, 30), 10)));

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Halls halls;

    @Autowired
    HallPlans plans;

    @Autowired
    Rushes rushes;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock clock;

    private Instant before = Instant.EPOCH;
    private People people;
    private Hall hall;
    private ServiceItem item;
    private LocalDate day;

    @BeforeEach
    void aHallWithARush() {
        before = clock.instant();
        clock.set(TestClock.START);
        people = new People(identity);
        item = catalogue.items().stream()
                .filter(one -> one.bodyName().equals("云溪市市场监督管理局") && one.state() == ItemState.IN_USE)
                .findFirst()
                .orElseThrow();
        hall = Plans.hall(item.bodyUscc());
        halls.put(hall);
        plans.put(Plans.plan(hall, 1, RUSH));
        day = LocalDate.now(clock).plusDays(14);
    }

    @AfterEach
    void clockAsItWas() {
        clock.set(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_WITHOUT_SCRIPTS", "PHONE", "ELDER_PHONE", "DARK_DESKTOP", "DESKTOP", "ENGLISH_PHONE"})
    void somebody_queues_is_let_in_and_books(Device device) {
        Someone citizen = people.someone("李约时");
        String room = "/halls/" + hall.id() + "/rush?item=" + item.code().value() + "&day=" + day;
        try (Surfer surfer = new Surfer(port, device).signIn(citizen.phone(), People.PASSWORD)) {
            surfer.go(
                    "/halls/" + hall.id() + "/appointments?item=" + item.code().value() + "&day=" + day);
            surfer.photograph("rush-day-" + device);
            surfer.go(room).photograph("rush-early-" + device);
            at("09:22");
            others(14);
            surfer.go(
                    "/halls/" + hall.id() + "/appointments?item=" + item.code().value() + "&day=" + day);
            surfer.photograph("rush-queued-" + device);
            surfer.click("main a.button[href*='/rush']");
            surfer.photograph("rush-outside-" + device);
            at("09:30");
            clock.advance(Duration.ofSeconds(1));
            surfer.click("main form button");
            clock.advance(Duration.ofSeconds(3));
            surfer.go(room).photograph("rush-line-" + device);
            surfer.click("main details summary");
            surfer.photograph("rush-check-" + device);
            clock.advance(Duration.ofSeconds(186));
            surfer.go(room);
            clock.advance(Duration.ofSeconds(1));
            surfer.go(room).photograph("rush-turn-" + device);
            surfer.click("main .rush a.button");
            surfer.find("input[name=time]:enabled").first().check();
            surfer.photograph("rush-choose-" + device);
            surfer.click("main form:has(input[name=time]) button");
            assertThat(surfer.path()).contains("done=booked");
            surfer.go(room).photograph("rush-booked-" + device);
            sql.sql("update appointments.rush set gone = true, ended_at = released_at where hall = :hall")
                    .param("hall", hall.id())
                    .update();
            clock.advance(Duration.ofSeconds(1));
            surfer.go(room).photograph("rush-gone-" + device);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DARK_DESKTOP"})
    void somebody_waits_in_the_room_for_the_lot(Device device) {
        Someone citizen = people.someone("李约时");
        at("09:22");
        try (Surfer surfer = new Surfer(port, device).signIn(citizen.phone(), People.PASSWORD)) {
            surfer.go("/halls/" + hall.id() + "/rush?item=" + item.code().value() + "&day=" + day);
            surfer.click("main form button");

            surfer.photograph("rush-room-" + device);
            assertThat(surfer.path()).contains("/rush?");
        }
    }

    private void others(int count) {
        for (int i = 0; i < count; i++) {
            SignedIn one = new SignedIn(new UUID(1, 1), people.someone("周先到").id(), "周先到", Optional.empty());
            rushes.enter(one, hall.id(), item.code().value(), day, BookingChannel.PORTAL);
        }
    }

    private void at(String time) {
        clock.set(LocalDate.now(clock)
                .atTime(LocalTime.parse(time))
                .atZone(Page.ZONE)
                .toInstant());
    }
}
