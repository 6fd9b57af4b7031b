package org.zhengtong.people.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Operations;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Oversight;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;
import org.zhengtong.people.organisation.Staffing.Refusal;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class DesksTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Staffing staffing;

    @Autowired
    Operations operations;

    @Autowired
    Oversight oversight;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    private People people;
    private Uscc body;

    @BeforeEach
    void aBody() {
        people = new People(identity);
        body = People.uscc();
        organisation.put(
                new Body(body, "云溪市试验局" + body.value(), "339900", "试验路 1 号", "工作日 9:00–17:00", "0509-1", "0509-2"));
    }

    @Test
    void a_member_of_staff_lands_on_the_desk_and_a_citizen_is_kept_out() {
        People.Someone clerk = staff("张窗口", Role.ACCEPTANCE);
        assertThat(Browser.location(new Browser(port).signIn(clerk.phone(), People.PASSWORD)))
                .isEqualTo("/desk");
        People.Someone citizen = people.someone("李市民");
        Browser browser = signedIn(citizen);

        for (String path :
                new String[] {"/desk/staff", "/desk/bodies", "/desk/audit", "/desk/dead-letters", "/desk/webhooks"}) {
            assertThat(new Browser(port).get(path).statusCode()).as(path).isEqualTo(303);
            assertThat(browser.get(path).body()).as(path).doesNotContain("<table");
            assertThat(signedIn(clerk).get(path).body()).as(path).doesNotContain("<table");
        }
    }

    @Test
    void each_administrator_has_their_own_desk_and_none_of_the_others() {
        StaffMember system = member(staff("张系统", Role.SYSTEM_ADMINISTRATOR));
        StaffMember security = member(staff("张安全", Role.SECURITY_ADMINISTRATOR));
        StaffMember auditor = member(staff("张审计", Role.AUDIT_ADMINISTRATOR));

        operations.bodies(system);
        staffing.staffOf(security, body);
        oversight.find(auditor, AuditQuestion.everything(1));
        for (StaffMember other : new StaffMember[] {security, auditor}) {
            assertThatThrownBy(() -> operations.bodies(other)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> operations.retry(other, "x", 1)).isInstanceOf(Problem.class);
        }
        for (StaffMember other : new StaffMember[] {system, auditor}) {
            assertThatThrownBy(() -> staffing.staffOf(other, body)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> staffing.appoint(other, security.person(), body, "x", Set.of()))
                    .isInstanceOf(Problem.class);
        }
        for (StaffMember other : new StaffMember[] {system, security}) {
            assertThatThrownBy(() -> oversight.find(other, AuditQuestion.everything(1)))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_duty_taken_away_is_gone_at_once_even_for_a_page_already_open() {
        People.Someone person = staff("张系统", Role.SYSTEM_ADMINISTRATOR);
        StaffMember before = member(person);
        organisation.appoint(person.id(), body, "窗口", Set.of(Role.ACCEPTANCE));

        assertThatThrownBy(() -> operations.bodies(before)).isInstanceOf(Problem.class);
    }

    @Test
    void nobody_gives_a_duty_to_themselves() {
        StaffMember security = member(staff("张安全", Role.SECURITY_ADMINISTRATOR));

        assertThat(staffing.appoint(security, security.person(), body, "安全", Set.of(Role.DECISION)))
                .isEqualTo(new Staffing.Answer.Refused(Refusal.ONESELF));
        assertThat(staffing.dismiss(security, security.person()))
                .isEqualTo(new Staffing.Answer.Refused(Refusal.ONESELF));
    }

    @Test
    void one_person_is_never_two_administrators_not_even_in_the_database() {
        StaffMember security = member(staff("张安全", Role.SECURITY_ADMINISTRATOR));
        People.Someone person = people.someone("张两职");
        Set<Role> two = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

        assertThat(staffing.appoint(security, person.id(), body, "两职", two))
                .isEqualTo(new Staffing.Answer.Refused(Refusal.TWO_ADMINISTRATIONS));
        assertThatThrownBy(() -> organisation.appoint(person.id(), body, "两职", two))
                .isInstanceOf(IllegalArgumentException.class);
        staffing.appoint(security, person.id(), body, "一职", Set.of(Role.SYSTEM_ADMINISTRATOR));
        assertThatThrownBy(() ->
                        database.sql("""
                                insert into organisation.staff_role (person, role)
                                values (:person, 'AUDIT_ADMINISTRATOR')
                                """).param("person", person.id().value()).update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void an_appointment_says_what_is_wrong_with_it() {
        StaffMember security = member(staff("张安全", Role.SECURITY_ADMINISTRATOR));
        PersonId person = people.someone("张新人").id();

        assertThat(refusal(staffing.appoint(security, person, People.uscc(), "窗口", Set.of())))
                .isEqualTo(Refusal.UNKNOWN_BODY);
        assertThat(refusal(staffing.appoint(security, new PersonId(new UUID(1, 2)), body, "窗口", Set.of())))
                .isEqualTo(Refusal.UNKNOWN_PERSON);
        for (String post : new String[] {"", "  ", "岗".repeat(41), "窗\u202e口"}) {
            assertThat(refusal(staffing.appoint(security, person, body, post, Set.of())))
                    .isEqualTo(Refusal.POST);
        }
    }

    @Test
    void the_security_administrator_appoints_and_dismisses_on_the_page() {
        Browser browser = signedIn(staff("张安全", Role.SECURITY_ADMINISTRATOR));
        People.Someone person = people.someone("张新人");
        assertThat(browser.get("/desk/staff").body()).contains("张安全", "您本人").doesNotContain("??");
        assertThat(browser.get("/desk/staff/new").body()).doesNotContain("??");
        assertThat(browser.post("/desk/staff/new", "account", "13000000000", "body", body.value(), "post", "窗口")
                        .body())
                .contains("<title>错误:", "没有找到这个人");

        HttpResponse<String> answer = browser.post(
                "/desk/staff/new",
                "account",
                person.phone(),
                "body",
                body.value(),
                "post",
                "窗口",
                "roles",
                "ACCEPTANCE",
                "roles",
                "REVIEW");

        assertThat(Browser.location(answer)).isEqualTo("/desk/staff?body=" + body.value() + "&done=appointed");
        assertThat(organisation.staff(person.id()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ACCEPTANCE, Role.REVIEW);
        String path = "/desk/staff/" + person.id().value();
        assertThat(browser.get(path).body()).contains("张新人的岗位和职责").doesNotContain("??");
        assertThat(browser.post(
                                path,
                                "body",
                                body.value(),
                                "post",
                                "窗口",
                                "roles",
                                "SYSTEM_ADMINISTRATOR",
                                "roles",
                                "AUDIT_ADMINISTRATOR")
                        .body())
                .contains("不能由一人兼任");

        browser.post(path + "/dismiss");
        assertThat(organisation.staff(person.id())).isEmpty();
    }

    @Test
    void the_system_administrator_keeps_the_particulars_of_bodies() {
        Browser browser = signedIn(staff("张系统", Role.SYSTEM_ADMINISTRATOR));
        String path = "/desk/bodies/" + body.value();
        assertThat(browser.get("/desk/bodies").body()).contains(body.value()).doesNotContain("??");
        assertThat(browser.get(path).body()).doesNotContain("??");
        assertThat(browser.post(
                                path,
                                "address",
                                "试验路\u202e 2 号",
                                "openingHours",
                                "",
                                "consultationPhone",
                                "电话",
                                "complaintPhone",
                                "0509-88")
                        .body())
                .contains("看不见的字符", "请填写", "电话请填数字");
        assertThat(browser.post(
                                path,
                                "address",
                                "路 2 号",
                                "openingHours",
                                "9–17",
                                "consultationPhone",
                                "0509-8801",
                                "complaintPhone",
                                "05098801")
                        .body())
                .contains("投诉电话不能与咨询电话相同");

        browser.post(
                path,
                "address",
                "路 2 号",
                "openingHours",
                "9–17",
                "consultationPhone",
                "0509-8801",
                "complaintPhone",
                "0509-8802");

        assertThat(organisation.body(body).orElseThrow().consultationPhone()).isEqualTo("0509-8801");
        assertThat(browser.get("/desk/bodies/nope").body()).doesNotContain("<form method=\"post\" action=\"/desk");
    }

    @Test
    void the_audit_administrator_sees_what_happened_checks_the_chain_and_is_seen_doing_so() {
        People.Someone auditor = staff("张审计", Role.AUDIT_ADMINISTRATOR);
        Browser browser = signedIn(auditor);
        People.Someone person = people.someone("李市民");
        identity.openNumber(person.id(), "system", "试验");

        String page = browser.get("/desk/audit?subject=" + person.id().value()).body();
        assertThat(page)
                .contains("identity.open-number", "identity.register", "试验")
                .doesNotContain("??");
        assertThat(browser.get("/desk/audit?subject=1&since=soon").body()).contains("对象编号不对", "日期不对");
        assertThat(browser.get("/desk/audit?action=identity.&since=2026-03-01&until=2036-03-01")
                        .body())
                .contains("identity.");
        assertThat(browser.post(
                                "/desk/audit/verify",
                                "subject",
                                person.id().value().toString())
                        .body())
                .contains("这个对象的链完整");

        assertThat(browser.get("/desk/audit?actor=staff:" + auditor.id().value())
                        .body())
                .contains("organisation.read-audit", "organisation.verify-audit", "张审计");
    }

    @Test
    void a_role_written_into_the_database_counts_for_nothing_and_is_shown_to_the_audit_administrator() {
        People.Someone clerk = staff("张窗口", Role.ACCEPTANCE);
        People.Someone deputy = staff("李窗口", Role.ACCEPTANCE);
        assertThat(organisation.staff(clerk.id())).isPresent();

        database.sql("insert into organisation.staff_role (person, role) values (:person, 'DECISION')")
                .param("person", clerk.id().value())
                .update();
        database.sql("""
                        insert into organisation.absence (person, deputy, from_day, until_day)
                        values (:away, :deputy, '2026-01-01', '2027-01-01')
                        """)
                .param("away", staff("王决定", Role.DECISION).id().value())
                .param("deputy", deputy.id().value())
                .update();

        assertThat(organisation.staff(clerk.id())).isEmpty();
        assertThat(organisation.onDuty(clerk.id())).isEmpty();
        assertThat(organisation.onDuty(deputy.id()).orElseThrow().roles()).containsExactly(Role.ACCEPTANCE);
        assertThat(signedIn(clerk).get("/desk").body()).doesNotContain("<table");
        assertThat(signedIn(staff("张审计", Role.AUDIT_ADMINISTRATOR))
                        .post("/desk/audit/verify", "subject", "")
                        .body())
                .contains("系统以外的途径", clerk.id().value().toString())
                .doesNotContain("??");

        organisation.appoint(clerk.id(), body, "窗口", Set.of(Role.ACCEPTANCE));
        assertThat(organisation.staff(clerk.id())).isPresent();
    }

    @Test
    void a_duty_is_held_for_some_items_only_and_cannot_be_widened_in_the_database() {
        StaffMember security = member(staff("张安全", Role.SECURITY_ADMINISTRATOR));
        Body market = organisation.bodyNamed("云溪市市场监督管理局").orElseThrow();
        String food = staffing.itemsOf(security, market).getFirst().code();
        PersonId person = people.someone("张窗口").id();
        Set<Role> roles = Set.of(Role.ACCEPTANCE, Role.CATALOGUE);

        assertThat(refusal(staffing.appoint(
                        security, person, market.uscc(), "窗口", roles, ItemScope.chosen(Set.of(food, "1")))))
                .isEqualTo(Refusal.UNKNOWN_ITEM);
        staffing.appoint(security, person, market.uscc(), "窗口", roles, ItemScope.chosen(Set.of(food)));

        StaffMember member = organisation.staff(person).orElseThrow();
        assertThat(member.has(Role.ACCEPTANCE, food)).isTrue();
        assertThat(member.has(Role.ACCEPTANCE, "another")).isFalse();
        assertThat(member.hasWholly(Role.ACCEPTANCE)).isFalse();
        assertThat(member.hasWholly(Role.CATALOGUE)).isTrue();
        database.sql("delete from organisation.staff_item where person = :person")
                .param("person", person.value())
                .update();
        assertThat(organisation.staff(person)).isEmpty();
    }

    @Test
    void the_items_of_a_post_are_ticked_on_its_page() {
        People.Someone administrator = staff("张安全", Role.SECURITY_ADMINISTRATOR);
        Browser browser = signedIn(administrator);
        Body market = organisation.bodyNamed("云溪市市场监督管理局").orElseThrow();
        String item = staffing.itemsOf(member(administrator), market).getFirst().code();
        People.Someone person = people.someone("张窗口");
        String code = market.uscc().value();
        String[] form = {"account", person.phone(), "body", code, "post", "窗口", "roles", "ACCEPTANCE", "items", item};
        assertThat(browser.get("/desk/staff/new?body=" + code).body()).contains("只办理部分事项", item);

        browser.post("/desk/staff/new", form);

        assertThat(browser.get("/desk/staff?body=" + code).body()).contains("限 1 个事项");
        String path = "/desk/staff/" + person.id().value();
        assertThat(browser.get(path).body()).contains("value=\"" + item + "\" checked");
        assertThat(browser.post(path, "body", body.value(), "post", "窗口", "roles", "ACCEPTANCE", "items", item)
                        .body())
                .contains("不属于这个单位");
        browser.post(path, "body", code, "post", "窗口", "roles", "ACCEPTANCE");
        assertThat(organisation.staff(person.id()).orElseThrow().hasWholly(Role.ACCEPTANCE))
                .isTrue();
    }

    @Test
    void undelivered_events_have_a_page_of_their_own() {
        Browser browser = signedIn(staff("张系统", Role.SYSTEM_ADMINISTRATOR));

        assertThat(browser.get("/desk/dead-letters").body()).contains("未送达的事件").doesNotContain("??");
        assertThat(Browser.location(browser.post("/desk/dead-letters/retry", "handler", "nobody", "sequence", "1")))
                .isEqualTo("/desk/dead-letters?done=gone");
    }

    @Test
    void programs_do_the_same() {
        String security = token(staff("张安全", Role.SECURITY_ADMINISTRATOR));
        String system = token(staff("张系统", Role.SYSTEM_ADMINISTRATOR));
        String auditor = token(staff("张审计", Role.AUDIT_ADMINISTRATOR));
        People.Someone person = people.someone("张新人");

        HttpResponse<String> appointed = api("POST", "/api/v1/staff/members", security, """
                {"account":"%s","body":"%s","post":"窗口","roles":["ACCEPTANCE"]}""".formatted(
                        person.number().value(), body.value()));
        assertThat(appointed.statusCode()).isEqualTo(201);
        assertThat(api("GET", "/api/v1/staff/members", security, "").body()).contains("张新人");
        assertThat(api("GET", "/api/v1/staff/members", system, "").statusCode()).isNotEqualTo(200);
        assertThat(api("PUT", "/api/v1/staff/members/" + person.id().value(), security, """
                {"body":"%s","post":"审批科","roles":["DECISION"]}""".formatted(body.value()))
                        .body())
                .contains("审批科", "DECISION");
        assertThat(api("DELETE", "/api/v1/staff/members/" + person.id().value(), security, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(api("PUT", "/api/v1/staff/bodies/" + body.value(), system, """
                {"address":"路 3 号","openingHours":"9–17","consultationPhone":"0509-8801","complaintPhone":"0509-8802"}""")
                        .body())
                .contains("路 3 号");
        assertThat(api("GET", "/api/v1/staff/dead-letters", system, "").body()).contains("\"letters\"");
        assertThat(api("GET", "/api/v1/staff/audit?subject=" + person.id().value(), auditor, "")
                        .body())
                .contains("organisation.dismiss");
        assertThat(api("POST", "/api/v1/staff/audit/verification", auditor, """
                {"subject":"%s"}""".formatted(
                                        person.id().value()))
                        .body())
                .contains("\"holds\":true");
    }

    private People.Someone staff(String name, Role role) {
        People.Someone person = people.someone(name);
        organisation.appoint(person.id(), body, "试验岗", Set.of(role));
        return person;
    }

    private StaffMember member(People.Someone person) {
        return organisation.staff(person.id()).orElseThrow();
    }

    private Browser signedIn(People.Someone person) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(person.phone(), People.PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private static Refusal refusal(Staffing.Answer answer) {
        return ((Staffing.Answer.Refused) answer).why();
    }

    private String token(People.Someone person) {
        return new Browser(port).bearer(person.phone(), People.PASSWORD);
    }

    private HttpResponse<String> api(String method, String path, String token, String content) {
        return new Browser(port).call(method, path, token, content);
    }
}
