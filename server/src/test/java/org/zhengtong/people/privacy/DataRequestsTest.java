package org.zhengtong.people.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class DataRequestsTest {
    private static final String WISH = "住址写错了，应该是纸鸢路 12 号";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private People people;
    private People.Someone someone;
    private Browser own;
    private Browser administrator;

    @BeforeEach
    void somebody() {
        people = new People(identity);
        someone = people.someone("李云溪");
        own = signedIn(someone);
        administrator = signedIn(people.staff(organisation, "云溪市公安局", Role.SECURITY_ADMINISTRATOR));
    }

    @Test
    void what_is_asked_for_is_answered_with_reasons_and_its_person_reads_who_opened_it() {
        assertThat(own.get("/my/data/requests/new?about=account").body())
                .contains("要求更正或者删除", "<option value=\"account\" selected>")
                .doesNotContain("??");
        assertThat(Browser.location(ask("CORRECTION", "account", WISH))).isEqualTo("/my/data?done=request");
        String due = calendar.after(LocalDate.now(clock), DataRequests.DAYS).toString();
        assertThat(own.get("/my/data").body()).contains(WISH, due + " 前答复").doesNotContain("??");

        assertThat(administrator.get("/desk/requests").body())
                .contains("更正 · ", due)
                .doesNotContain(WISH, "??");
        String path = "/desk/requests/" + request();
        assertThat(administrator.get(path).body())
                .contains(WISH, "李云溪", someone.number().masked())
                .doesNotContain(someone.number().value(), "??");
        HttpResponse<String> wrong = administrator.post(path, "outcome", "refused", "text", " ");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请写明办了什么，或者不予办理的理由").doesNotContain("??");
        assertThat(administrator.post(path, "text", "x").body()).contains("请选择已办理或者不予办理");
        assertThat(Browser.location(administrator.post(path, "outcome", "refused", "text", "住址请自己修改；\r\n不服可以向网信部门投诉")))
                .isEqualTo("/desk/requests?done=answered");
        deliveries.runDue();

        assertThat(own.get("/my/data").body())
                .contains("不予办理", "住址请自己修改； 不服可以向网信部门投诉", "云溪市公安局的工作人员", "更正或者删除的要求")
                .doesNotContain("??");
        assertThat(administrator.post(path, "outcome", "done", "text", "x").statusCode())
                .as("answered once")
                .isEqualTo(409);
    }

    @Test
    void what_is_wrong_is_said_and_nothing_typed_is_lost() {
        HttpResponse<String> answer = ask("", "nonsense", "  ");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>错误:", "请选择更正或者删除", "请选择哪一类信息", "请写明具体要求")
                .doesNotContain("??");
        assertThat(ask("DELETION", "", WISH).body()).contains(WISH);
        assertThat(ask("DELETION", "account", "x".repeat(501)).statusCode()).isEqualTo(422);
        for (int i = 0; i < DataRequests.MOST_OPEN; i++) {
            ask("DELETION", "account", WISH + i);
        }
        assertThat(ask("DELETION", "account", WISH).body()).contains("还有 10 项要求没有答复");
    }

    @Test
    void whoever_asked_may_withdraw_and_nobody_else() {
        ask("DELETION", "account", WISH);
        String path = "/my/data/requests/" + request() + "/withdrawal";

        assertThat(signedIn(people.someone("周文")).post(path).statusCode()).isEqualTo(404);
        assertThat(Browser.location(own.post(path))).isEqualTo("/my/data?done=withdrawn");
        assertThat(own.post(path).statusCode()).isEqualTo(404);
        assertThat(administrator.get("/desk/requests/" + request()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_the_security_administrator_answers_and_never_themselves() {
        ask("DELETION", "account", WISH);
        Browser clerk = signedIn(people.staff(organisation, "云溪市公安局", Role.ACCEPTANCE, Role.CATALOGUE));
        String path = "/desk/requests/" + request();

        assertThat(clerk.get("/desk/requests").statusCode()).isEqualTo(403);
        assertThat(clerk.get(path).statusCode()).isEqualTo(403);
        assertThat(clerk.post(path, "outcome", "done", "text", "x").statusCode())
                .isEqualTo(403);

        People.Someone administratorToo = people.staff(organisation, "云溪市公安局", Role.SECURITY_ADMINISTRATOR);
        someone = administratorToo;
        own = signedIn(administratorToo);
        ask("DELETION", "account", WISH);
        assertThat(own.get("/desk/requests/" + request()).statusCode()).isEqualTo(403);
    }

    @Test
    void programs_ask_and_read_the_answer_and_the_words_are_sealed() {
        String bearer = own.bearer(someone.phone(), People.PASSWORD);
        assertThat(own.call("POST", "/api/v1/me/requests", bearer, "{}").statusCode())
                .isEqualTo(422);
        assertThat(own.call("POST", "/api/v1/me/requests", bearer, """
                                {"kind":"CORRECTION","about":"account","text":"%s"}""".formatted(WISH))
                        .statusCode())
                .isEqualTo(201);
        administrator.post("/desk/requests/" + request(), "outcome", "done", "text", "已更正为纸鸢路 12 号");

        assertThat(own.call("GET", "/api/v1/me/requests", bearer, "").body())
                .contains(WISH, "\"state\":\"DONE\"", "已更正为纸鸢路 12 号");
        assertThat(own.call("GET", "/api/v1/me/data", bearer, "").body()).contains(WISH);
        assertThat(database.sql("select string_agg(r::text, ' ') from privacy.request r where person = :person")
                        .param("person", someone.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("纸鸢路");
        assertThat(own.call("DELETE", "/api/v1/me/requests/" + request(), bearer, "")
                        .statusCode())
                .as("answered already")
                .isEqualTo(404);
    }

    private HttpResponse<String> ask(String kind, String about, String text) {
        return own.post("/my/data/requests", "kind", kind, "about", about, "text", text);
    }

    private UUID request() {
        return database.sql("select id from privacy.request where person = :person order by made desc, id desc limit 1")
                .param("person", someone.id().value())
                .query(UUID.class)
                .single();
    }

    private Browser signedIn(People.Someone who) {
        Browser browser = new Browser(port);
        browser.signIn(who.phone(), People.PASSWORD);
        return browser;
    }
}
