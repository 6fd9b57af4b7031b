package org.zhengtong.people.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.privacy.Choices;
import org.zhengtong.people.privacy.Purpose;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ShopFiling;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people may know and decide of what is kept of them. */
@ZhengtongTest
class OwnDataTest {
    @LocalServerPort
    int port;

    @Autowired
    ShopFiling shops;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Cases cases;

    @Autowired
    Choices choices;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock clock;

    private People people;
    private People.Someone citizen;
    private Browser browser;

    @BeforeEach
    void somebody() {
        people = new People(identity);
        citizen = people.someone("林小满");
        browser = signedIn(citizen);
    }

    @Test
    void a_clerk_who_opens_a_case_is_seen_by_its_applicant_once_an_hour() throws Exception {
        CaseId id = filed();
        Browser clerk = signedIn(people.staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE));
        assertThat(browser.get("/my/data").body()).doesNotContain("市场监督管理局的工作人员");

        clerk.get("/desk/cases/" + id.value());
        clerk.get("/desk/cases/" + id.value());

        assertThat(looks()).hasSize(1);
        assertThat(browser.get("/my/data").body())
                .contains(
                        "云溪市市场监督管理局的工作人员", "办理办件", cases.open(id, citizen.id()).receiptNumber())
                .doesNotContain("??");

        clock.advance(Duration.ofHours(1).plusMillis(1));
        clerk.get("/desk/cases/" + id.value());
        assertThat(looks()).hasSize(2);
    }

    @Test
    void everything_can_be_taken_along_as_json_and_pdf() throws Exception {
        CaseId id = filed();

        HttpResponse<String> answer = browser.post("/my/data/export.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        JsonNode taken = JsonMapper.shared().readTree(answer.body());
        assertThat(taken.get("number").asString()).isEqualTo(citizen.number().value());
        assertThat(answer.body())
                .contains(cases.open(id, citizen.id()).receiptNumber(), citizen.phone(), "提交申请", "已提交", "经营范围")
                .doesNotContain("??", "privacy.");
        assertThat(sections(taken))
                .containsExactly(
                        "account",
                        "mandates",
                        "cases",
                        "licences",
                        "drafts",
                        "appointments",
                        "queue",
                        "messages",
                        "clients",
                        "post",
                        "roster",
                        "requests");
        HttpResponse<byte[]> pdf = browser.download("/my/data/export.pdf");
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(browser.get("/my/data").body()).contains("本人导出");
    }

    @Test
    void a_use_switched_off_counts_at_once_and_nothing_is_filled_in_any_more() {
        ServiceItem item = catalogue.items().stream()
                .filter(one -> one.name().equals("个体工商户设立登记"))
                .findFirst()
                .orElseThrow();
        SignedIn me = new SignedIn(new UUID(1, 1), citizen.id(), citizen.name(), Optional.empty());
        UUID draft = ((Drafts.Start.Begun) drafts.start(me, item.code(), Optional.empty())).draft();
        assertThat(atHand(me, draft).profile()).containsKey(ProfileField.PERSON_PHONE);

        assertThat(Browser.location(browser.post("/my/data/uses", "purpose", "PREFILL", "allowed", "false")))
                .isEqualTo("/my/data?done=use");

        assertThat(choices.allows(citizen.id(), Purpose.PREFILL)).isFalse();
        assertThat(atHand(me, draft).profile()).containsOnlyKeys(ProfileField.APPLICANT_KIND);
        assertThat(browser.get("/my/data").body()).contains("已关闭").doesNotContain("??");
        assertThat(browser.post("/my/data/uses", "purpose", "ALL", "allowed", "false")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_has_nothing_the_law_keeps_is_gone_when_the_account_is_closed() {
        assertThat(browser.post("/my/data/closing", "password", "wrong-Password-1")
                        .body())
                .contains("错误：", "aria-invalid");

        HttpResponse<String> closed = browser.post("/my/data/closing", "password", People.PASSWORD);

        assertThat(closed.body()).contains("账号已注销").doesNotContain("依法继续保存", "??");
        assertThat(sql.sql("select count(*) from identity.person where id = :id")
                        .param("id", citizen.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(browser.get("/my/data").statusCode()).isEqualTo(303);
        assertThat(new Browser(port).signIn(citizen.phone(), People.PASSWORD).statusCode())
                .isNotEqualTo(302);
    }

    @Test
    void open_cases_come_first_and_closed_ones_stay() throws Exception {
        CaseId id = filed();
        assertThat(browser.get("/my/data/closing").body())
                .contains("等正在办理的办件办结")
                .doesNotContain("/my/data/closing\" method", "??");
        assertThat(browser.post("/my/data/closing", "password", People.PASSWORD).statusCode())
                .isEqualTo(409);
        cases.withdraw(id, citizen.id(), "不办了");

        assertThat(browser.post("/my/data/closing", "password", People.PASSWORD).body())
                .contains("账号已注销", "依法继续保存", "已办结的办件")
                .doesNotContain("??");

        assertThat(identity.person(citizen.id()).name()).isEqualTo("林小满");
        assertThat(new Browser(port).signIn(citizen.phone(), People.PASSWORD).statusCode())
                .isNotEqualTo(302);
    }

    @Test
    void programs_do_the_same() throws Exception {
        filed();
        String token = browser.bearer(citizen.phone(), People.PASSWORD);

        assertThat(browser.call("GET", "/api/v1/me/data", token, "").body()).contains("经营范围");
        assertThat(browser.call("PUT", "/api/v1/me/uses/PREFILL", token, "{\"allowed\":false}")
                        .body())
                .contains("\"PREFILL\"", "false");
        assertThat(browser.call("GET", "/api/v1/me/looks", token, "").statusCode())
                .isEqualTo(200);
        assertThat(browser.call("GET", "/api/v1/me/data", "nobody", "").statusCode())
                .isEqualTo(401);
    }

    private AtHand atHand(SignedIn me, UUID draft) {
        return drafts.atHand(drafts.draft(me, draft));
    }

    private CaseId filed() throws Exception {
        return shops.filed(citizen, true);
    }

    private List<Long> looks() {
        return sql.sql("""
                        select sequence from audit.leaf where action = 'cases.open' and subject = any(
                            select id from cases.case_file where applicant = :person)
                        """)
                .param("person", citizen.id().value())
                .query(Long.class)
                .list();
    }

    private static List<String> sections(JsonNode taken) {
        return StreamSupport.stream(taken.get("sections").spliterator(), false)
                .map(section -> section.get("section").asString())
                .toList();
    }

    private Browser signedIn(People.Someone someone) {
        Browser signed = new Browser(port);
        signed.signIn(someone.phone(), People.PASSWORD);
        return signed;
    }
}
