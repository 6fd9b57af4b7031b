package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Passkey;
import org.zhengtong.people.identity.Passkeys;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.SoftAuthenticator;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.TestFactors;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Honest answers and hostile ones, by HTTP; {@code PasskeyJourneyTest} goes through the pages with a browser. */
@ZhengtongTest
class PasskeyTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Passkeys passkeys;

    @Autowired
    AuditTrail trail;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    @Autowired
    TestFactors factors;

    private Browser browser;
    private People.Someone someone;
    private SoftAuthenticator device;

    @BeforeEach
    void somebodyWithAPasskey() {
        someone = new People(identity).someone("李云溪");
        factors.demandOf(someone.id());
        browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        device = new SoftAuthenticator("http://localhost:" + port);
        HttpResponse<String> added =
                browser.post("/my/security/passkeys/new", "name", "我的手机", "answer", device.register(offered(browser)));
        assertThat(Browser.location(added)).isEqualTo("/my/security?done=passkey");
    }

    @Test
    void a_passkey_signs_in_without_account_and_password_and_counts_as_both_factors() {
        organisation.appoint(someone.id(), organisation.bodies().getFirst().uscc(), "窗口", Set.of(Role.ACCEPTANCE));
        Browser other = new Browser(port);

        assertThat(Browser.location(signIn(other, device.answer(asked(other))))).isEqualTo("/desk");
        assertThat(other.get("/desk").statusCode()).isEqualTo(200);
        assertThat(other.get("/my/profile").body()).contains("通行密钥", "两种方式");
        assertThat(browser.get("/my/security").body()).contains("我的手机", "最近使用").doesNotContain("??");
    }

    @Test
    void staff_whose_second_factor_is_a_passkey_show_it_after_the_password() {
        organisation.appoint(someone.id(), organisation.bodies().getFirst().uscc(), "窗口", Set.of(Role.ACCEPTANCE));
        Browser other = new Browser(port);
        other.signIn(someone.phone(), People.PASSWORD);
        assertThat(Browser.location(other.get("/desk"))).isEqualTo("/my/confirm?next=%2Fdesk");
        other.post("/my/confirm", "password", People.PASSWORD);
        assertThat(other.get("/desk").statusCode())
                .as("a password twice is one factor")
                .isEqualTo(303);

        String challenge = challenge(other.post("/my/confirm/passkey/question"));
        HttpResponse<String> confirmed =
                other.post("/my/confirm/passkey", "answer", device.answer(challenge), "next", "/desk");

        assertThat(Browser.location(confirmed)).isEqualTo("/desk");
        assertThat(other.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_is_taken_once() {
        Browser other = new Browser(port);
        String answer = device.answer(asked(other));
        assertThat(Browser.location(signIn(other, answer))).isEqualTo("/my");

        refused(answer);
    }

    @Test
    void an_answer_for_another_site_is_refused() {
        refused(device.at("http://localhost.evil.example:" + port).answer(asked()));
        refused(device.at("https://localhost:" + port).answer(asked()));
        device.at("http://localhost:" + port);
        refused(device.of("evil.example").answer(asked()));
        device.of("localhost");

        assertThat(Browser.location(signIn(new Browser(port), device.answer(asked()))))
                .isEqualTo("/my");
    }

    @Test
    void a_counter_that_does_not_grow_tells_of_a_copy_and_is_refused() {
        assertThat(Browser.location(
                        signIn(new Browser(port), device.counting(40).answer(asked()))))
                .isEqualTo("/my");

        refused(device.counting(40).answer(asked()));
        refused(device.counting(7).answer(asked()));
        assertThat(Browser.location(
                        signIn(new Browser(port), device.counting(41).answer(asked()))))
                .isEqualTo("/my");
    }

    @Test
    void somebody_who_was_not_verified_is_refused() {
        refused(device.withoutVerification().answer(asked()));
    }

    @Test
    void a_question_nobody_asked_or_asked_too_long_ago_or_asked_for_something_else_is_no_question() {
        refused(device.answer("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        String old = asked();
        clock.advance(Duration.ofMinutes(6));
        refused(device.answer(old));
        browser.post("/my/confirm", "password", People.PASSWORD);
        refused(device.answer(offered(browser)));
        refused(device.answer(challenge(browser.post("/my/confirm/passkey/question"))));
    }

    @Test
    void another_ones_passkey_and_a_forged_signature_confirm_nothing() {
        People.Someone other = new People(identity).someone("王旁人");
        Browser theirs = new Browser(port);
        theirs.signIn(other.phone(), People.PASSWORD);
        String challenge = challenge(theirs.post("/my/confirm/passkey/question"));
        assertThat(theirs.post("/my/confirm/passkey", "answer", device.answer(challenge))
                        .statusCode())
                .isEqualTo(422);

        String right = device.answer(asked());
        refused(right.replaceFirst("\"signature\":\"(..)(.)", "\"signature\":\"$1" + "Z"));
        refused(new SoftAuthenticator("http://localhost:" + port).answer(asked()));
    }

    @Test
    void what_is_no_answer_at_all_is_refused_without_a_fault() {
        for (String answer : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"rawId\":7}",
                "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\"}}",
                "{\"rawId\":\"AA\",\"response\":[]}",
                "{".repeat(5000),
                "x".repeat(30_000),
                device.answer(asked()).replace("authenticatorData\":\"", "authenticatorData\":\"!!"),
                device.answer(asked())
                        .replaceFirst("\"authenticatorData\":\"[^\"]+\"", "\"authenticatorData\":\"AAAA\""),
                device.register(asked()))) {
            refused(answer);
        }
        for (String answer : List.of(
                "",
                "{}",
                device.answer(offered(browser)),
                device.register(offered(browser))
                        .replaceFirst("\"attestationObject\":\"[^\"]{40}", "\"attestationObject\":\"AAAA"),
                device.register(offered(browser)))) {
            assertThat(browser.post("/my/security/passkeys/new", "answer", answer)
                            .statusCode())
                    .as(answer)
                    .isEqualTo(422);
        }
    }

    @Test
    void passkeys_are_renamed_and_removed_by_their_owner_alone() {
        Passkey passkey = passkeys.of(someone.id()).getFirst();
        Browser stranger = new Browser(port);
        stranger.signIn(new People(identity).someone("王旁人").phone(), People.PASSWORD);
        assertThat(stranger.post("/my/security/passkeys/" + passkey.id() + "/remove")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.post("/my/security/passkeys/" + passkey.id() + "/name", "name", "我的")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/my/security/passkeys/" + UUID.randomUUID() + "/remove")
                        .statusCode())
                .isEqualTo(404);

        browser.post("/my/security/passkeys/" + passkey.id() + "/name", "name", "办公室电脑");
        assertThat(browser.get("/my/security").body()).contains("办公室电脑");
        browser.post("/my/security/passkeys/" + passkey.id() + "/remove");

        assertThat(passkeys.of(someone.id())).isEmpty();
        refused(device.answer(asked()));
        assertThat(trail.find(AuditQuestion.about(someone.id().value(), 20)).stream()
                        .map(Leaf::action))
                .contains("identity.add-passkey", "identity.remove-passkey");
    }

    @Test
    void the_last_second_factor_of_staff_stays() {
        organisation.appoint(someone.id(), organisation.bodies().getFirst().uscc(), "窗口", Set.of(Role.ACCEPTANCE));
        UUID passkey = passkeys.of(someone.id()).getFirst().id();

        assertThat(browser.post("/my/security/passkeys/" + passkey + "/remove").statusCode())
                .isEqualTo(409);
        assertThat(passkeys.of(someone.id())).hasSize(1);
    }

    private void refused(String answer) {
        Browser other = new Browser(port);
        other.get("/sign-in");
        assertThat(Browser.location(signIn(other, answer))).as(answer).isEqualTo("/sign-in?passkey");
        assertThat(other.cookie("zt_session")).isEmpty();
    }

    private String offered(Browser at) {
        HttpResponse<String> offer = at.post("/my/security/passkeys/question");
        JsonNode question = json.readTree(offer.body());
        assertThat(question.path("authenticatorSelection")
                        .path("userVerification")
                        .asString())
                .isEqualTo("required");
        return question.path("challenge").asString();
    }

    private String asked() {
        return asked(new Browser(port));
    }

    private String asked(Browser at) {
        return challenge(at.post("/sign-in/passkey/question"));
    }

    private String challenge(HttpResponse<String> question) {
        return json.readTree(question.body()).path("challenge").asString();
    }

    private static HttpResponse<String> signIn(Browser at, String answer) {
        return at.post("/sign-in/passkey", "answer", answer);
    }
}
