package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.QrSignIns;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class QrSignInTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Sessions sessions;

    @Autowired
    QrSignIns screens;

    @Autowired
    TestClock clock;

    private Browser screen;
    private Browser phone;
    private People.Someone someone;

    @BeforeEach
    void aScreenAndATelephone() {
        someone = new People(identity).someone("李云溪");
        phone = new Browser(port);
        phone.signIn(someone.phone(), People.PASSWORD);
        screen = new Browser(port);
        assertThat(Browser.location(screen.post("/sign-in/qr"))).isEqualTo("/sign-in/qr");
    }

    @Test
    void a_screen_shows_a_picture_and_a_number_and_is_signed_in_once_the_telephone_confirms() {
        HttpResponse<String> waiting = screen.get("/sign-in/qr");
        assertThat(waiting.headers().firstValue("refresh")).contains("3");
        assertThat(waiting.body())
                .contains("data:image/svg+xml;base64,", number(waiting))
                .doesNotContain("??", asks());
        HttpResponse<String> asked = phone.get("/my/screens/" + asks());
        assertThat(asked.body())
                .contains("<b>" + number(waiting) + "</b>", "127.0.0.1")
                .doesNotContain("??");

        assertThat(answer(true).body()).contains("已确认").doesNotContain("??");
        HttpResponse<String> opened = screen.get("/sign-in/qr");

        assertThat(Browser.location(opened)).isEqualTo("/my");
        assertThat(screen.get("/my/profile").body()).contains("李云溪", "手机扫码");
        SignedIn who =
                sessions.find(new SessionToken(screen.cookie("zt_session"))).orElseThrow();
        assertThat(who.proof().way()).isEqualTo(SignInWay.QR);
        assertThat(who.proof().isFreshAt(clock.instant()))
                .as("may change what signs in")
                .isFalse();
        assertThat(phone.get("/my/profile").body()).contains("手机扫码");
    }

    @Test
    void at_a_kiosk_a_session_is_short_shows_little_and_ends_when_the_next_person_begins() {
        Browser kiosk = atKiosk();

        assertThat(kiosk.get("/kiosk/mine").body())
                .contains("李**，您要办什么", "退出登录")
                .doesNotContain("李云溪", "??");
        assertThat(kiosk.get("/kiosk/mine").headers().firstValue("refresh")).contains("60;url=/kiosk");
        assertThat(phone.get("/my/profile").body()).contains("自助终端");
        assertThat(kiosk.cookie("zt_device")).isEmpty();
        SessionToken token = new SessionToken(kiosk.cookie("zt_session"));

        kiosk.get("/kiosk");

        assertThat(sessions.find(token)).isEmpty();
        assertThat(Browser.location(kiosk.get("/kiosk/mine"))).isEqualTo("/kiosk/sign-in");
    }

    @Test
    void a_session_at_a_kiosk_is_over_after_twenty_minutes_whatever_happens() {
        Browser kiosk = atKiosk();
        for (int minute = 0; minute < 19; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(kiosk.get("/kiosk/mine").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(Browser.location(kiosk.get("/kiosk/mine"))).isEqualTo("/kiosk/sign-in");
    }

    @Test
    void the_kiosk_does_not_end_a_session_that_began_elsewhere() {
        assertThat(phone.get("/kiosk").statusCode()).isEqualTo(200);

        assertThat(phone.get("/my/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_signs_in_at_a_machine_in_another_way_and_stays_so_for_the_next_person() {
        Browser kiosk = atKiosk();

        assertThat(Browser.location(kiosk.signIn(someone.phone(), People.PASSWORD)))
                .isEqualTo("/kiosk");
        assertThat(Browser.location(kiosk.get("/register"))).isEqualTo("/kiosk");
    }

    private Browser atKiosk() {
        screen = new Browser(port);
        assertThat(Browser.location(screen.post("/kiosk/sign-in"))).isEqualTo("/kiosk/sign-in");
        assertThat(screen.get("/kiosk/sign-in").headers().firstValue("refresh")).contains("3");
        answer(true);
        assertThat(Browser.location(screen.get("/kiosk/sign-in"))).isEqualTo("/kiosk/mine");
        return screen;
    }

    @Test
    void whoever_photographs_the_picture_gets_no_session() {
        Browser thief = new Browser(port);
        String asks = asks();
        answer(true);

        assertThat(thief.get("/my/screens/" + asks).statusCode()).isEqualTo(303);
        assertThat(thief.get("/sign-in/qr").body()).contains("显示二维码");
        assertThat(thief.cookie("zt_session")).isEmpty();
        assertThat(screens.standing(asks, "guessed", place())).isInstanceOf(QrSignIns.Standing.Over.class);
        assertThat(Browser.location(screen.get("/sign-in/qr"))).isEqualTo("/my");
    }

    @Test
    void one_confirmation_opens_one_session_however_many_ask_at_once() {
        String asks = asks();
        String waits = screen.cookie("zt_screen").split("\\.")[1];
        answer(true);

        List<CompletableFuture<QrSignIns.Standing>> answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> screens.standing(asks, waits, place())))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).filter(QrSignIns.Standing.Opened.class::isInstance))
                .hasSize(1);
        assertThat(answer(true).statusCode()).isEqualTo(409);
    }

    @Test
    void a_screen_waits_for_two_minutes() {
        clock.advance(Duration.ofSeconds(121));

        assertThat(screen.get("/sign-in/qr").body()).contains("二维码已经失效");
        assertThat(phone.get("/my/screens/" + asks()).body()).contains("已经失效");
        assertThat(answer(true).statusCode()).isEqualTo(409);
    }

    @Test
    void a_refused_screen_is_told_and_stays_signed_out() {
        assertThat(answer(false).body()).contains("已拒绝");

        assertThat(screen.get("/sign-in/qr").body()).contains("手机上选择了不登录");
        assertThat(answer(true).statusCode()).isEqualTo(409);
        assertThat(screen.cookie("zt_session")).isEmpty();
    }

    @Test
    void nobody_confirms_the_screen_they_wait_at_themselves() {
        screen.signIn(someone.phone(), People.PASSWORD);

        assertThat(screen.post("/my/screens/" + asks(), "approve", "true").statusCode())
                .isEqualTo(409);
    }

    @Test
    void to_confirm_one_is_signed_in_and_sends_the_form_oneself() {
        Browser nobody = new Browser(port);

        assertThat(Browser.location(nobody.post("/my/screens/" + asks(), "approve", "true")))
                .startsWith("/sign-in");
        assertThat(screen.get("/sign-in/qr").body()).contains("核对数字");
        assertThat(phone.get("/my/screens/nothing").body()).contains("已经失效");
    }

    private HttpResponse<String> answer(boolean approve) {
        return phone.post("/my/screens/" + asks(), "approve", Boolean.toString(approve));
    }

    /** What stands in the picture; only a test reads it out of the cookie. */
    private String asks() {
        return screen.cookie("zt_screen").split("\\.")[0];
    }

    private static String number(HttpResponse<String> waiting) {
        return waiting.body().replaceAll("(?s).*<dd class=\"num\">([0-9]{2})</dd>.*", "$1");
    }

    private static SignInPlace place() {
        return new SignInPlace("127.0.0.1", "", java.util.Optional.empty());
    }
}
