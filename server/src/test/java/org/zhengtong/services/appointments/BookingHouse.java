package org.zhengtong.services.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** A hall of each test's own that can be booked, and people who do. */
@ZhengtongTest
public abstract class BookingHouse {
    protected static final String REGULATOR = "云溪市市场监督管理局";
    protected static final String PERSONNEL = "云溪市人力资源和社会保障局";

    @LocalServerPort
    protected int port;

    @Autowired
    protected Appointments appointments;

    @Autowired
    protected AppointmentDesk desk;

    @Autowired
    protected DayClosing closing;

    @Autowired
    protected Halls halls;

    @Autowired
    protected HallPlans plans;

    @Autowired
    protected Catalogue catalogue;

    @Autowired
    protected Identity identity;

    @Autowired
    protected Organisation organisation;

    @Autowired
    protected Deliveries deliveries;

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected TestClock clock;

    protected People people;
    protected ServiceItem item;
    protected Hall hall;

    private Instant before = Instant.EPOCH;

    @BeforeEach
    void ownHall() {
        before = clock.instant();
        people = new People(identity);
        item = catalogue.items().stream()
                .filter(one -> one.bodyName().equals(REGULATOR) && one.state() == ItemState.IN_USE)
                .findFirst()
                .orElseThrow();
        hall = opened(3, Plans.RULES);
    }

    /** Others share the clock, and weeks pass here. */
    @AfterEach
    void clockAsItWas() {
        clock.set(before);
    }

    /** @param seats of each slot for each way of booking */
    protected Hall opened(int seats, Rules rules) {
        Hall one = Plans.hall(item.bodyUscc());
        halls.put(one);
        plans.put(Plans.plan(one, seats, rules));
        return one;
    }

    protected SignedIn somebody() {
        PersonId id = identity.add(new NewPerson(
                "李约时",
                People.number(LocalDate.of(1985, 8, 8)),
                People.phone(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true));
        return me(id);
    }

    protected static SignedIn me(PersonId id) {
        return new SignedIn(new UUID(1, 1), id, "李约时", Optional.empty());
    }

    protected StaffMember staff(String body, Role role) {
        return organisation.staff(people.staff(organisation, body, role).id()).orElseThrow();
    }

    /** Free times of the hall, in order, from tomorrow on. */
    protected List<Moment> free(Hall where, BookingChannel channel) {
        LocalDate today = LocalDate.now(clock);
        return appointments.offer(where.id(), item, channel).orElseThrow().days().stream()
                .filter(day -> day.date().isAfter(today))
                .flatMap(day -> day.times().stream()
                        .filter(time -> time.free() > 0)
                        .map(time -> new Moment(day.date(), time.starts())))
                .toList();
    }

    protected Moment first() {
        return free(hall, BookingChannel.PORTAL).getFirst();
    }

    protected Appointments.Answer book(SignedIn who, Moment moment) {
        return book(who, hall, moment, BookingChannel.PORTAL);
    }

    protected Appointments.Answer book(SignedIn who, Hall where, Moment moment, BookingChannel channel) {
        return appointments.book(who, new Wish(where.id(), item.code().value(), moment), channel);
    }

    protected Appointment booked(SignedIn who, Moment moment) {
        return done(book(who, moment));
    }

    protected static Appointment done(Appointments.Answer answer) {
        assertThat(answer).isInstanceOf(Appointments.Answer.Done.class);
        return ((Appointments.Answer.Done) answer).appointment();
    }

    protected static Refusal refused(Appointments.Answer answer) {
        assertThat(answer).isInstanceOf(Appointments.Answer.Refused.class);
        return ((Appointments.Answer.Refused) answer).why();
    }

    protected int freeAt(Moment moment) {
        return appointments.offer(hall.id(), item, BookingChannel.PORTAL).orElseThrow().day(moment.day()).stream()
                .flatMap(day -> day.times().stream())
                .filter(time -> time.starts().equals(moment.starts()))
                .mapToInt(Offer.Time::free)
                .sum();
    }

    protected long takenSeats(Hall where) {
        return sql.sql("select count(*) from appointments.seat where hall = :hall and taken")
                .param("hall", where.id())
                .query(Long.class)
                .single();
    }

    protected long bookedRows(Hall where) {
        return sql.sql("""
                        select count(distinct seat) from appointments.appointment
                         where hall = :hall and state = 'BOOKED'
                        """).param("hall", where.id()).query(Long.class).single();
    }

    /** All at the same moment, each on a thread of its own. */
    protected static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Callable<T> call : calls) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> came = new ArrayList<>();
            for (Future<T> answer : answers) {
                came.add(answer.get());
            }
            return came;
        }
    }
}
