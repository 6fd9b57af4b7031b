package org.zhengtong.services.queue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.services.queue.Entrance;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;

/** Numbers by telephone, at the machine and at reception; the clerk's window; what everybody can see. */
class QueuePagesTest extends QueueHouse {
    @Autowired
    private Entrance entrance;

    private Someone citizen;
    private Browser browser;

    @BeforeEach
    void signedIn() {
        citizen = people.someone("李约时");
        browser = new Browser(port);
        browser.signIn(citizen.phone(), People.PASSWORD);
    }

    private String taking(String code) {
        return taking() + "?code=" + code;
    }

    private String taking() {
        return "/halls/" + here.id() + "/ticket";
    }

    private static String ticketOf(HttpResponse<String> answer) {
        assertThat(Browser.location(answer)).matches("(/kiosk)?/tickets/.*");
        return Browser.location(answer);
    }

    @Test
    void a_number_is_taken_with_a_telephone_in_the_hall_followed_and_cancelled() {
        clerkAt(1);
        String code = entrance.code(here.id());
        assertThat(browser.get(taking(code)).body())
                .contains("综合", "专窗", "优先服务")
                .doesNotContain("??");

        String ticket = ticketOf(browser.post(taking(), "code", code, "group", ALL, "priority", "ELDER"));

        assertThat(browser.get(ticket).body())
                .contains("A001", "前面还有 0 人", "老年人")
                .doesNotContain("??");
        assertThat(new Browser(port).get(ticket).statusCode())
                .as("whoever has the slip")
                .isEqualTo(200);
        assertThat(Browser.location(browser.post(taking(), "code", code, "group", ONE)))
                .as("one number a person")
                .isEqualTo(ticket);
        browser.post(ticket + "/cancellation");
        assertThat(browser.get(ticket).body()).contains("已取消");
    }

    @Test
    void a_code_of_the_entrance_is_good_for_some_minutes() {
        String code = entrance.code(here.id());
        pass(6);
        String later = entrance.code(here.id());

        assertThat(later).isNotEqualTo(code);
        assertThat(entrance.isThere(here.id(), code)).isTrue();
        pass(5);
        assertThat(entrance.isThere(here.id(), code)).isFalse();
        assertThat(browser.get(taking(code)).body()).contains("扫大厅入口");
        assertThat(browser.post(taking(), "code", code, "group", ALL).statusCode())
                .isEqualTo(409);
    }

    @Test
    void who_booked_says_by_telephone_that_they_are_here() {
        Appointment booked = bookedAt(me(citizen.id()), "09:30");
        String code = entrance.code(here.id());
        assertThat(browser.get(taking(code)).body()).contains("您今天的预约", booked.number());

        String ticket = ticketOf(browser.post("/my/appointments/" + booked.id() + "/arrival", "code", code));

        assertThat(browser.get(ticket).body()).contains(booked.number(), item.name());
    }

    @Test
    void a_machine_the_staff_connected_gives_numbers_without_a_name_and_no_other_does() {
        Browser machine = new Browser(port);
        assertThat(machine.get("/kiosk/numbers").body()).contains("还没有连接大厅").doesNotContain("??");
        assertThat(machine.post("/kiosk/numbers/" + ALL).statusCode())
                .as("who only knows the page has no number")
                .isEqualTo(404);
        assertThat(machine.get("/kiosk/hall?key=made-up").statusCode()).isEqualTo(404);
        machine.get(machineAddress());
        assertThat(machine.get("/kiosk/numbers").body()).contains("综合", "已经预约的").doesNotContain("??");
        assertThat(machine.get("/kiosk/numbers/" + ALL).body())
                .contains("需要优先服务吗")
                .doesNotContain("??");

        String ticket = ticketOf(machine.post("/kiosk/numbers/" + ALL, "priority", "NONE", "together", "2"));

        assertThat(machine.get(ticket).body()).contains("A001", "A002").doesNotContain("??");
    }

