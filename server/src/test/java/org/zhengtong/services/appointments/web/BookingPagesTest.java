package org.zhengtong.services.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.BookingHouse;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;

/** Booking by pages, by program and by telephone. */
class BookingPagesTest extends BookingHouse {
    private Someone citizen;
    private Browser browser;

    @BeforeEach
    void signedIn() {
        citizen = people.someone("李约时");
        browser = new Browser(port);
        browser.signIn(citizen.phone(), People.PASSWORD);
    }

    @Test
    void everybody_sees_what_is_free_and_who_books_signs_in_first() {
        Browser stranger = new Browser(port);

        assertThat(stranger.get(bookingPage()).body())
                .contains(item.name(), "选择日期", "余 3")
                .doesNotContain("??");
        Moment moment = first();
        assertThat(Browser.location(stranger.post(
                        "/halls/" + hall.id() + "/appointments",
                        "item",
                        item.code().value(),
                        "day",
                        moment.day().toString(),
                        "time",
                        moment.starts().toString())))
                .startsWith("/sign-in");
        assertThat(takenSeats(hall)).isZero();
    }

    @Test
    void a_time_is_chosen_moved_put_into_the_calendar_and_cancelled() {
        Moment moment = first();
        HttpResponse<String> booked = book(moment);
        String page = Browser.location(booked).replaceFirst("\\?.*", "");

        assertThat(browser.get(Browser.location(booked)).body())
                .contains("约好了", item.name(), hall.name(), hall.address())
                .doesNotContain("??");
        HttpResponse<String> calendar = browser.get(page + "/calendar.ics");
        assertThat(calendar.headers().firstValue("content-type").orElse("")).startsWith("text/calendar");
        assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("SUMMARY:");
        Moment other = free(hall, BookingChannel.PORTAL).getLast();
        assertThat(Browser.location(browser.post(
                        page + "/time",
                        "day",
                        other.day().toString(),
                        "time",
                        other.starts().toString())))
                .isEqualTo(page + "?done=moved");
        assertThat(browser.get("/my/appointments").body()).contains(item.name()).doesNotContain("??");
        assertThat(Browser.location(browser.post(page + "/cancellation"))).isEqualTo(page + "?done=cancelled");
        assertThat(browser.post(page + "/cancellation").statusCode()).isEqualTo(409);
        assertThat(takenSeats(hall)).isZero();
    }

    @Test
    void a_time_that_became_full_is_answered_with_the_other_times() {
        Moment moment = first();
        for (int i = 0; i < 3; i++) {
            booked(somebody(), moment);
        }

        HttpResponse<String> answer = book(moment);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("刚刚约满", "选择日期").doesNotContain("??");
    }

    @Test
    void who_finds_a_full_day_waits_is_offered_a_time_and_takes_it() {
        hall = opened(1, Plans.RULES);
        String day = free(hall, BookingChannel.PORTAL).getLast().day().toString();
        List<Appointment> all = free(hall, BookingChannel.PORTAL).stream()
                .filter(one -> one.day().toString().equals(day))
                .map(one -> booked(somebody(), one))
                .toList();
        String waiting = "/halls/" + hall.id() + "/appointments/waiting";
        String[] form = {"item", item.code().value(), "from", day, "until", day};
        assertThat(browser.get(bookingPage() + "&day=" + day).body())
                .contains("这一天约满了", "有名额时告诉我")
                .doesNotContain("??");

        assertThat(Browser.location(browser.post(waiting, form))).isEqualTo("/my/appointments?done=waits");
        assertThat(browser.post(waiting, "item", item.code().value(), "from", day, "until", "later")
                        .body())
                .contains("这几天不能登记", "选择日期");
        assertThat(browser.get("/my/appointments?done=waits").body())
                .contains("登记好了", "等候的名额", "不等了")
                .doesNotContain("??");
        appointments.cancel(me(all.getFirst().person()), all.getFirst().id());

        Appointment offered = appointments.of(me(citizen.id())).getFirst();
        String page = "/my/appointments/" + offered.id();
        assertThat(browser.get("/my/appointments").body()).contains("等您确认").doesNotContain("??", "不等了");
        assertThat(browser.get(page).body()).contains("为您保留到", "我要这个时间").doesNotContain("??", "改时间");
        assertThat(browser.post(page + "/time", "day", day, "time", "09:00").statusCode())
                .isEqualTo(409);
        assertThat(Browser.location(browser.post(page + "/taking"))).isEqualTo(page + "?done=booked");
        assertThat(browser.get(page + "?done=booked").body()).contains("约好了", "改时间");
    }

