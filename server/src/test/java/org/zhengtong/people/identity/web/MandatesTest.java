package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateDesk;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class MandatesTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Mandates mandates;

    @Autowired
    MandateDesk desk;

    @Autowired
    Sessions sessions;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Organisation organisation;

    @Autowired
    Messages messages;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private People people;
    private Someone principal;
    private Someone agent;
    private Browser principals;
    private Browser agents;

    @BeforeEach
    void twoPeople() {
        people = new People(identity);
        principal = people.someone("李委托");
        agent = people.someone("王受托");
        principals = signedIn(principal);
        agents = signedIn(agent);
    }

    private Browser signedIn(Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    @Test
    void a_proxy_is_signed_accepted_and_reaches_the_named_item_until_its_last_day() {
        ServiceItem item = itemFor(Audience.PERSON, 0);
        ServiceItem other = itemFor(Audience.PERSON, 1);
        assertThat(principals.get("/my/mandates/new").body())
                .contains("委托别人", "受托人身份证号")
                .doesNotContain("??");
        HttpResponse<String> drawn = write(principals, "draw", item, today().plusDays(10));
        assertThat(drawn.body())
                .contains("授权委托书", item.name(), agent.number().masked(), "签署委托书")
                .doesNotContain("??", agent.number().value() + "<");

        UUID id = signed(principals, item, today().plusDays(10));

        assertThat(reach(agent).others()).isEmpty();
        assertThat(agents.get("/my/mandates").body()).contains("待接受", item.name());
        assertThat(agents.get("/my/mandates/" + id).body()).contains("内容与签名一致");
        agents.post("/my/mandates/" + id + "/acceptance");
        Party party = new Party.Person(principal.id());
        assertThat(reach(agent).mayFile(party, item.code().value())).isTrue();
        assertThat(begin(agent, item, party)).isInstanceOf(Drafts.Start.Begun.class);
        assertThat(begin(agent, other, party))
                .as("what is not named is filed for oneself, or not at all")
                .isInstanceOf(Drafts.Start.Begun.class)
                .extracting(start -> drafts.draft(me(agent), ((Drafts.Start.Begun) start).draft())
                        .party())
                .isEqualTo(new Party.Person(agent.id()));
        assertThat(principals.get("/my/data").body()).contains("代办人 王**", "受委托或者监护代办");

        clock.advance(Duration.ofDays(10));
        assertThat(reach(agent).mayFile(party, item.code().value())).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(reach(agent).others()).isEmpty();
    }

    @Test
    void a_mandate_taken_back_is_felt_with_the_next_request_of_an_open_session() {
        UUID id = signed(principals, itemFor(Audience.PERSON, 0), today().plusDays(5));
        agents.post("/my/mandates/" + id + "/acceptance");
        agents.post("/my/acting-for", "person", principal.id().value().toString());
        assertThat(who(agents).actingFor()).contains(new Party.Person(principal.id()));
        assertThat(agents.get("/my/firms").body()).contains("李委托", "正在替 TA 办事").doesNotContain("??");

        principals.post("/my/mandates/" + id + "/end");

        assertThat(who(agents).actingFor()).isEmpty();
        agents.post("/my/acting-for", "person", principal.id().value().toString());
        assertThat(who(agents).actingFor()).isEmpty();
        deliveries.runDue();
        assertThat(messages.of(agent.id(), OptionalLong.empty()))
                .extracting(one -> one.what())
                .containsExactly("MANDATE_ENDED", "MANDATE_BEGUN", "MANDATE_OFFERED");
        assertThat(agents.get("/my/messages").body()).contains("李**：委托已结束").doesNotContain("??");
    }

    @Test
    void a_row_bent_in_the_database_gives_no_power() {
        UUID id = signed(principals, itemFor(Audience.PERSON, 0), today().plusDays(5));
        agents.post("/my/mandates/" + id + "/acceptance");
        assertThat(reach(agent).others()).hasSize(1);

        database.sql("update identity.mandate set items = '{}' where id = :id")
                .param("id", id)
                .update();

        assertThat(reach(agent).others()).isEmpty();
        assertThat(agents.get("/my/mandates/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void a_row_put_into_the_database_by_hand_gives_no_power() {
        database.sql("""
                        insert into identity.mandate (id, principal_kind, principal, agent, kind, powers, items, from_day,
                            shown_by, stage, granted_by, granted_at)
                        values (gen_random_uuid(), 'PERSON', :principal, :agent, 'PROXY', '{READ,FILE}', '{}',
                            '2020-01-01', 'SIGNED', 'GIVEN', 'person:x', now())
                        """)
                .param("principal", principal.id().value())
                .param("agent", agent.id().value())
                .update();

        assertThat(reach(agent).others()).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_mandate_is_said_field_by_field() {
        String body = principals
                .post(
                        "/my/mandates/new",
                        "name",
                        "王别人",
                        "number",
                        agent.number().value(),
                        "until",
                        today().plusDays(400).toString(),
                        "from",
                        today().minusDays(1).toString())
                .body();

        assertThat(body).contains("没有找到与这个姓名", "请至少选择一项权限", "请查找并选择事项", "开始日期请填今天");
        assertThat(principals
                        .post(
                                "/my/mandates/new",
                                "name",
                                principal.name(),
                                "number",
                                principal.number().value(),
                                "matters",
                                "all",
                                "powers",
                                "READ",
                                "until",
                                today().plusDays(366).toString())
                        .body())
                .contains("不能委托本人", "一次委托最长 365 天");
    }

    @Test
    void the_legal_representative_takes_a_firm_over_and_appoints_and_ends_its_agents() {
        Uscc uscc = People.uscc();
        Someone first = people.someone("赵先来");
        Browser firsts = signedIn(first);
        register(firsts, uscc, principal.name());
        FirmId firm = identity.findFirm(uscc).orElseThrow();
        Party party = new Party.Firm(firm);
        assertThat(mandates.manages(first.id(), firm)).isTrue();

        assertThat(Browser.location(register(principals, uscc, principal.name())))
                .isEqualTo("/my/firms?done=registered");

        assertThat(mandates.manages(principal.id(), firm)).isTrue();
        assertThat(mandates.manages(first.id(), firm)).isFalse();
        assertThat(reach(first).mayFileAnything(party)).isTrue();
        assertThat(firsts.post("/my/firms/" + firm.value() + "/agent").statusCode())
                .isEqualTo(403);
        String agentsPage =
                principals.get("/my/firms/" + firm.value() + "/agents").body();
        assertThat(agentsPage).contains("赵先来", "添加经办人", "收回授权").doesNotContain("??");

        ServiceItem item = itemFor(Audience.FIRM, 0);
        UUID id = appointed(firm, item, "");
        agents.post("/my/mandates/" + id + "/acceptance");
        assertThat(reach(agent).mayFile(party, item.code().value())).isTrue();
        assertThat(reach(agent).mayFile(party, itemFor(Audience.FIRM, 1).code().value()))
                .isFalse();
        assertThat(mandates.manages(agent.id(), firm)).isFalse();

        mandates.of(party).stream()
                .filter(mandate -> mandate.agent().equals(first.id()))
                .forEach(mandate -> principals.post("/my/mandates/" + mandate.id() + "/end"));
        assertThat(reach(first).others()).isEmpty();
        assertThat(mandates.isLastOfSomeFirm(principal.id())).isTrue();
    }

    @Test
    void the_last_who_appoints_for_a_firm_does_not_lay_it_down() {
        FirmId firm = people.firmOf(principal.id(), "云溪面馆");
        UUID id = mandates.of(new Party.Firm(firm)).getFirst().id();

        assertThat(principals.post("/my/mandates/" + id + "/laying-down").statusCode())
                .isEqualTo(409);
        assertThat(principals.post("/my/mandates/" + id + "/end").statusCode()).isEqualTo(409);

        assertThat(reach(principal).others()).containsExactly(new Party.Firm(firm));
    }

    @Test
    void nobody_appoints_for_a_firm_of_others_and_nobody_reads_their_mandates() {
        FirmId firm = people.firmOf(principal.id(), "云溪面馆");
        UUID id = mandates.of(new Party.Firm(firm)).getFirst().id();

        assertThat(agents.get("/my/firms/" + firm.value() + "/agents").statusCode())
                .isEqualTo(403);
        assertThat(agents.get("/my/mandates/new?firm=" + firm.value()).statusCode())
                .isEqualTo(403);
        assertThat(agents.get("/my/mandates/" + id).statusCode()).isEqualTo(404);
        assertThat(agents.post("/my/mandates/" + id + "/end").statusCode()).isEqualTo(404);
    }

    @Test
    void a_parent_asks_a_clerk_decides_and_the_guardian_files_until_the_eighteenth_birthday() {
        LocalDate born = today().minusYears(17).minusDays(300);
        IdentityNumber number = People.number(born);
        Someone clerk = people.staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE);
        assertThat(principals.get("/my/mandates/ward").body()).contains("监护").doesNotContain("??");
        principals.post("/my/mandates/ward", "name", "李小满", "number", number.value(), "note", "户口簿，户号 330123456");
        PersonId child = identity.findPerson(number).orElseThrow();
        UUID id = mandates.of(new Party.Person(child)).getFirst().id();
        assertThat(reach(principal).others()).isEmpty();

        desk.decide(
                id,
                Optional.of(MandateProof.HOUSEHOLD),
                clerk.id(),
                "staff:" + clerk.id().value());

        Party ward = new Party.Person(child);
        ServiceItem item = itemFor(Audience.PERSON, 0);
        Drafts.Start start = begin(principal, item, ward);
        assertThat(drafts.draft(me(principal), ((Drafts.Start.Begun) start).draft())
                        .party())
                .isEqualTo(ward);
        assertThat(identity.toldFor(child.value())).isEqualTo(principal.id());
        Mandate mandate = mandates.of(ward).getFirst();
        assertThat(mandate.until()).contains(born.plusYears(18).minusDays(1));
        assertThat(principals.post("/my/mandates/" + id + "/end").statusCode())
                .as("guardianship is not taken back by pressing a button")
                .isIn(404, 409);

        clock.advance(Duration.ofDays(ChronoUnit.DAYS.between(today(), born.plusYears(18)) - 1));
        assertThat(reach(principal).others()).containsExactly(ward);
        clock.advance(Duration.ofDays(1));
        assertThat(reach(principal).others()).isEmpty();
    }

    @Test
    void a_child_has_two_guardians_and_an_adult_one_by_a_court() {
        Someone clerk = people.staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE);
        IdentityNumber child = People.number(today().minusYears(6));
        PersonId childId = identity.add(new NewPerson(
                "李小满", child, principal.phone(), Optional.empty(), Optional.empty(), Optional.empty(), true));
        Someone adult = people.someone("李长辈");
        for (Someone parent : List.of(principal, agent)) {
            recorded(
                    clerk,
                    new MandateDesk.Seen.Guardian(
                            child.value(), parent.number().value(), MandateProof.HOUSEHOLD, "户口簿", Optional.empty()));
        }
        recorded(
                clerk,
                new MandateDesk.Seen.Guardian(
                        adult.number().value(),
                        principal.number().value(),
                        MandateProof.COURT,
                        "判决书",
                        Optional.empty()));

        assertThat(reach(principal).others())
                .containsExactlyInAnyOrder(new Party.Person(childId), new Party.Person(adult.id()));
        assertThat(reach(agent).others()).containsExactly(new Party.Person(childId));
        assertThat(desk.record(
                        new MandateDesk.Seen.Guardian(
                                adult.number().value(),
                                agent.number().value(),
                                MandateProof.HOUSEHOLD,
                                "户口簿",
                                Optional.empty()),
                        clerk.id(),
                        "staff:x"))
                .isInstanceOf(Mandates.Answer.Wrong.class);
    }

    private void recorded(Someone clerk, MandateDesk.Seen seen) {
        assertThat(desk.record(seen, clerk.id(), "staff:" + clerk.id().value()))
                .isInstanceOf(Mandates.Answer.Done.class);
    }

    @Test
    void a_signature_takes_a_fresh_proof_of_who_one_is() {
        SignedIn stale = new SignedIn(new UUID(1, 1), principal.id(), principal.name(), Optional.empty());

        assertThatThrownBy(() -> mandates.sign(
                        stale,
                        new MandateOrder(
                                Optional.empty(),
                                agent.name(),
                                agent.number().value(),
                                true,
                                List.of(),
                                Set.of("READ"),
                                "",
                                today().plusDays(3).toString())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("confirm-first"));
    }

    @Test
    void with_an_account_end_its_mandates() {
        UUID id = signed(principals, itemFor(Audience.PERSON, 0), today().plusDays(5));
        agents.post("/my/mandates/" + id + "/acceptance");

        assertThat(Browser.location(agents.post("/my/data/closing", "password", People.PASSWORD)))
                .doesNotContain("/sign-in");

        assertThat(mandates.of(new Party.Person(principal.id())).getFirst().end())
                .isPresent();
        assertThat(principals.get("/my/mandates").body()).contains("已结束");
    }

    @Test
    void programs_sign_accept_and_end_mandates() {
        String token = principals.bearer(principal.phone(), People.PASSWORD);
        String theirs = agents.bearer(agent.phone(), People.PASSWORD);
        HttpResponse<String> made = principals.call("POST", "/api/v1/me/mandates", token, """
                {"name":"%s","number":"%s","powers":["READ","COLLECT"],"until":"%s"}""".formatted(
                        agent.name(), agent.number().value(), today().plusDays(9)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(made.body());
        assertThat(id.find()).isTrue();
        String path = "/api/v1/me/mandates/" + id.group(1);

        assertThat(agents.call("PUT", path + "/acceptance", theirs, "{}").statusCode())
                .isEqualTo(204);
        assertThat(agents.call("GET", "/api/v1/me/mandates", theirs, "").body()).contains("IN_FORCE", "PROXY");
        assertThat(agents.call("GET", path, theirs, "").body()).contains("\"genuine\":true");
        assertThat(agents.call(
                                "PUT",
                                "/api/v1/me/acting-for",
                                theirs,
                                "{\"person\":\"" + principal.id().value() + "\"}")
                        .body())
                .contains(principal.id().value().toString());
        assertThat(agents.call("DELETE", path, theirs, "").statusCode()).isEqualTo(204);

        assertThat(reach(agent).others()).isEmpty();
    }

    @Test
    void the_migrated_agent_of_a_firm_is_an_agent_by_register_for_everything() {
        FirmId firm = people.firmOf(principal.id(), "云溪面馆");

        Mandate mandate = mandates.of(new Party.Firm(firm)).getFirst();

        assertThat(mandate.kind()).isEqualTo(MandateKind.AGENT);
        assertThat(mandate.proof()).isEqualTo(MandateProof.REGISTER);
        assertThat(mandate.scope().isWhole()).isTrue();
        assertThat(identity.agentOf(firm)).contains(principal.id());
    }

    private HttpResponse<String> register(Browser browser, Uscc uscc, String representative) {
        return browser.post(
                "/my/firms/new", "uscc", uscc.value(), "name", "云溪面馆", "legalRepresentative", representative);
    }

    private UUID appointed(FirmId firm, ServiceItem item, String until) {
        HttpResponse<String> answer = principals.post(
                "/my/mandates/new",
                "firm",
                firm.value().toString(),
                "name",
                agent.name(),
                "number",
                agent.number().value(),
                "items",
                item.code().value(),
                "powers",
                "FILE",
                "until",
                until,
                "action",
                "sign");
        return id(answer);
    }

    private HttpResponse<String> write(Browser browser, String action, ServiceItem item, LocalDate until) {
        return browser.post(
                "/my/mandates/new",
                "name",
                agent.name(),
                "number",
                agent.number().value(),
                "items",
                item.code().value(),
                "powers",
                "FILE",
                "until",
                until.toString(),
                "action",
                action);
    }

    private UUID signed(Browser browser, ServiceItem item, LocalDate until) {
        return id(write(browser, "sign", item, until));
    }

    private static UUID id(HttpResponse<String> answer) {
        Matcher id =
                Pattern.compile("/my/mandates/([0-9a-f-]{36})\\?done=signed").matcher(Browser.location(answer));
        assertThat(id.find()).as(answer.body()).isTrue();
        return UUID.fromString(id.group(1));
    }

    private Drafts.Start begin(Someone someone, ServiceItem item, Party party) {
        return drafts.start(me(someone), item.code(), Optional.of(party));
    }

    private SignedIn me(Someone someone) {
        return new SignedIn(
                new UUID(1, 1),
                someone.id(),
                someone.name(),
                Optional.empty(),
                new Proof(SignInWay.PASSWORD, true, clock.instant()));
    }

    private Reach reach(Someone someone) {
        return identity.reachOf(someone.id());
    }

    private SignedIn who(Browser browser) {
        return sessions.find(new SessionToken(browser.cookie("zt_session"))).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ServiceItem itemFor(Audience audience, int place) {
        return catalogue.items().stream()
                .filter(item -> item.canBeFiled() && item.isFiledBy(audience))
                .skip(place)
                .findFirst()
                .orElseThrow();
    }
}