    @Test
    void who_booked_checks_in_at_the_machine_with_number_and_four_characters_that_cannot_be_guessed() {
        Appointment booked = bookedAt(me(citizen.id()), "09:30");
        Browser machine = new Browser(port);
        machine.get(machineAddress());
        String four = citizen.number().value().substring(14);
        String wrong = four.startsWith("0") ? "1" + four.substring(1) : "0" + four.substring(1);

        assertThat(machine.post("/kiosk/arrivals", "number", booked.number(), "four", wrong)
                        .statusCode())
                .isEqualTo(404);
        String ticket = ticketOf(
                machine.post("/kiosk/arrivals", "number", booked.number().toLowerCase(Locale.ROOT), "four", four));
        assertThat(machine.get(ticket).body()).contains(booked.number());
        for (int tries = 0; tries < 5; tries++) {
            machine.post("/kiosk/arrivals", "number", booked.number(), "four", wrong);
        }
        assertThat(machine.post("/kiosk/arrivals", "number", booked.number(), "four", four)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void a_clerk_works_through_the_line_with_one_button_after_the_other() {
        taken();
        pass(1);
        Ticket second = taken();
        Someone clerk = people.staff(organisation, REGULATOR, Role.ACCEPTANCE);
        Browser desk = new Browser(port);
        desk.signIn(clerk.phone(), People.PASSWORD);
        assertThat(desk.get("/desk/queue").body())
                .contains("今天坐在哪个窗口", here.name())
                .doesNotContain("??");
        desk.post("/desk/queue/place", "hall", here.id(), "window", "1");

        desk.post("/desk/queue/next");
        assertThat(desk.get("/desk/queue").body())
                .contains("A001", "正在叫号", "开始办理", "等候 1 人")
                .doesNotContain("??");
        assertThat(Browser.location(desk.post("/desk/queue/start", "matter", "true")))
                .isEqualTo("/desk/window?ticket=A001");
        assertThat(desk.get("/desk/window?ticket=A001").body()).contains("value=\"A001\"");
        desk.post("/desk/queue/next");
        assertThat(desk.get("/desk/queue").body()).contains(second.number());
        desk.post("/desk/queue/skip");
        assertThat(desk.get("/desk/queue").body()).contains("过号的人", "窗口空着");
        desk.post("/desk/queue/pause");
        assertThat(desk.get("/desk/queue").body()).contains("窗口暂停");
        assertThat(desk.get("/desk/floor?hall=" + here.id()).body())
                .contains("大厅现场", "综合", "平均等候")
                .doesNotContain("??");
        assertThat(desk.get("/desk/floor/report.csv?hall=" + here.id()).body()).contains(",window,1,1,");
    }

    @Test
    void reception_gives_slips_and_checks_in_who_booked() {
        Appointment booked = bookedAt(me(citizen.id()), "09:30");
        Someone clerk = people.staff(organisation, REGULATOR, Role.ACCEPTANCE);
        Browser desk = new Browser(port);
        desk.signIn(clerk.phone(), People.PASSWORD);
        assertThat(desk.get("/desk/reception?hall=" + here.id()).body())
                .contains("取号台", "综合")
                .doesNotContain("??");

        assertThat(desk.post("/desk/reception/kiosk", "hall", here.id()).body())
                .contains("/kiosk/hall?key=")
                .doesNotContain("??");
        String slip = ticketOf(desk.post(
                "/desk/reception/tickets", "hall", here.id(), "group", ALL, "priority", "VETERAN", "together", "2"));
        String arrived = ticketOf(desk.post("/desk/reception/arrivals", "hall", here.id(), "number", booked.number()));

        assertThat(desk.get(slip).body()).contains("A001", "A002", here.name()).doesNotContain("??");
        String ticket = slip.replaceFirst("/slip.*", "");
        assertThat(desk.get(ticket + "/slip.svg").body())
                .contains("A001", "军人、退役军人", here.name())
                .doesNotContain("??");
        assertThat(desk.get(ticket + "/slip.bin").body()).startsWith("\u001b@");
        assertThat(desk.get(arrived).body()).contains(booked.number());
        assertThat(desk.post("/desk/reception/arrivals", "hall", here.id(), "number", "B0000-9")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_clerk_who_says_on_the_day_that_somebody_came_checks_them_in() {
        Appointment booked = bookedAt(me(citizen.id()), "09:30");
        bookedAt(somebody(), "11:30");
        Browser window = clerks(people.staff(organisation, REGULATOR, Role.ACCEPTANCE));
        String list = window.get("/desk/appointments?hall=" + here.id()).body();
        assertThat(list).contains(booked.number()).doesNotContain("??", "value=\"B1130-1\"");

        HttpResponse<String> marked = window.post("/desk/appointments/" + booked.id() + "/marks", "came", "true");
        String ticket = ticketOf(PageForm.of(list, "/desk/reception/arrivals").send(window));

        assertThat(marked.statusCode()).isEqualTo(409);
        assertThat(marked.body()).contains("今天来的人请报到").doesNotContain("??");
        assertThat(window.get(ticket).body()).contains(booked.number());
        assertThat(tickets.openOf(citizen.id())).extracting(Ticket::number).containsExactly(booked.number());
    }

    @Test
    void who_is_marked_as_missing_by_mistake_has_come_when_they_are_checked_in_once_more() {
        Appointment booked = bookedAt(me(citizen.id()), "09:30");
        Ticket ticket = given(tickets.checkIn(booked.id(), Ticket.Priority.NONE, "staff:test"))
                .getFirst();
        at("09:40");
        desk.mark(staff(REGULATOR, Role.ACCEPTANCE), booked.id(), false);

        assertThat(given(tickets.checkIn(booked.id(), Ticket.Priority.NONE, "staff:test")))
                .extracting(Ticket::id)
                .containsExactly(ticket.id());

        assertThat(appointments.one(me(citizen.id()), booked.id()).state()).isEqualTo(Appointment.State.KEPT);
    }

    @Test
    void a_clerk_opens_the_window_of_the_roster_with_one_button_and_is_missed_on_the_floor_before() {
        Someone clerk = people.staff(organisation, REGULATOR, Role.ACCEPTANCE);
        rostered(Map.of(2, clerk.id()), Plans.opening("09:00", "12:00"), Plans.opening("13:30", "17:00"));
        Browser window = clerks(clerk);
        String floor = "/desk/floor?hall=" + here.id();
        assertThat(window.get(floor).body())
                .contains("该到没有到", "2 号窗口：" + clerk.name() + "，09:00 起没有到")
                .doesNotContain("??");
        String queue = window.get("/desk/queue").body();
        assertThat(queue)
                .contains("打开 2 号窗口", "我的排班", "09:00–12:00", "13:30–17:00")
                .doesNotContain("??");

        PageForm.of(queue, "/desk/queue/place").send(window);

        assertThat(window.get("/desk/queue").body())
                .contains("2 号窗口", "叫下一位", "我的排班")
                .doesNotContain("??");
        assertThat(window.get(floor).body()).doesNotContain("该到没有到");
        assertThat(clerks(people.staff(organisation, REGULATOR, Role.ACCEPTANCE))
                        .get("/desk/queue")
                        .body())
                .contains("今天坐在哪个窗口")
                .doesNotContain("我的排班", "??");
    }

    private Browser clerks(Someone clerk) {
        Browser window = new Browser(port);
        window.signIn(clerk.phone(), People.PASSWORD);
        return window;
    }

    @Test
    void everybody_sees_the_lines_on_pages_screens_and_as_json() {
        clerkAt(1);
        taken();
        Browser stranger = new Browser(port);

        assertThat(stranger.get("/halls/waiting").body())
                .contains(here.name(), "综合")
                .doesNotContain("??");
        assertThat(stranger.get("/screens/" + here.id()).body())
                .contains("1 号窗口")
                .doesNotContain("??");
        assertThat(stranger.get("/screens/" + here.id() + "/entrance").body())
                .contains("扫码取号")
                .doesNotContain("??");
        assertThat(stranger.get("/api/v1/halls/" + here.id() + "/waiting").body())
                .contains("\"waiting\":1", "\"windows\":1", "\"waitUntil\":");
        assertThat(stranger.get("/api/v1/halls/waiting").body()).contains(here.id());
        assertThat(stranger.get("/screens/nowhere").statusCode()).isEqualTo(404);
    }
}
