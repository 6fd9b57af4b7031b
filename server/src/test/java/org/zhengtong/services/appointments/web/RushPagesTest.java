package org.zhengtong.services.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.appointments.BookingHouse;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.halls.HallPlan.Release;
import org.zhengtong.services.halls.HallPlan.Rules;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.TestClock;

/** Queueing for a day by pages without JavaScript, and by program. */
class RushPagesTest extends BookingHouse {
    private static final Rules RUSH =
            new Rules(30, 14, 2, 2, 90, 30, Optional.of(new Release(LocalTime.of(9, 30), 10)));

    private Someone citizen;
    private Browser browser;
    private LocalDate day;

    @BeforeEach
    void beforeTheRelease() {
        clock.set(TestClock.START);
        hall = opened(1, RUSH);
        day = LocalDate.now(clock).plusDays(14);
        citizen = people.someone("李约时");
        browser = new Browser(port);
        browser.signIn(citizen.phone(), People.PASSWORD);
    }

    @Test
    void the_day_says_when_it_opens_and_where_people_queue() {
        assertThat(browser.get(booking()).body())
                .contains("09:30 放号", "还没有放号")
                .doesNotContain("去排队", "??", "name=\"time\"");
        assertThat(browser.get(room()).body()).contains("还没有到时间").doesNotContain("进候号室</button>", "??");

        at("09:20");

        assertThat(new Browser(port).get(booking()).body()).contains("还没有放号", "去排队");
        assertThat(Browser.location(new Browser(port).get(room()))).startsWith("/sign-in");
        assertThat(browser.call("GET", slots(), "", "").body()).contains("\"opens\":", "\"queue\":true");
    }

    @Test
    void somebody_goes_into_the_waiting_room_is_let_in_and_books() {
        at("09:20");

        HttpResponse<String> entered = PageForm.of(browser.get(room()).body(), "/halls/" + hall.id() + "/rush")
                .send(browser);

        assertThat(Browser.location(entered)).isEqualTo(room());
        HttpResponse<String> inside = browser.get(room());
        assertThat(inside.headers().firstValue("Refresh")).isPresent();
        assertThat(inside.body()).contains("您在候号室里", "抽签后公布", "您的号码").doesNotContain("??");
        assertThat(browser.get(booking()).body()).contains("去排队").doesNotContain("name=\"time\"");
        assertThat(book("09:00").body()).contains("要先排队");
        at("09:30");
        clock.advance(Duration.ofSeconds(1));
        HttpResponse<String> turn = browser.get(room());
        assertThat(turn.body()).contains("轮到您了", "选时间").doesNotContain("抽签后公布</dd>", "??");
        assertThat(turn.headers().firstValue("Refresh")).isEmpty();
        assertThat(browser.get(booking()).body()).contains("name=\"time\"").doesNotContain("去排队");
        assertThat(Browser.location(book("09:00"))).contains("done=booked");
        assertThat(browser.get(room()).body()).contains("您已经约好了").doesNotContain("??");
        assertThat(book("09:30").statusCode()).isEqualTo(409);
    }

    @Test
    void who_waits_sees_their_place_and_everybody_is_told_when_the_seats_are_gone() {
        at("09:30");
        for (int i = 0; i < 13; i++) {
            Browser other = new Browser(port);
            other.signIn(people.someone("周先到").phone(), People.PASSWORD);
            other.post("/halls/" + hall.id() + "/rush", "item", item.code().value(), "day", day.toString());
            clock.advance(Duration.ofSeconds(1));
            other.get(room());
            assertThat(Browser.location(other.post(
                            "/halls/" + hall.id() + "/appointments",
                            "item",
                            item.code().value(),
                            "day",
                            day.toString(),
                            "time",
                            slot(i).starts().toString())))
                    .as("seat %d", i)
                    .contains("done=booked");
            if (i == 11) {
                clock.advance(Duration.ofSeconds(1));
                Browser before = new Browser(port);
                before.signIn(people.someone("赵犹豫").phone(), People.PASSWORD);
                before.post("/halls/" + hall.id() + "/rush", "item", item.code().value(), "day", day.toString());
                browser.post(
                        "/halls/" + hall.id() + "/rush", "item", item.code().value(), "day", day.toString());
                clock.advance(Duration.ofSeconds(1));
                HttpResponse<String> waiting = browser.get(room());
                assertThat(waiting.body())
                        .contains("您在排队", "下一位就是您", "还有 0 个名额", "有人放弃才轮得到您")
                        .doesNotContain("??");
                assertThat(waiting.headers().firstValue("Refresh")).isPresent();
                clock.advance(Duration.ofSeconds(186));
                browser.get(room());
                clock.advance(Duration.ofSeconds(1));
                assertThat(browser.get(room()).body()).contains("轮到您了");
                clock.advance(Duration.ofSeconds(186));
            }
        }
        clock.advance(Duration.ofSeconds(1));

        assertThat(browser.get(room()).body()).contains("这一天的名额全部约完了", "登记等候").doesNotContain("??");
        assertThat(browser.get(booking()).body()).contains("这一天约满了", "有名额时告诉我");
    }

