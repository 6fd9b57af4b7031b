package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class ProfileTest {

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Sessions sessions;

    @Autowired
    JsonMapper json;

    private Browser browser;
    private People people;
    private People.Someone someone;

    @BeforeEach
    void signedIn() {
        people = new People(identity);
        browser = new Browser(port);
        someone = people.someone("李云溪");
        browser.signIn(someone.phone(), People.PASSWORD);
    }

    @Test
    void numbers_are_masked_until_their_owner_asks_and_the_asking_is_recorded() {
        String masked = browser.get("/my/profile").body();
        assertThat(masked).doesNotContain(someone.number().value(), someone.phone());
        assertThat(browser.get("/my/data").body()).contains("还没有人看过");

        String shown = browser.post("/my/profile/shown").body();

        assertThat(shown).contains(someone.number().value(), someone.phone()).doesNotContain("??");
        assertThat(browser.get("/my/data").body()).contains("本人查看", "您本人");
        assertThat(browser.get("/my/profile").body())
                .doesNotContain(someone.number().value());
    }

    @Test
    void who_opened_the_number_and_why_is_there_for_its_owner() {
        identity.openNumber(someone.id(), "system", "核验申请材料");

        assertThat(browser.get("/my/data").body()).contains("核验申请材料", "系统");
    }

    @Test
    void telephone_and_address_change_with_the_password_only() {
        String phone = People.phone();
        assertThat(browser.post("/my/profile/contact", "phone", phone, "password", "wrong")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/my/profile/contact", "phone", "123", "password", People.PASSWORD)
                        .body())
                .contains("<title>错误:", "手机号是 11 位数字");

        HttpResponse<String> answer = browser.post(
                "/my/profile/contact", "phone", phone, "address", "竹岭县前街 1 号", "password", People.PASSWORD);

        assertThat(Browser.location(answer)).isEqualTo("/my/telephone");
        assertThat(browser.get("/my/profile?done=contact").body()).contains("竹岭县前街 1 号", "手机号和地址已修改");
        assertThat(new Browser(port).signIn(phone, People.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(new Browser(port).signIn(someone.phone(), People.PASSWORD).statusCode())
                .isEqualTo(422);
    }

    @Test
    void somebody_elses_telephone_cannot_be_taken() {
        People.Someone other = people.someone("王旁人");

        assertThat(browser.post("/my/profile/contact", "phone", other.phone(), "password", People.PASSWORD)
                        .body())
                .contains("这个手机号不能使用");
    }

    @Test
    void a_new_password_signs_out_everywhere_else() {
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(someone.phone(), People.PASSWORD);
        SessionToken there = new SessionToken(elsewhere.cookie("zt_session"));
        String next = "另一只纸鸢飞得更高-77";

        assertThat(browser.post("/my/profile/password", "present", People.PASSWORD, "next", "1234567890")
                        .body())
                .contains("太容易猜到", "不一样");
        browser.post("/my/profile/password", "present", People.PASSWORD, "next", next, "nextAgain", next);

        assertThat(sessions.find(there)).isEmpty();
        assertThat(browser.get("/my/profile").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).signIn(someone.phone(), next).statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_elsewhere_can_be_ended_but_nobody_elses() {
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(someone.phone(), People.PASSWORD);
        SessionToken there = new SessionToken(elsewhere.cookie("zt_session"));
        String session = sessions.find(there).orElseThrow().session().toString();
        assertThat(browser.get("/my/profile").body()).contains(session);
        Browser stranger = new Browser(port);
        stranger.signIn(people.someone("王旁人").phone(), People.PASSWORD);

        stranger.post("/my/profile/sessions/" + session + "/close");
        assertThat(sessions.find(there)).isPresent();

        browser.post("/my/profile/sessions/" + session + "/close");
        assertThat(sessions.find(there)).isEmpty();
    }

    @Test
    void a_person_becomes_the_agent_of_a_firm_and_acts_for_it() {
        Uscc uscc = People.uscc();
        assertThat(browser.get("/my/firms/new").body()).contains("演示环境").doesNotContain("??");
        assertThat(browser.post("/my/firms/new", "uscc", "12441500196720244X", "name", "面馆")
                        .body())
                .contains("<title>错误:", "统一社会信用代码不对", "请填写法定代表人");

        HttpResponse<String> answer =
                browser.post("/my/firms/new", "uscc", uscc.value(), "name", "云溪面馆", "legalRepresentative", "王法定");

        assertThat(Browser.location(answer)).isEqualTo("/my/firms?done=registered");
        FirmId firm = identity.findFirm(uscc).orElseThrow();
        browser.post("/my/acting-for", "firm", firm.value().toString());
        assertThat(who().actingFor()).contains(new Party.Firm(firm));
        assertThat(browser.get("/my/firms").body()).contains("正在替它办事", "为自己办事").doesNotContain("??");

        browser.post("/my/acting-for", "firm", "");
        assertThat(who().actingFor()).isEmpty();
    }

    @Test
    void a_firm_has_one_agent_and_nobody_else_acts_for_it() {
        People.Someone owner = people.someone("王旁人");
        FirmId firm = people.firmOf(owner.id(), "别人的面馆");

        assertThat(browser.post(
                                "/my/firms/new",
                                "uscc",
                                identity.firm(firm).uscc().value(),
                                "name",
                                "云溪面馆",
                                "legalRepresentative",
                                "王法定")
                        .body())
                .contains("已有经办人");
        browser.post("/my/acting-for", "firm", firm.value().toString());
        assertThat(who().actingFor()).isEmpty();
        browser.post(
                "/my/firms/" + firm.value() + "/agent",
                "name",
                "李云溪",
                "number",
                someone.number().value());
        assertThat(identity.agentOf(firm)).contains(owner.id());
    }

    @Test
    void a_firm_handed_over_is_out_of_the_old_agents_hands_at_once() {
        FirmId firm = people.firmOf(someone.id(), "云溪面馆");
        People.Someone next = people.someone("王接手");
        browser.post("/my/acting-for", "firm", firm.value().toString());
        String path = "/my/firms/" + firm.value() + "/agent";
        assertThat(browser.get(path).body()).contains("云溪面馆").doesNotContain("??");
        assertThat(browser.post(path, "name", "王别人", "number", next.number().value())
                        .body())
                .contains("没有找到");

        browser.post(path, "name", "王接手", "number", next.number().value());

        assertThat(identity.agentOf(firm)).contains(next.id());
        assertThat(identity.firmsOf(someone.id())).isEmpty();
        assertThat(who().actingFor()).isEmpty();
    }

    @Test
    void programs_do_the_same() {
        String token = json.readTree(
                        api("POST", "/api/v1/sessions", "", """
                        {"account":"%s","password":"%s"}""".formatted(someone.phone(), People.PASSWORD))
                                .body())
                .get("token")
                .asString();

        assertThat(api("GET", "/api/v1/me", token, "").body())
                .contains("李云溪", someone.number().masked());
        assertThat(api("POST", "/api/v1/me/number", token, "{}").body())
                .contains(someone.number().value());
        assertThat(api("GET", "/api/v1/me/looks", token, "").body()).contains("own-profile");
        HttpResponse<String> firm = api(
                "POST", "/api/v1/me/firms", token, """
                {"uscc":"%s","name":"云溪面馆","legalRepresentative":"王法定"}""".formatted(People.uscc().value()));
        assertThat(firm.statusCode()).isEqualTo(201);
        String id = json.readTree(firm.body()).get("id").asString();
        assertThat(api("PUT", "/api/v1/me/acting-for", token, "{\"firm\":\"" + id + "\"}")
                        .body())
                .contains(id);
        assertThat(api("GET", "/api/v1/me", token, "").body()).contains(id);
        assertThat(api("PUT", "/api/v1/me/acting-for", token, "{}").statusCode())
                .isEqualTo(200);
        assertThat(api("GET", "/api/v1/me", token, "").body()).doesNotContain(id);
    }

    private SignedIn who() {
        return Optional.of(browser.cookie("zt_session"))
                .flatMap(token -> sessions.find(new SessionToken(token)))
                .orElseThrow();
    }

    private HttpResponse<String> api(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(browser.address(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return new Browser(port).send(request);
    }
}
