package org.zhengtong.services.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.BookingHouse;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Area;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.HallPlan.SpecialDay;
import org.zhengtong.services.halls.HallPlan.Window;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.services.halls.Roster;
import org.zhengtong.services.halls.Rosters;
import org.zhengtong.services.queue.Ticket.Origin;
import org.zhengtong.services.queue.Ticket.Priority;

/** A hall of each test's own on an open day at nine, with two groups: one for all items and one for the item alone. */
public abstract class QueueHouse extends BookingHouse {
    protected static final String ALL = "all";
    protected static final String ONE = "one";

    @Autowired
    protected Tickets tickets;

    @Autowired
    protected Windows windows;

    @Autowired
    protected Boards boards;

    @Autowired
    protected Kiosks kiosks;

    @Autowired
    protected Rosters rosters;

    protected Hall here;

    @BeforeEach
    protected void openHall() {
        here = Plans.hall(item.bodyUscc());
        halls.put(here);
        HallPlan plan = Plans.plan(here, 3, Plans.RULES);
        Group all = plan.groups().getFirst();
        plans.put(new HallPlan(
                here.id(),
                List.of(new Area("a", "A 区"), new Area("b", "B 区")),
                List.of(new Window(1, "a"), new Window(2, "a"), new Window(3, "b")),
                List.of(
                        all,
                        new Group(ONE, "", "专窗", List.of(), List.of(item.code().value()), List.of(2, 3), all.seats())),
                Map.of(
                        DayOfWeek.MONDAY,
                        Plans.week(Plans.opening("09:00", "12:00")).get(DayOfWeek.MONDAY)),
                List.of(),
                Plans.RULES));
        openToday();
        at("09:00");
    }

    private void openToday() {
        HallPlan plan = plans.plan(here.id()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        plans.put(new HallPlan(
                here.id(),
                plan.areas(),
                plan.windows(),
                plan.groups(),
                plan.week(),
                List.of(new SpecialDay(
                        today, List.of(Plans.opening("09:00", "12:00"), Plans.opening("13:30", "17:00")), "今天开放")),
                plan.rules()));
    }

    protected void at(String time) {
        clock.set(LocalDate.ofInstant(clock.instant(), Page.ZONE)
                .atTime(LocalTime.parse(time))
                .atZone(Page.ZONE)
                .toInstant());
    }

    protected void pass(int minutes) {
        clock.set(clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    /** Where a machine of the hall is connected. */
    protected String machineAddress() {
        return "/kiosk/hall?key=" + kiosks.connect(staff(REGULATOR, Role.ACCEPTANCE), here.id());
    }

    protected Ticket taken() {
        return taken(ALL, Priority.NONE);
    }

    protected Ticket taken(String group, Priority priority) {
        return given(take(Optional.empty(), group, priority, 1)).getFirst();
    }

    protected Tickets.Answer take(Optional<PersonId> person, String group, Priority priority, int together) {
        return tickets.take(
                new Tickets.Wish(here.id(), group, Optional.empty(), priority, together),
                person,
                Origin.RECEPTION,
                "staff:test");
    }

    protected static List<Ticket> given(Tickets.Answer answer) {
        assertThat(answer).isInstanceOf(Tickets.Answer.Given.class);
        return ((Tickets.Answer.Given) answer).tickets();
    }

    protected static QueueRefusal refused(Tickets.Answer answer) {
        assertThat(answer).isInstanceOf(Tickets.Answer.Refused.class);
        return ((Tickets.Answer.Refused) answer).why();
    }

    protected StaffMember clerkAt(int window) {
        StaffMember clerk = staff(REGULATOR, Role.ACCEPTANCE);
        windows.open(clerk, here.id(), window);
        return clerk;
    }

    /** On this day, by window. */
    protected void rostered(Map<Integer, PersonId> clerks, Opening... hours) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        rosters.put(new Roster(
                here.id(),
                Map.of(),
                clerks.entrySet().stream()
                        .map(one -> new Roster.OtherDay(
                                today,
                                one.getKey(),
                                Arrays.stream(hours)
                                        .map(time -> new Roster.Shift(one.getKey(), time, one.getValue()))
                                        .toList()))
                        .toList()));
    }

    protected Appointment bookedAt(SignedIn who, String time) {
        Moment moment = new Moment(LocalDate.ofInstant(clock.instant(), Page.ZONE), LocalTime.parse(time));
        return done(book(who, here, moment, BookingChannel.PORTAL));
    }
}