    @Test
    void another_persons_page_is_not_found_on_any_way() {
        Appointment one = booked(somebody(), first());
        String bearer = browser.bearer(citizen.phone(), People.PASSWORD);
        String call = "/api/v1/me/appointments/" + one.id();

        assertThat(browser.get("/my/appointments/" + one.id()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/my/appointments/" + one.id() + "/calendar.ics").statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/my/appointments/" + one.id() + "/cancellation")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.call("GET", call, bearer, "").statusCode()).isEqualTo(404);
        assertThat(browser.call("DELETE", call, bearer, "").statusCode()).isEqualTo(404);
        assertThat(takenSeats(hall)).isEqualTo(1);
    }

    @Test
    void a_program_books_once_by_the_same_key_and_reads_why_it_cannot() {
        String bearer = browser.bearer(citizen.phone(), People.PASSWORD);
        Moment moment = free(hall, BookingChannel.API).getFirst();

        HttpResponse<String> first = call(bearer, moment, "key-" + hall.id());
        HttpResponse<String> again = call(bearer, moment, "key-" + hall.id());
        HttpResponse<String> other = call(bearer, moment, "other-" + hall.id());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(other.body()).contains("/problems/appointments.same-time");
        assertThat(takenSeats(hall)).isEqualTo(1);
        assertThat(browser.call(
                                "GET",
                                "/api/v1/halls/" + hall.id() + "/slots?item="
                                        + item.code().value(),
                                "",
                                "")
                        .body())
                .contains("\"free\":2", moment.day().toString());
        assertThat(browser.call("GET", "/api/v1/me/appointments", bearer, "").body())
                .contains(item.name());
    }

    @Test
    void a_clerk_books_for_a_caller_and_nobody_else_does() {
        Someone clerk = people.staff(organisation, REGULATOR, Role.ACCEPTANCE);
        Browser window = new Browser(port);
        window.signIn(clerk.phone(), People.PASSWORD);
        assertThat(window.post("/desk/appointments/calls", "number", "123").statusCode())
                .isEqualTo(422);

        String call = Browser.location(window.post(
                "/desk/appointments/calls", "number", citizen.number().value()));
        String chosen = call + "?hall=" + hall.id() + "&item=" + item.code().value();
        assertThat(window.get(chosen).body())
                .contains("李**", item.name())
                .doesNotContain(
                        citizen.name(), citizen.phone(), citizen.number().value(), "??");
        Moment moment = free(hall, BookingChannel.PHONE).getFirst();
        HttpResponse<String> booked = PageForm.of(window.get(chosen).body(), call + "/bookings")
                .with("day", moment.day().toString())
                .with("time", moment.starts().toString())
                .send(window);

        assertThat(Browser.location(booked)).isEqualTo(call + "?done=booked");
        assertThat(browser.get("/my/appointments").body()).contains(item.name());
        assertThat(window.get("/desk/appointments?hall=" + hall.id() + "&day=" + moment.day())
                        .body())
                .contains("李**", item.name())
                .doesNotContain(citizen.name(), "??");
        Browser colleague = new Browser(port);
        colleague.signIn(people.staff(organisation, REGULATOR, Role.ACCEPTANCE).phone(), People.PASSWORD);
        assertThat(colleague.get(call).statusCode()).isEqualTo(404);
        Browser reviewer = new Browser(port);
        reviewer.signIn(people.staff(organisation, REGULATOR, Role.REVIEW).phone(), People.PASSWORD);
        assertThat(reviewer.get("/desk/appointments").statusCode()).isEqualTo(403);
        assertThat(browser.get("/desk/appointments").statusCode()).isEqualTo(403);
    }

    @Test
    void clerks_of_a_body_that_does_not_serve_there_see_nobody() {
        Appointment one = booked(somebody(), first());
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(people.staff(organisation, PERSONNEL, Role.ACCEPTANCE).phone(), People.PASSWORD);

        assertThat(elsewhere
                        .get("/desk/appointments?hall=" + hall.id() + "&day="
                                + one.moment().day())
                        .body())
                .doesNotContain(item.name());
        assertThat(elsewhere
                        .post("/desk/appointments/" + one.id() + "/marks", "came", "false")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> book(Moment moment) {
        return PageForm.of(browser.get(bookingPage()).body(), "/halls/" + hall.id() + "/appointments")
                .with("day", moment.day().toString())
                .with("time", moment.starts().toString())
                .send(browser);
    }

    private String bookingPage() {
        return "/halls/" + hall.id() + "/appointments?item=" + item.code().value();
    }

    private HttpResponse<String> call(String bearer, Moment moment, String key) {
        URI address = browser.address("/api/v1/me/appointments");
        return browser.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + bearer)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"hall":"%s","item":"%s","day":"%s","starts":"%s"}
                        """.formatted(hall.id(), item.code().value(), moment.day(), moment.starts()))));
    }
}
