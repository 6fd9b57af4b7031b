package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class SignInTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Sessions sessions;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    private Browser browser;
    private People.Someone someone;

    @BeforeEach
    void somebody() {
        browser = new Browser(port);
        someone = new People(identity).someone("李云溪");
    }

    @Test
    void a_person_signs_in_with_the_telephone_and_is_shown_in_the_header() {
        HttpResponse<String> answer = browser.signIn(someone.phone(), People.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo("/my");
        assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
                .startsWith("zt_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(browser.get("/halls").body()).contains("李云溪");
    }

    @Test
    void the_identity_number_signs_in_too_and_habits_of_writing_do_not_matter() {
        assertThat(browser.signIn(someone.number().value().toLowerCase(Locale.ROOT), People.PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        String phone = someone.phone();
        String spoken = phone.substring(0, 3) + " " + phone.substring(3, 7) + "-" + phone.substring(7);

        assertThat(new Browser(port).signIn("+86 " + spoken, People.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void after_signing_in_only_paths_of_this_site_are_followed() {
        for (String next : new String[] {
            "//evil.example/",
            "https://evil.example/",
            "/\\evil.example",
            "/x\r\nSet-Cookie: a=b",
            "javascript:alert(1)"
        }) {
            HttpResponse<String> answer = new Browser(port)
                    .post("/sign-in", "account", someone.phone(), "password", People.PASSWORD, "next", next);

            assertThat(Browser.location(answer)).as(next).isEqualTo("/my");
        }
        HttpResponse<String> answer = browser.post(
                "/sign-in", "account", someone.phone(), "password", People.PASSWORD, "next", "/items?who=firm");

        assertThat(Browser.location(answer)).isEqualTo("/items?who=firm");
    }

    @Test
    void signing_in_again_renews_the_token_and_signing_out_ends_it() {
        browser.signIn(someone.phone(), People.PASSWORD);
        SessionToken first = new SessionToken(browser.cookie("zt_session"));
        browser.signIn(someone.phone(), People.PASSWORD);
        SessionToken second = new SessionToken(browser.cookie("zt_session"));

        assertThat(second.value()).isNotEqualTo(first.value()).hasSize(43);
        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(second)).isPresent();

        browser.post("/sign-out");

        assertThat(sessions.find(second)).isEmpty();
        assertThat(browser.cookie("zt_session")).isEmpty();
    }

    @Test
    void wrong_password_and_unknown_account_get_the_same_answer() {
        HttpResponse<String> wrong = browser.signIn(someone.phone(), "not the password");
        HttpResponse<String> unknown = browser.signIn("13800000000", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.body().replace(someone.phone(), "13800000000")).isEqualTo(unknown.body());
        assertThat(wrong.body()).contains("<title>错误:登录").doesNotContain("??");
    }

    @Test
    void programs_get_a_token_and_the_cookie_is_not_enough_for_them() throws Exception {
        HttpResponse<String> opened = browser.send(HttpRequest.newBuilder(browser.address("/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(someone.phone(), People.PASSWORD))));
        JsonNode body = json.readTree(opened.body());
        String token = body.get("token").asString();

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(sessions.find(new SessionToken(token)).map(who -> who.person()))
                .isEqualTo(Optional.of(someone.id()));

        HttpResponse<String> list = browser.send(
                HttpRequest.newBuilder(browser.address("/api/v1/sessions")).header("Authorization", "Bearer " + token));
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(body.get("session").asString());

        HttpResponse<String> closed = browser.send(HttpRequest.newBuilder(browser.address("/api/v1/sessions"))
                .header("Authorization", "Bearer " + token)
                .DELETE());
        assertThat(closed.statusCode()).isEqualTo(204);
        assertThat(sessions.find(new SessionToken(token))).isEmpty();
    }

    @Test
    void guessing_is_slowed_down_and_the_page_says_when_to_try_again() {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(someone.phone(), "guess number " + i).statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> answer = browser.signIn(someone.phone(), People.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.body()).contains("输错的次数太多").doesNotContain("??");
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.signIn(someone.phone(), People.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_session_ends_when_nothing_is_seen_of_the_person_and_at_the_latest_after_twelve_hours() {
        browser.signIn(someone.phone(), People.PASSWORD);
        SessionToken token = new SessionToken(browser.cookie("zt_session"));
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofMinutes(100));
            assertThat(sessions.find(token)).isPresent();
        }
        clock.advance(Duration.ofMinutes(21));
        assertThat(sessions.find(token)).isEmpty();

        browser.signIn(someone.phone(), People.PASSWORD);
        SessionToken idle = new SessionToken(browser.cookie("zt_session"));
        assertThat(sessions.find(idle)).isPresent();
        clock.advance(Duration.ofMinutes(121));
        assertThat(sessions.find(idle)).isEmpty();
    }

    @Test
    void tokens_nobody_gave_out_sign_in_nobody() {
        for (String token : new String[] {"", "x", "a".repeat(43), "' or 1=1 --", "\u0000", "票"}) {
            assertThat(sessions.find(new SessionToken(token))).as(token).isEmpty();
        }
    }
}
