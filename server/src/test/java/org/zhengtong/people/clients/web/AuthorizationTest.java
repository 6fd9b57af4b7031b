package org.zhengtong.people.clients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ClientHouse;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** A person comes from a client and goes back. */
@ZhengtongTest
class AuthorizationTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clients clients;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock clock;

    private ClientHouse house;
    private People.Someone someone;
    private Visit visit;

    @BeforeEach
    void visit() {
        house = new ClientHouse(clients, identity, organisation);
        someone = new People(identity).someone("林小满");
        visit = new Visit(port, house.register(Visit.SITE, ClientProof.SECRET, ""), signedIn());
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private Visit stranger() {
        return new Visit(port, visit.client, new Browser(port));
    }

    @Test
    void nobody_is_sent_anywhere_before_client_and_address_are_known_to_belong_together() {
        List<HttpResponse<String>> answers = List.of(
                visit.ask("redirect_uri", Visit.SITE + "/back/"),
                visit.ask("redirect_uri", Visit.SITE + "/back?x=1"),
                visit.ask("redirect_uri", "https://readers.example.evil.example/back"),
                visit.ask("redirect_uri", ""),
                visit.ask("client_id", "00000000-0000-0007-0000-000000000007"),
                visit.ask("client_id", "x"),
                visit.ask("client_id", ""));

        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("location")).isEmpty();
            assertThat(answer.headers().firstValue("refresh")).isEmpty();
            assertThat(answer.body()).contains("<h1").doesNotContain("??");
        }
    }

    @Test
    void a_suspended_client_signs_nobody_in() {
        house.suspend(visit.client.id());

        HttpResponse<String> answer = visit.ask();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("已被暂停").doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_type, '', invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "scope, profile, invalid_request",
        "request, x.y.z, request_not_supported",
        "request_uri, https://readers.example/r, request_uri_not_supported",
        "response_mode, fragment, invalid_request",
        "prompt, sometimes, invalid_request",
        "prompt, none login, invalid_request",
        "max_age, soon, invalid_request"
    })
    void what_is_asked_wrongly_is_answered_at_the_client(String parameter, String value, String error) {
        Map<String, String> answer = Visit.answer(visit.ask(parameter, value));

        assertThat(answer)
                .containsEntry("error", error)
                .containsEntry("state", "s t&1")
                .doesNotContainKey("code");
        assertThat(answer.get("iss")).isEqualTo("http://localhost:" + port);
    }

    @Test
    void a_parameter_that_stands_twice_is_refused() {
        HttpResponse<String> answer = visit.browser.get("/oauth2/authorize?" + visit.query() + "&scope=openid");

        assertThat(Visit.answer(answer)).containsEntry("error", "invalid_request");
    }

    @Test
    void whoever_is_not_signed_in_does_so_first_and_comes_back() {
        HttpResponse<String> answer = stranger().ask();

        assertThat(Browser.location(answer)).startsWith("/sign-in?next=");
        assertThat(URLDecoder.decode(Browser.location(answer), StandardCharsets.UTF_8))
                .contains("/oauth2/authorize?", "client_id=" + visit.client.id(), "code_challenge=");
    }

    @Test
    void silently_nobody_is_asked_anything() {
        assertThat(Visit.answer(stranger().ask("prompt", "none"))).containsEntry("error", "login_required");
        assertThat(Visit.answer(visit.ask("prompt", "none"))).containsEntry("error", "consent_required");

        visit.agree();

        assertThat(Visit.answer(visit.ask("prompt", "none"))).containsKey("code");
    }

    @Test
    void consent_is_asked_for_once_and_again_for_more() {
        assertThat(Browser.location(visit.ask())).startsWith("/consent?");
        HttpResponse<String> page = visit.browser.get("/consent?" + visit.query());
        assertThat(page.body())
                .contains("读者系统", "办理借书证", "林小满", "身份证号", "不同意")
                .doesNotContain(someone.number().value(), "??");

        assertThat(Visit.answer(visit.agree())).containsKey("code").containsEntry("state", "s t&1");

        assertThat(Visit.answer(visit.ask())).containsKey("code");
        assertThat(Browser.location(visit.ask("scope", "openid profile phone"))).startsWith("/consent?");
        assertThat(visit.browser
                        .get("/consent?" + visit.query("scope", "openid profile phone"))
                        .body())
                .contains("以前已同意", "您曾经同意");
        assertThat(Browser.location(visit.ask("prompt", "consent"))).startsWith("/consent?");
        assertThat(leaf("clients.consent").facts())
                .containsEntry("scopes", "openid profile")
                .containsEntry("client", visit.client.id().toString());
    }

    @Test
    void whoever_refuses_is_sent_back_without_a_code() {
        HttpResponse<String> answer = visit.browser.post("/consent", "request", visit.query(), "agreed", "false");

        assertThat(Visit.answer(answer)).containsEntry("error", "access_denied").doesNotContainKey("code");
        assertThat(leaf("clients.refuse").actor())
                .isEqualTo("person:" + someone.id().value());
        assertThat(Browser.location(visit.ask())).startsWith("/consent?");
    }

    @Test
    void consent_is_given_by_our_own_form_only() {
        HttpResponse<String> forged = visit.call("/consent", "", "agreed=true&request=x");

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void a_scope_the_client_is_not_registered_for_is_refused_and_one_nobody_knows_is_not_looked_at() {
        ClientHouse.Registered narrow = house.registerFor("openid");
        Visit other = new Visit(port, narrow, visit.browser);

        assertThat(Visit.answer(other.ask("scope", "openid phone"))).containsEntry("error", "invalid_scope");
        assertThat(Browser.location(other.ask("scope", "openid email offline_access")))
                .startsWith("/consent?");
    }

    @Test
    void a_client_may_ask_that_the_person_proves_once_more_who_they_are() {
        visit.agree();
        clock.advance(Duration.ofMinutes(30));

        String away = Browser.location(visit.ask("prompt", "login"));
        assertThat(away).startsWith("/my/confirm?next=");
        assertThat(Browser.location(visit.ask("max_age", "60"))).startsWith("/my/confirm?next=");
        assertThat(Visit.answer(visit.ask("max_age", "60", "prompt", "none"))).containsEntry("error", "login_required");
        assertThat(Visit.answer(visit.ask("max_age", "3600"))).containsKey("code");

        String next = URLDecoder.decode(away.substring("/my/confirm?next=".length()), StandardCharsets.UTF_8);
        HttpResponse<String> confirmed = visit.browser.post("/my/confirm", "password", People.PASSWORD, "next", next);

        assertThat(Browser.location(confirmed)).isEqualTo(next).doesNotContain("prompt=login");
        assertThat(Visit.answer(visit.browser.get(next))).containsKey("code");
    }

    @Test
    void who_agrees_with_a_stale_proof_proves_it_first() {
        clock.advance(Duration.ofMinutes(30));

        HttpResponse<String> answer = visit.agree("max_age", "60");

        assertThat(Browser.location(answer)).startsWith("/oauth2/authorize?");
    }

    @Test
    void a_request_by_form_is_the_same() {
        HttpResponse<String> answer = visit.call("/oauth2/authorize", "", visit.query());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).startsWith("/oauth2/authorize?").contains("nonce=n");
    }

    @Test
    void a_request_that_is_too_long_to_come_back_with_is_refused() {
        assertThat(Visit.answer(stranger().ask("login_hint", "x".repeat(2000))))
                .containsEntry("error", "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "client_id=%00", "a=b&&&=&c", "client_id[]=1", "redirect_uri=javascript:x"})
    void nonsense_gets_a_page_that_says_so(String query) {
        for (String path : new String[] {"/oauth2/authorize?", "/consent?"}) {
            assertThat(visit.browser.get(path + query).statusCode()).isBetween(400, 403);
        }
        for (String path : new String[] {"/oauth2/authorize", "/oauth2/logout"}) {
            assertThat(visit.call(path, "", query + "%zz").statusCode()).isEqualTo(303);
        }
    }

    private Leaf leaf(String action) {
        return trail.find(AuditQuestion.about(someone.id().value(), action, 1)).getFirst();
    }
}
