package org.zhengtong.ground.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** What every answer carries, what no answer tells, and whom the program believes where a call comes from. */
@ZhengtongTest
class ProtectionTest {
    private static final String PROXY = "X-Forwarded-For";
    private static final String BY_TLS = "X-Forwarded-Proto";
    private static final int TOO_MUCH = (2 << 20) + 1;

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/sign-in", "/zt.css", "/zt.js", "/api/v1/openapi.json", "/api/v1/nothing", "/nothing"})
    void every_answer_tells_the_browser_what_it_may_not_do(String path) {
        HttpResponse<String> answer = new Browser(port).get(path);

        assertThat(one(answer, "content-security-policy"))
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(one(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(one(answer, "referrer-policy")).isEqualTo("same-origin");
        assertThat(one(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(one(answer, "cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/zt.css", "/zt.js", "/zt.svg", "/api/v1/openapi.json", "/api/v1/nothing"})
    void every_answer_says_what_it_is_and_how_its_letters_are_written(String path) {
        String type = one(new Browser(port).get(path), "content-type");

        assertThat(type)
                .matches(
                        "(?i)(text/(html|css|javascript)|image/svg\\+xml);charset=utf-8|application/(problem\\+)?json(;.*)?");
    }

    @Test
    void what_is_shown_to_somebody_signed_in_is_kept_by_no_browser() {
        Browser browser = signedIn();

        for (String path : List.of("/", "/my", "/profile", "/api/v1/items")) {
            assertThat(one(browser.get(path), "cache-control")).as(path).contains("no-store");
        }
    }

    @Test
    void who_signs_out_leaves_nothing_behind_in_the_browser() {
        assertThat(one(signedIn().post("/sign-out"), "clear-site-data")).isEqualTo("\"cache\", \"storage\"");
    }

    @Test
    void over_tls_every_cookie_is_bound_to_this_host() {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.send(overTls(browser, "/sign-in", "203.0.113.7"));

        assertThat(answer.headers().allValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-zt_")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContainIgnoringCase("domain="));
        assertThat(one(answer, "strict-transport-security")).isEqualTo("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void over_tls_a_session_in_a_cookie_without_its_prefix_is_nobodys() {
        Browser browser = signedIn();
        String token = browser.cookie("zt_session");
        Browser other = new Browser(port);

        HttpRequest.Builder planted = overTls(other, "/my", "203.0.113.7").header("Cookie", "zt_session=" + token);
        HttpRequest.Builder bound = overTls(other, "/my", "203.0.113.7").header("Cookie", "__Host-zt_session=" + token);

        assertThat(Browser.location(other.send(planted))).contains("/sign-in");
        assertThat(other.send(bound).statusCode()).isEqualTo(200);
    }

    @Test
    void who_called_is_read_from_the_proxy_beside_and_the_host_from_nobody() {
        Browser browser = new Browser(port);
        HttpRequest.Builder request = overTls(browser, "/my", "198.51.100.4, 203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Port", "81");

        HttpResponse<String> answer = browser.send(request);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(one(answer, "location")).doesNotContain("evil.example", ":81");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/WEB-INF/",
                "/webjars/",
                "/messages/",
                "/application.yaml",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/swagger-ui/index.html",
                "/h2-console"
            })
    void what_is_behind_the_pages_is_not_served(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void health_tells_no_details() {
        assertThat(new Browser(port).get("/actuator/health").body()).doesNotContain("components", "PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECTED"})
    void methods_nobody_needs_are_refused(String method) {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.address("/"))
                .method(method, BodyPublishers.noBody())
                .header("X-Secret", "echoed"));

        assertThat(answer.statusCode()).isBetween(400, 501).isNotEqualTo(500);
        assertThat(answer.body()).doesNotContain("echoed");
    }

    @Test
    void a_foreign_page_gets_no_leave_to_read() {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.address("/api/v1/items"))
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void a_form_without_our_token_is_refused_and_the_refusal_is_told_in_the_log() {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger("org.zhengtong.ground.web.internal.Refusals");
        told.start();
        log.addAppender(told);
        try {
            Browser browser = new Browser(port);
            HttpRequest.Builder forged = overTls(browser, "/preferences?secret=1", "203.0.113.44")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("theme=dark"));

            assertThat(browser.send(forged).statusCode()).isEqualTo(403);
        } finally {
            log.detachAppender(told);
        }

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("refused 403 stale-page POST /preferences to stranger at 203.0.113.44");
    }

    @Test
    void a_body_larger_than_any_call_needs_is_refused_whether_it_says_so_or_not() {
        byte[] body = ("{\"account\":\"" + "x".repeat(TOO_MUCH) + "\"}").getBytes(StandardCharsets.UTF_8);
        Map<String, HttpRequest.BodyPublisher> ways = Map.of(
                "says so",
                BodyPublishers.ofByteArray(body),
                "does not",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        ways.forEach((how, publisher) -> {
            Browser browser = new Browser(port);
            HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.address("/api/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(publisher));

            assertThat(answer.statusCode()).as(how).isEqualTo(413);
            assertThat(answer.body()).as(how).contains("/problems/too-large");
        });
    }

    @Test
    void a_value_given_twice_is_checked_like_any_other() {
        Browser browser = new Browser(port);

        assertThat(browser.get("/search?q=a&q=b").statusCode()).isEqualTo(200);
        assertThat(browser.post("/sign-in", "account", "a", "account", "b", "password", "x", "password", "y")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/api/v1/progress?receipt=YX-7F3K-2291&receipt=YX-7F3K-2292")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_message_of_two_lengths_is_refused() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("POST /preferences HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n"
                                    + "Content-Length: 30\r\n\r\nabc")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 400");
        }
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        browser.signIn(new People(identity).someone("沈知节").phone(), People.PASSWORD);
        return browser;
    }

    /** As the proxy on this machine hands it on. */
    private static HttpRequest.Builder overTls(Browser browser, String path, String from) {
        return HttpRequest.newBuilder(browser.address(path)).header(PROXY, from).header(BY_TLS, "https");
    }

    private static String one(HttpResponse<?> answer, String header) {
        return answer.headers().firstValue(header).orElse("");
    }
}