    @Test
    void a_program_stands_in_the_same_queue_under_the_same_rules() {
        String bearer = browser.bearer(citizen.phone(), People.PASSWORD);
        String wanted = """
                {"hall":"%s","item":"%s","day":"%s"}
                """.formatted(hall.id(), item.code().value(), day);
        String mine =
                "/api/v1/me/rush?hall=" + hall.id() + "&item=" + item.code().value() + "&day=" + day;

        assertThat(browser.call("GET", mine, bearer, "").body()).contains("NOT_YET");
        HttpResponse<String> early = browser.call("POST", "/api/v1/me/rush", bearer, wanted);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("/problems/appointments.no-queue");
        at("09:20");
        HttpResponse<String> entered = browser.call("POST", "/api/v1/me/rush", bearer, wanted);
        assertThat(entered.statusCode()).isEqualTo(201);
        assertThat(entered.body()).contains("IN_ROOM", "\"commitment\":", "\"askAgainSeconds\":");
        String rush = entered.body().replaceAll("(?s).*\"queue\":\\{\"id\":\"([^\"]+)\".*", "$1");
        assertThat(browser.call("GET", "/api/v1/rushes/" + rush, "", "").body()).doesNotContain("\"seed\"");
        at("09:30");
        HttpResponse<String> unready = booking(bearer);
        assertThat(unready.statusCode()).isEqualTo(409);
        assertThat(unready.body()).contains("/problems/appointments.not-your-turn", "POST /api/v1/me/rush");
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.call("GET", mine, bearer, "").body())
                .contains("\"state\":\"TURN\"", "\"bookUntil\":", "/api/v1/me/appointments");
        assertThat(browser.call("GET", "/api/v1/rushes/" + rush, "", "").body()).contains("\"seed\":", "\"lots\":[\"");
        assertThat(booking(bearer).statusCode()).isEqualTo(201);
        assertThat(browser.call("GET", mine, bearer, "").body()).contains("BOOKED");
        assertThat(browser.call("GET", "/api/v1/rushes/" + item.version(), "", "")
                        .statusCode())
                .isBetween(400, 404);
    }

    private void at(String time) {
        clock.set(LocalDate.now(clock)
                .atTime(LocalTime.parse(time))
                .atZone(Page.ZONE)
                .toInstant());
    }

    private Moment slot(int number) {
        return new Moment(
                day,
                number < 6
                        ? LocalTime.of(9, 0).plusMinutes(30L * number)
                        : LocalTime.of(13, 30).plusMinutes(30L * (number - 6)));
    }

    private HttpResponse<String> book(String time) {
        return browser.post(
                "/halls/" + hall.id() + "/appointments",
                "item",
                item.code().value(),
                "day",
                day.toString(),
                "time",
                time);
    }

    private HttpResponse<String> booking(String bearer) {
        return browser.call("POST", "/api/v1/me/appointments", bearer, """
                {"hall":"%s","item":"%s","day":"%s","starts":"09:00"}
                """.formatted(
                        hall.id(), item.code().value(), day));
    }

    private String booking() {
        return "/halls/" + hall.id() + "/appointments?item=" + item.code().value() + "&day=" + day;
    }

    private String room() {
        return "/halls/" + hall.id() + "/rush?item=" + item.code().value() + "&day=" + day;
    }

    private String slots() {
        return "/api/v1/halls/" + hall.id() + "/slots?item=" + item.code().value();
    }
}
