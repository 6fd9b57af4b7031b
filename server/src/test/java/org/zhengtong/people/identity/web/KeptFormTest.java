package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class KeptFormTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    private Browser browser;
    private People.Someone someone;

    @BeforeEach
    void somebody() {
        browser = new Browser(port);
        someone = new People(identity).someone("李云溪");
    }

    @Test
    void a_page_asked_for_without_a_session_is_reached_after_signing_in() {
        HttpResponse<String> answer = browser.get("/my/firms?done=registered");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).isEqualTo("/sign-in?next=%2Fmy%2Ffirms%3Fdone%3Dregistered");
    }

    @Test
    void nothing_typed_is_lost_when_the_session_ends_in_the_middle_of_a_form() {
        browser.signIn(someone.phone(), People.PASSWORD);
        clock.advance(Duration.ofHours(3));

        HttpResponse<String> late = sendForm();

        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(Browser.location(late)).startsWith("/sign-in?form=kept");
        assertThat(browser.get(Browser.location(late)).body()).contains("已加密保存一小时");

        HttpResponse<String> in = browser.signIn(someone.phone(), People.PASSWORD);
        assertThat(Browser.location(in)).isEqualTo("/sign-in/kept");
        String page = browser.get("/sign-in/kept").body();
        assertThat(page)
                .contains("action=\"/my/firms/new\"", "name=\"uscc\"", "第一行\n&lt;第二行&gt;", "name=\"more\"")
                .doesNotContain("name=\"_csrf\" hidden", "秘密", "??");

        HttpResponse<String> again = sendForm();
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(browser.cookie("zt_kept")).isEmpty();
        assertThat(Browser.location(browser.get("/sign-in/kept"))).isEqualTo("/my");
    }

    @Test
    void what_is_kept_is_sealed_and_belongs_to_the_one_whose_session_ended() {
        browser.signIn(someone.phone(), People.PASSWORD);
        clock.advance(Duration.ofHours(3));
        sendForm();
        People.Someone other = new People(identity).someone("王旁人");

        HttpResponse<String> in = browser.signIn(other.phone(), People.PASSWORD);

        assertThat(Browser.location(in)).isEqualTo("/my");
        assertThat(Browser.location(browser.get("/sign-in/kept"))).isEqualTo("/my");
        assertThat(database.sql("select count(*) from identity.kept_form where position(:text in sealed) > 0")
                        .param("text", "第二行".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void another_browser_never_sees_it_and_after_an_hour_nobody_does() {
        sendForm();
        Browser other = new Browser(port);
        assertThat(Browser.location(other.signIn(someone.phone(), People.PASSWORD)))
                .isEqualTo("/my");

        clock.advance(Duration.ofMinutes(61));

        assertThat(Browser.location(browser.signIn(someone.phone(), People.PASSWORD)))
                .isEqualTo("/my");
    }

    @Test
    void it_can_be_thrown_away() {
        sendForm();
        browser.signIn(someone.phone(), People.PASSWORD);

        browser.post("/sign-in/kept/forget");

        assertThat(Browser.location(browser.get("/sign-in/kept"))).isEqualTo("/my");
    }

    @Test
    void too_much_to_keep_is_said_at_once() {
        HttpResponse<String> answer = browser.post("/my/firms/new", "name", "长".repeat(100_000));

        assertThat(Browser.location(answer)).startsWith("/sign-in?form=too-large");
        assertThat(browser.get(Browser.location(answer)).body()).contains("没能保存");
    }

    @Test
    void files_cannot_be_kept_and_the_page_asks_for_them_again() {
        browser.get("/sign-in");
        String body = """
                --cut\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --cut\r
                Content-Disposition: form-data; name="name"\r
                \r
                云溪面馆\r
                --cut\r
                Content-Disposition: form-data; name="licence"; filename="a.pdf"\r
                Content-Type: application/pdf\r
                \r
                %%PDF-1.7\r
                --cut--\r
                """.formatted(browser.token());
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.address("/my/firms/new"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(Browser.location(answer)).startsWith("/sign-in?form=kept");

        browser.signIn(someone.phone(), People.PASSWORD);

        assertThat(browser.get("/sign-in/kept").body())
                .contains("enctype=\"multipart/form-data\"", "云溪面馆", "type=\"file\"", "name=\"licence\"", "无法保留")
                .doesNotContain("PDF-1.7");
    }

    @Test
    void a_program_is_told_instead_of_sent_away() {
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.address("/api/v1/me")));

        assertThat(answer.statusCode()).isNotEqualTo(303);
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
    }

    private HttpResponse<String> sendForm() {
        return browser.post("/my/firms/new?more=yes", "uscc", "not a code", "name", "第一行\n<第二行>", "password", "秘密");
    }
}
