package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Authenticator;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.TestFactors;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class SecondFactorTest {
    private static final Pattern RECOVERY = Pattern.compile("<b>([a-z2-9]{5}-[a-z2-9]{5})</b>");

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    TestFactors factors;

    private Browser browser;
    private People.Someone someone;

    @BeforeEach
    void somebody() {
        browser = new Browser(port);
        someone = new People(identity).someone("李云溪");
        factors.demandOf(someone.id());
    }

    @Test
    void whoever_has_codes_is_asked_for_one_after_the_password_and_each_works_once() {
        Authenticator authenticator = enrolled();
        clock.advance(Duration.ofSeconds(30));
        String code = authenticator.code(clock.instant());
        Browser other = new Browser(port);

        HttpResponse<String> asked = other.signIn(someone.phone(), People.PASSWORD);

        assertThat(Browser.location(asked)).isEqualTo("/sign-in/second");
        assertThat(other.cookie("zt_session")).isEmpty();
        assertThat(other.get("/my/profile").statusCode()).isEqualTo(303);
        assertThat(Browser.location(other.post("/sign-in/second", "code", code)))
                .isEqualTo("/my");
        assertThat(other.get("/my/profile").body()).contains("两种方式").doesNotContain("??");

        Browser replaying = new Browser(port);
        replaying.signIn(someone.phone(), People.PASSWORD);
        HttpResponse<String> replayed = replaying.post("/sign-in/second", "code", code);

        assertThat(replayed.statusCode()).isEqualTo(422);
        assertThat(replayed.body()).contains("<title>错误:再输入验证码", "已经用过");
        assertThat(replaying.cookie("zt_session")).isEmpty();
    }

    @Test
    void the_code_that_switched_codes_on_does_not_sign_in_as_well() {
        Authenticator authenticator = enrolled();
        Browser other = new Browser(port);
        other.signIn(someone.phone(), People.PASSWORD);

        assertThat(other.post("/sign-in/second", "code", authenticator.code(clock.instant()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_recovery_code_replaces_the_authenticator_once_however_it_is_typed() {
        List<String> codes = recoveryCodes(enrol(browser));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");

        assertThat(Browser.location(second(typed))).isEqualTo("/my");
        assertThat(second(typed).statusCode()).isEqualTo(422);
        assertThat(Browser.location(second(codes.get(1)))).isEqualTo("/my");
        assertThat(browser.get("/my/security").body()).contains("恢复码还剩 8 个");

        List<String> renewed = recoveryCodes(browser.post("/my/security/recovery-codes"));

        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
        assertThat(second(codes.get(2)).statusCode()).isEqualTo(422);
        assertThat(Browser.location(second(renewed.getFirst()))).isEqualTo("/my");
    }

    @Test
    void five_wrong_codes_end_the_second_step_and_the_password_is_asked_for_again() {
        Authenticator authenticator = enrolled();
        clock.advance(Duration.ofMinutes(10));
        Browser other = new Browser(port);
        other.signIn(someone.phone(), People.PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(other.post("/sign-in/second", "code", "00000" + i).statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> right = other.post("/sign-in/second", "code", authenticator.code(clock.instant()));

        assertThat(Browser.location(right)).isEqualTo("/sign-in?over");
        assertThat(other.cookie("zt_session")).isEmpty();
        assertThat(other.get("/sign-in?over").body()).contains("请重新登录");
    }

    @Test
    void the_second_step_waits_five_minutes_and_belongs_to_one_browser() {
        Authenticator authenticator = enrolled();
        clock.advance(Duration.ofMinutes(1));
        Browser other = new Browser(port);
        other.signIn(someone.phone(), People.PASSWORD);

        assertThat(Browser.location(
                        new Browser(port).post("/sign-in/second", "code", authenticator.code(clock.instant()))))
                .isEqualTo("/sign-in?over");
        clock.advance(Duration.ofMinutes(6));
        assertThat(Browser.location(other.get("/sign-in/second"))).isEqualTo("/sign-in?over");
        assertThat(Browser.location(other.post("/sign-in/second", "code", authenticator.code(clock.instant()))))
                .isEqualTo("/sign-in?over");
    }

    @Test
    void programs_send_the_code_with_the_password() {
        Authenticator authenticator = enrolled();
        clock.advance(Duration.ofSeconds(30));

        assertThat(open("").statusCode()).isEqualTo(401);
        assertThat(open("").body()).contains("code-needed");
        assertThat(open(",\"code\":\"000000\"").statusCode()).isEqualTo(401);
        assertThat(open(",\"code\":\"" + authenticator.code(clock.instant()) + "\"")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void staff_reach_their_desk_only_after_two_factors_and_are_led_there_at_the_first_sign_in() {
        organisation.appoint(
                someone.id(), organisation.bodies().getFirst().uscc(), "窗口", java.util.Set.of(Role.ACCEPTANCE));

        assertThat(Browser.location(browser.signIn(someone.phone(), People.PASSWORD)))
                .isEqualTo("/desk");
        assertThat(Browser.location(browser.get("/desk?state=ALL"))).startsWith("/my/security/codes?next=%2Fdesk");
        String bearer = "Bearer " + browser.cookie("zt_session");
        HttpResponse<String> refused = browser.send(
                HttpRequest.newBuilder(browser.address("/api/v1/staff/members")).header("Authorization", bearer));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("second-factor-needed");
        assertThat(browser.get("/my/profile").statusCode()).isEqualTo(200);

        String page = browser.get("/my/security/codes?next=/desk").body();
        assertThat(page).contains("两种方式证明身份").doesNotContain("??");
        String code = Authenticator.typed(page).code(clock.instant());
        HttpResponse<String> done = browser.post("/my/security/codes", "code", code, "next", "/desk");

        assertThat(done.body()).contains("href=\"/desk\"");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        HttpResponse<String> removed = browser.post("/my/security/codes/remove");
        assertThat(removed.statusCode()).isEqualTo(409);
        assertThat(removed.body()).contains("至少要保留一种");
        assertThat(browser.get("/my/security").body()).contains("已开启");
    }

    @Test
    void what_could_lock_somebody_out_takes_a_fresh_proof() {
        browser.signIn(someone.phone(), People.PASSWORD);
        clock.advance(Duration.ofMinutes(11));

        assertThat(Browser.location(browser.get("/my/security/codes")))
                .isEqualTo("/my/confirm?next=%2Fmy%2Fsecurity%2Fcodes");
        assertThat(Browser.location(browser.get("/my/security/passkeys/new"))).startsWith("/my/confirm");
        assertThat(browser.get("/my/confirm?next=/my/security/codes").body()).doesNotContain("??");
        assertThat(browser.post("/my/confirm", "password", "wrong").statusCode())
                .isEqualTo(422);

        HttpResponse<String> confirmed =
                browser.post("/my/confirm", "password", People.PASSWORD, "next", "/my/security/codes");

        assertThat(Browser.location(confirmed)).isEqualTo("/my/security/codes");
        assertThat(browser.get("/my/security/codes").statusCode()).isEqualTo(200);
    }

    @Test
    void secrets_stand_sealed_and_codes_hashed_in_the_database() {
        String page = page();
        String key = page.replaceAll("(?s).*<b>([A-Z2-7 ]{39})</b>.*", "$1").replace(" ", "");
        HttpResponse<String> done = browser.post(
                "/my/security/codes", "code", Authenticator.typed(page).code(clock.instant()));
        String first = recoveryCodes(done).getFirst();

        String rows = database.sql("""
                        select string_agg(encode(f.secret, 'escape') || encode(r.digest, 'escape'), ' ')
                        from identity.code_factor f join identity.recovery_code r using (person)
                        where person = :person
                        """)
                .param("person", someone.id().value())
                .query(String.class)
                .single();

        assertThat(rows).isNotBlank().doesNotContain(key, first, first.replace("-", ""));
    }

    @Test
    void every_step_is_a_leaf_of_the_audit() {
        List<String> codes = recoveryCodes(enrol(browser));
        second(codes.getFirst());
        second("000000");
        browser.post("/my/security/codes/remove");

        assertThat(trail.find(AuditQuestion.about(someone.id().value(), 50)).stream()
                        .map(Leaf::action))
                .contains(
                        "identity.add-codes",
                        "identity.confirm",
                        "identity.use-recovery-code",
                        "identity.sign-in-refused",
                        "identity.remove-codes");
        assertThat(Browser.location(new Browser(port).signIn(someone.phone(), People.PASSWORD)))
                .isEqualTo("/my");
    }

    private String page() {
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser.get("/my/security/codes").body();
    }

    private HttpResponse<String> enrol(Browser at) {
        String page = page();
        return at.post("/my/security/codes", "code", Authenticator.typed(page).code(clock.instant()));
    }

    private Authenticator enrolled() {
        String page = page();
        Authenticator authenticator = Authenticator.typed(page);
        assertThat(browser.post("/my/security/codes", "code", "abcdef").statusCode())
                .isEqualTo(422);
        HttpResponse<String> done = browser.post("/my/security/codes", "code", authenticator.code(clock.instant()));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("请保存恢复码").doesNotContain("??");
        return authenticator;
    }

    private HttpResponse<String> second(String code) {
        Browser other = new Browser(port);
        other.signIn(someone.phone(), People.PASSWORD);
        return other.post("/sign-in/second", "code", code);
    }

    private HttpResponse<String> open(String more) {
        return browser.send(HttpRequest.newBuilder(browser.address("/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"account\":\"%s\",\"password\":\"%s\"%s}"
                        .formatted(someone.phone(), People.PASSWORD, more))));
    }

    private static List<String> recoveryCodes(HttpResponse<String> answer) {
        return RECOVERY.matcher(answer.body())
                .results()
                .map(MatchResult::group)
                .map(code -> code.replaceAll("</?b>", ""))
                .toList();
    }
}
