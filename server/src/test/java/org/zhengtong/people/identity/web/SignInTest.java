package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        assertThat(browser.signIn(someone.number().value().toLowerCase(java.util.Locale.ROOT), People.PASSWORD)
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
}
