package org.zhengtong.ground.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong has an answer that says what to do. */
@ZhengtongTest
class ProblemsTest {
    @LocalServerPort
    int port;

    @Test
    void an_unknown_address_is_a_page_that_helps_to_search() {
        HttpResponse<String> answer = new Browser(port).get("/no/such/page");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("没有找到")
                .contains("action=\"/search\"")
                .doesNotContain("??");
    }

    @Test
    void an_unknown_address_of_the_api_is_problem_json() throws Exception {
        HttpResponse<String> answer = call("GET", "/api/v1/no-such-thing", "");

        JsonNode problem = problem(answer, 404);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/not-found");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/no-such-thing");
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @Test
    void a_room_s_own_problem_keeps_its_name_and_sentence() throws Exception {
        JsonNode problem = problem(call("GET", "/api/v1/items/nonsense", ""), 404);

        assertThat(problem.get("type").asString()).startsWith("/problems/");
        assertThat(problem.get("detail").asString()).doesNotContain("problem.");
    }

    @Test
    void a_body_that_is_no_json_is_told_so() throws Exception {
        assertThat(problem(call("POST", "/api/v1/sessions", "{\"account\":"), 400)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/unreadable");
    }

    @Test
    void a_wrong_method_says_which_are_right() throws Exception {
        HttpResponse<String> answer = call("DELETE", "/api/v1/items", "");

        problem(answer, 405);
        assertThat(answer.headers().firstValue("allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void a_format_nobody_reads_is_refused() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/sessions"))
                                .header("Content-Type", "application/xml")
                                .POST(HttpRequest.BodyPublishers.ofString("<a/>"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        problem(answer, 415);
    }

    @Test
    void a_form_without_its_token_is_not_carried_out_and_the_page_says_what_to_do() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/preferences"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Referer", "http://localhost:" + port + "/items?q=1")
                                .POST(HttpRequest.BodyPublishers.ofString("mode=elder"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("页面打开得太久")
                .contains("href=\"/items?q=1\"")
                .doesNotContain("??");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("zt_mode"));
    }

    @Test
    void a_page_is_not_led_back_to_another_site() {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.post("/preferences", "mode", "elder", "back", "//evil.example/x");

        assertThat(Browser.location(answer)).isEqualTo("/");
        assertThat(browser.cookie("zt_mode")).isEqualTo("elder");
    }

    @Test
    void preferences_come_back_to_their_page_and_hold() {
        Browser browser = new Browser(port);

        HttpResponse<String> answer =
                browser.post("/preferences", "mode", "elder", "theme", "dark", "language", "en", "back", "/halls");

        assertThat(Browser.location(answer)).isEqualTo("/halls");
        assertThat(browser.get("/halls").body())
                .contains("data-mode=\"elder\"")
                .contains("data-theme=\"dark\"")
                .contains("lang=\"en\"");
    }

    @Test
    void an_unknown_preference_changes_nothing() {
        Browser browser = new Browser(port);

        browser.post("/preferences", "mode", "<script>", "theme", "pink", "language", "tlh");

        assertThat(browser.cookie("zt_mode")).isEmpty();
        assertThat(browser.cookie("zt_theme")).isEmpty();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        return problem;
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
