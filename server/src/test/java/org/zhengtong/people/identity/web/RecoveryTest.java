package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Authenticator;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class RecoveryTest {
    private static final String NEXT = "另一只纸鸢飞得更高-77";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Sessions sessions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private People people;
    private People.Someone someone;
    private Browser lost;

    @BeforeEach
    void somebodyWhoForgot() {
        clock.advance(Duration.ofMinutes(15));
        people = new People(identity);
        someone = people.someone("李云溪");
        confirmTelephone();
        lost = new Browser(port);
    }

    @Test
    void the_new_password_is_good_after_a_day_and_ends_every_session() {
        Browser own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
        SessionToken open = new SessionToken(own.cookie("zt_session"));
        choose();
        deliveries.runDue();

        assertThat(new Browser(port).signIn(someone.phone(), NEXT).statusCode()).isEqualTo(422);
        for (String page : new String[] {"/my", "/my/profile", "/my/security"}) {
            assertThat(own.get(page).body()).as(page).contains("为您的账号设置了新密码").doesNotContain("??");
        }
        clock.advance(Duration.ofHours(24));

        assertThat(new Browser(port).signIn(someone.phone(), NEXT).statusCode()).isEqualTo(302);
        assertThat(new Browser(port).signIn(someone.phone(), People.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(sessions.find(open)).isEmpty();
        assertThat(trail.find(AuditQuestion.about(someone.id().value(), 30)).stream()
                        .map(Leaf::action))
                .contains(
                        "identity.begin-recovery", "identity.choose-recovered-password", "identity.recovered-password");
    }

    @Test
    void its_owner_stops_it_and_the_old_password_stays() {
        Browser own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
        choose();

        assertThat(Browser.location(own.post("/my/security/recovery/stop")))
                .isEqualTo("/my/security?done=recovery-stopped");
        clock.advance(Duration.ofHours(25));

        assertThat(new Browser(port).signIn(someone.phone(), NEXT).statusCode()).isEqualTo(422);
        assertThat(new Browser(port).signIn(someone.phone(), People.PASSWORD).statusCode())
                .isEqualTo(302);
    }

    @Test
    void no_answer_tells_whether_there_is_an_account() {
        Browser other = new Browser(port);
        String unknown = People.number(LocalDate.of(1991, 4, 4)).value();

        assertThat(Browser.location(begin(lost, someone.number().value(), someone.phone())))
                .isEqualTo("/recovery/code");
        assertThat(Browser.location(begin(other, unknown, People.phone()))).isEqualTo("/recovery/code");
        String known = lost.get("/recovery/code").body();
        String nobody = other.get("/recovery/code").body();

        assertThat(plain(known)).isEqualTo(plain(nobody));
        HttpResponse<String> wrong = other.post("/recovery/code", "code", code(nobody));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(plain(wrong.body()))
                .isEqualTo(plain(lost.post("/recovery/code", "code", "000000x").body()));
    }

    @Test
    void a_code_is_good_for_ten_minutes_five_tries_and_one_browser() {
        begin(lost, someone.number().value(), someone.phone());
        String code = code(lost.get("/recovery/code").body());
        assertThat(Browser.location(new Browser(port).post("/recovery/code", "code", code)))
                .isEqualTo("/recovery?over");
        for (int i = 0; i < 5; i++) {
            lost.post("/recovery/code", "code", "wrong" + i);
        }
        assertThat(Browser.location(lost.post("/recovery/code", "code", code))).isEqualTo("/recovery?over");

        Browser again = new Browser(port);
        begin(again, someone.number().value(), someone.phone());
        String late = code(again.get("/recovery/code").body());
        clock.advance(Duration.ofMinutes(11));
        assertThat(Browser.location(again.post("/recovery/code", "code", late))).isEqualTo("/recovery?over");
        assertThat(Browser.location(again.get("/recovery/password"))).isEqualTo("/recovery?over");
    }

    @Test
    void codes_of_an_authenticator_are_still_asked_for_afterwards() {
        Browser own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
        String page = own.get("/my/security/codes").body();
        own.post("/my/security/codes", "code", Authenticator.typed(page).code(clock.instant()));
        choose();
        clock.advance(Duration.ofHours(24));

        assertThat(Browser.location(new Browser(port).signIn(someone.phone(), NEXT)))
                .isEqualTo("/sign-in/second");
    }

    @Test
    void staff_do_not_recover_by_telephone() {
        organisation.appoint(someone.id(), organisation.bodies().getFirst().uscc(), "窗口", Set.of(Role.ACCEPTANCE));
        begin(lost, someone.number().value(), someone.phone());

        assertThat(lost.post(
                                "/recovery/code",
                                "code",
                                code(lost.get("/recovery/code").body()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void at_a_window_a_clerk_gives_a_code_on_paper_and_the_person_chooses_the_password() {
        Browser own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
        String page = own.get("/my/security/codes").body();
        own.post("/my/security/codes", "code", Authenticator.typed(page).code(clock.instant()));
        Browser clerk = staff(Role.ACCEPTANCE);
        assertThat(clerk.post("/desk/recovery", "number", someone.number().value())
                        .body())
                .contains("<title>错误:找回或开通账号", "请先核对身份证原件和本人")
                .doesNotContain("??");

        String paper = paper(clerk, someone);
        assertThat(lost.post("/recovery/window", "number", someone.number().value(), "code", "aaaaa-aaaaa")
                        .statusCode())
                .isEqualTo(422);
        assertThat(Browser.location(
                        lost.post("/recovery/window", "number", someone.number().value(), "code", paper)))
                .isEqualTo("/recovery/password");
        lost.post("/recovery/password", "next", NEXT, "nextAgain", NEXT);
        assertThat(own.get("/my/security").body()).contains("办事大厅窗口办理了找回密码").doesNotContain("??");
        clock.advance(Duration.ofHours(24));

        assertThat(Browser.location(new Browser(port).signIn(someone.phone(), NEXT)))
                .as("the lost authenticator is not asked for")
                .isEqualTo("/my");
        assertThat(trail.find(AuditQuestion.about(someone.id().value(), 30)).stream()
                        .filter(leaf -> leaf.action().equals("identity.begin-recovery"))
                        .map(leaf -> leaf.facts().get("reason")))
                .containsExactly("手机丢失");
    }

    @Test
    void clerks_recover_citizens_and_the_security_administrator_staff_and_nobody_themselves() {
        People.Someone colleague = people.someone("周文");
        organisation.appoint(colleague.id(), organisation.bodies().getFirst().uscc(), "窗口", Set.of(Role.REVIEW));

        assertThat(window(staff(Role.ACCEPTANCE), colleague).statusCode()).isEqualTo(403);
        assertThat(window(staff(Role.SECURITY_ADMINISTRATOR), someone).statusCode())
                .isEqualTo(403);
        assertThat(window(staff(Role.REVIEW), someone).statusCode()).isEqualTo(403);
        assertThat(window(staff(Role.SECURITY_ADMINISTRATOR), colleague).statusCode())
                .isEqualTo(200);
        People.Someone administrator = people.someone("张安全");
        organisation.appoint(
                administrator.id(), organisation.bodies().getFirst().uscc(), "安全", Set.of(Role.SECURITY_ADMINISTRATOR));
        Browser own = new Browser(port);
        own.signIn(administrator.phone(), People.PASSWORD);
        assertThat(window(own, administrator).statusCode()).isEqualTo(409);
    }

    @Test
    void codes_and_new_passwords_stand_in_no_row_to_be_read() {
        begin(lost, someone.number().value(), someone.phone());
        String code = code(lost.get("/recovery/code").body());

        String rows = database.sql("select string_agg(r::text, ' ') from identity.recovery r where person = :person")
                .param("person", someone.id().value())
                .query(String.class)
                .single();

        assertThat(rows).isNotBlank().doesNotContain("," + code + ",", someone.phone());
    }

    @Test
    void a_telephone_that_was_never_confirmed_finds_no_password_again() {
        someone = people.someone("李云溪");
        begin(lost, someone.number().value(), someone.phone());

        assertThat(lost.post(
                                "/recovery/code",
                                "code",
                                code(lost.get("/recovery/code").body()))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void who_was_registered_at_a_window_gets_the_first_password_by_paper_and_at_once() {
        IdentityNumber number = People.number(LocalDate.of(1979, 3, 2));
        String phone = People.phone();
        PersonId person = identity.add(
                new NewPerson("周青石", number, phone, Optional.empty(), Optional.empty(), Optional.empty(), true));
        Browser stranger = new Browser(port);
        assertThat(stranger.post(
                                "/register",
                                "name",
                                "周青石",
                                "number",
                                number.value(),
                                "phone",
                                phone,
                                "password",
                                NEXT,
                                "passwordAgain",
                                NEXT,
                                "agreed",
                                "true")
                        .body())
                .contains("您在办事大厅登记过")
                .doesNotContain("??");
        assertThat(stranger.post(
                                "/register",
                                "name",
                                "周青石",
                                "number",
                                number.value(),
                                "phone",
                                People.phone(),
                                "password",
                                NEXT,
                                "passwordAgain",
                                NEXT,
                                "agreed",
                                "true")
                        .body())
                .as("who does not know the telephone is not told")
                .doesNotContain("您在办事大厅登记过");

        String paper = paper(staff(Role.ACCEPTANCE), new People.Someone(person, number, phone, "周青石"));
        lost.post("/recovery/window", "number", number.value(), "code", paper);
        assertThat(lost.post("/recovery/password", "next", NEXT, "nextAgain", NEXT)
                        .body())
                .contains("密码已设置", "href=\"/sign-in\"")
                .doesNotContain("??");

        assertThat(Browser.location(new Browser(port).signIn(number.value(), NEXT)))
                .isEqualTo("/my");
        assertThat(trail.find(AuditQuestion.about(person.value(), 30)).stream().map(Leaf::action))
                .contains("identity.claim");
        assertThat(Browser.location(lost.post("/recovery/password", "next", NEXT, "nextAgain", NEXT)))
                .as("only once")
                .isEqualTo("/recovery?over");
    }

    private void confirmTelephone() {
        Browser own = new Browser(port);
        own.signIn(someone.phone(), People.PASSWORD);
        own.post("/my/telephone/send");
        String code = own.get("/my/telephone?sent=true").body().replaceAll("(?s).*验证码是 ([0-9]{6})。.*", "$1");
        assertThat(Browser.location(own.post("/my/telephone", "code", code))).isEqualTo("/my/profile?done=telephone");
    }

    private void choose() {
        begin(lost, someone.number().value(), someone.phone());
        assertThat(Browser.location(lost.post(
                        "/recovery/code",
                        "code",
                        code(lost.get("/recovery/code").body()))))
                .isEqualTo("/recovery/password");
        assertThat(lost.post("/recovery/password", "next", "1234567890", "nextAgain", "x")
                        .body())
                .contains("太容易猜到", "不一样");
        HttpResponse<String> chosen = lost.post("/recovery/password", "next", NEXT, "nextAgain", NEXT);
        assertThat(chosen.body()).contains("新密码已设置").doesNotContain("??");
        assertThat(Browser.location(lost.post("/recovery/password", "next", NEXT, "nextAgain", NEXT)))
                .isEqualTo("/recovery?over");
    }

    private HttpResponse<String> begin(Browser at, String number, String phone) {
        assertThat(at.get("/recovery").body()).contains("忘了密码").doesNotContain("??");
        return at.post("/recovery", "name", "李云溪", "number", number, "phone", phone);
    }

    private Browser staff(Role role) {
        People.Someone member = people.someone("张工");
        organisation.appoint(member.id(), organisation.bodies().getFirst().uscc(), "岗位", Set.of(role));
        Browser browser = new Browser(port);
        browser.signIn(member.phone(), People.PASSWORD);
        return browser;
    }

    private static HttpResponse<String> window(Browser by, People.Someone whose) {
        return by.post(
                "/desk/recovery",
                "number",
                whose.number().value(),
                "reason",
                "手机丢失",
                "factors",
                "true",
                "seen",
                "true");
    }

    private static String paper(Browser by, People.Someone whose) {
        String page = window(by, whose).body();
        assertThat(page).contains("只显示这一次").doesNotContain("??");
        return page.replaceAll("(?s).*<b>([a-z2-9]{5}-[a-z2-9]{5})</b>.*", "$1");
    }

    /** The demonstration shows it, because it sends nothing. */
    private static String code(String page) {
        return page.replaceAll("(?s).*验证码是 ([0-9]{6})；.*", "$1");
    }

    private static String plain(String page) {
        return page.replaceAll("验证码是 [0-9]{6}；", "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
