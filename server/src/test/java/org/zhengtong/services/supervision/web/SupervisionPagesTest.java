package org.zhengtong.services.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseHistory;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class SupervisionPagesTest {
    private static final String ITEM = "经营高危险性体育项目许可";
    private static final String BODY = "云溪市体育局";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    CaseHistory history;

    @Autowired
    Identifiers identifiers;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    private People people;
    private StaffMember clerk;
    private Browser reviewing;
    private StaffMember reviewer;
    private Browser heading;
    private Browser supervising;

    @BeforeEach
    void people() {
        people = new People(identity);
        clerk = member(people.staff(organisation, BODY, Role.ACCEPTANCE));
        People.Someone review = people.staff(organisation, BODY, Role.REVIEW);
        reviewer = member(review);
        reviewing = signedIn(review);
        heading = signedIn(people.staff(organisation, BODY, Role.DECISION));
        supervising = signedIn(people.staff(organisation, "云溪市数据局", Role.SUPERVISION));
    }

    @Test
    void a_head_sees_the_running_cases_of_the_body_and_what_happened_to_each_but_not_who_applied() {
        Receipt receipt = late();

        HttpResponse<String> overview = heading.get("/desk/supervision");
        HttpResponse<String> red = heading.get("/desk/supervision/cases?light=red&post=REVIEW");
        HttpResponse<String> trace =
                heading.get("/desk/supervision/cases/" + receipt.id().value());

        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body()).contains("最近八周", "在办").doesNotContain("??");
        assertThat(red.body()).contains(receipt.receiptNumber(), "已超期").doesNotContain("??", "林小满");
        assertThat(heading.get("/desk/supervision/cases?light=green").body()).doesNotContain(receipt.receiptNumber());
        assertThat(trace.body()).contains("开始审查", reviewer.name()).doesNotContain("??", "林小满");
    }

    @Test
    void supervision_is_for_heads_and_supervisors_each_in_their_own_reach() {
        Receipt receipt = late();
        String trace = "/desk/supervision/cases/" + receipt.id().value();
        Browser otherHead = signedIn(people.staff(organisation, "云溪市公安局", Role.DECISION));
        Browser county = signedIn(people.staff(organisation, "竹岭县数据局", Role.SUPERVISION));

        assertThat(supervising.get(trace).statusCode()).isEqualTo(200);
        assertThat(supervising.get("/desk/supervision").body()).contains("各部门", BODY);
        for (Browser elsewhere : List.of(otherHead, county)) {
            assertThat(elsewhere.get(trace).statusCode()).isEqualTo(404);
            assertThat(elsewhere.get("/desk/supervision/cases").body()).doesNotContain(receipt.receiptNumber());
            assertThat(elsewhere
                            .get("/desk/supervision/cases?body="
                                    + clerk.body().uscc().value())
                            .body())
                    .doesNotContain(receipt.receiptNumber());
        }
        for (String path : List.of("", "/cases", "/workload", "/suspicions")) {
            HttpResponse<String> answer = reviewing.get("/desk/supervision" + path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("督办由部门负责人和督办岗查看");
        }
    }

    @Test
    void a_red_card_goes_from_the_system_to_the_post_and_to_the_head_and_everything_is_kept() {
        Receipt receipt = late();
        heading.post("/desk/supervision/review");
        heading.post("/desk/supervision/review");
        UUID card = onlyCard(receipt.id());
        String path = "/desk/cards/" + card;

        assertThat(reviewing.get("/desk/cards").body()).contains(receipt.receiptNumber(), "红牌");
        assertThat(heading.post(path + "/measure", "words", "增派人手").statusCode())
                .isEqualTo(409);
        HttpResponse<String> empty = reviewing.post(path + "/reason", "words", "  ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("<title>错误:", "请写明情况");
        assertThat(Browser.location(reviewing.post(path + "/reason", "words", "等检验报告，明天办结")))
                .isEqualTo(path + "?done=reason");
        assertThat(Browser.location(heading.post(path + "/measure", "words", "由副科长督促，三日内办结")))
                .isEqualTo(path + "?done=measure");

        String page = heading.get(path).body();
        assertThat(page).contains("等检验报告，明天办结", "由副科长督促，三日内办结", "已整改").doesNotContain("??");
        assertThat(audit.find(AuditQuestion.about(card, 10)))
                .extracting(leaf -> leaf.action())
                .containsExactlyInAnyOrder(
                        "supervision.card-issued", "supervision.card-explained", "supervision.card-concluded");
        assertThat(database.sql("select topic from outbox.event where subject = :card")
                        .param("card", card)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "supervision.card-issued", "supervision.card-explained", "supervision.card-concluded");
    }

    @Test
    void a_wrong_card_is_lifted_by_two_and_never_by_one() {
        Receipt receipt = late();
        supervising.post("/desk/supervision/review");
        String path = "/desk/cards/" + onlyCard(receipt.id());

        heading.post(path + "/lifting", "words", "期限算错了");
        HttpResponse<String> alone = heading.post(path + "/confirmation", "words", "核对过");
        HttpResponse<String> second = supervising.post(path + "/confirmation", "words", "核对过，确是误发");

        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(alone.body()).contains("不能自己复核");
        assertThat(Browser.location(second)).isEqualTo(path + "?done=confirmation");
        assertThat(heading.get(path).body()).contains("已撤销", "期限算错了", "核对过，确是误发");
        supervising.post("/desk/supervision/review");
        assertThat(onlyCard(receipt.id())).isEqualTo(UUID.fromString(path.replace("/desk/cards/", "")));
    }

    @Test
    void nobody_else_sees_or_answers_a_card() {
        Receipt receipt = late();
        heading.post("/desk/supervision/review");
        String path = "/desk/cards/" + onlyCard(receipt.id());
        Browser colleague = signedIn(people.staff(organisation, BODY, Role.REVIEW));
        Browser stranger = signedIn(people.someone("周远"));

        assertThat(colleague.get(path).statusCode()).isEqualTo(404);
        assertThat(colleague.post(path + "/reason", "words", "代答").statusCode()).isEqualTo(404);
        assertThat(colleague.get("/desk/cards").body()).doesNotContain(receipt.receiptNumber());
        assertThat(stranger.get(path).statusCode()).isEqualTo(403);
        assertThat(heading.post(path + "/reason", "words", "代答").statusCode()).isEqualTo(403);
    }

    @Test
    void a_matter_filed_again_and_again_is_found_once_and_assessed_and_comes_back_when_it_goes_on() {
        People.Someone applicant = people.someone("林小满");
        CaseId first = withdrawn(applicant, 12, 11);
        CaseId second = withdrawn(applicant, 9, 8);
        heading.post("/desk/supervision/review");
        heading.post("/desk/supervision/review");
        UUID found = onlySuspicion(first);
        String path = "/desk/supervision/suspicions/" + found;

        HttpResponse<String> list = heading.get("/desk/supervision/suspicions?pattern=REFILED");
        HttpResponse<String> page = heading.get(path);
        assertThat(list.body()).contains("结了又报", path).doesNotContain("??");
        assertThat(page.body())
                .contains("前后 2 次申请", first.value().toString(), second.value() + "?steps=")
                .doesNotContain("??", "林小满");
        assertThat(heading.post(path + "/assessment", "assessment", "CONFIRMED").statusCode())
                .isEqualTo(422);
        assertThat(heading.post(path + "/assessment", "words", "查过").body()).contains("请选择属实还是不属实", "查过");
        heading.post(path + "/assessment", "assessment", "UNFOUNDED", "words", "申请人自己要求撤回");
        assertThat(heading.get(path).body()).contains("申请人自己要求撤回", "不属实");
        assertThat(heading.get("/desk/supervision/suspicions").body()).doesNotContain(path);

        withdrawn(applicant, 6, 5);
        heading.post("/desk/supervision/review");

        assertThat(onlySuspicion(first)).isEqualTo(found);
        assertThat(heading.get(path).body()).contains("前后 3 次申请", "又有新的情况", "待核实");
    }

    @Test
    void who_extended_in_bulk_does_not_judge_it() {
        People.Someone head = people.staff(organisation, BODY, Role.DECISION);
        Instant extended = daysAgo(1);
        CaseId last = new CaseId(new UUID(0, 0));
        for (int i = 0; i < 5; i++) {
            last = accepted(people.someone("林小满"), 4).id();
            history.act(last, member(head), new CaseCommand.Extend(5, "案件多"), extended.plusSeconds(60L * i));
        }
        supervising.post("/desk/supervision/review");
        String path = "/desk/supervision/suspicions/" + onlySuspicion(last);

        Browser own = signedIn(head);
        assertThat(own.get(path).body()).contains("批量延期", "涉及您本人");
        assertThat(own.post(path + "/assessment", "assessment", "UNFOUNDED", "words", "没问题")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.location(
                        supervising.post(path + "/assessment", "assessment", "CONFIRMED", "words", "理由相同，责令改正")))
                .isEqualTo(path + "?done=assessed");
    }

    @Test
    void the_workload_names_who_did_what_in_the_span() {
        late();
        heading.post("/desk/supervision/review");

        HttpResponse<String> page = heading.get("/desk/supervision/workload");

        assertThat(page.body()).contains(clerk.name(), "受理", "审查").doesNotContain("??");
        assertThat(heading.get("/desk/supervision/workload?from=2026-03-02&until=2026-02-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(heading.get("/desk/supervision/workload?from=gestern").statusCode())
                .isEqualTo(422);
    }

    @Test
    void programs_do_the_same() {
        Receipt receipt = late();
        String head = token(people.staff(organisation, BODY, Role.DECISION));
        String post = token(people.staff(organisation, "云溪市公安局", Role.REVIEW));
        assertThat(call(head, "/api/v1/desk/supervision/review", "{}").statusCode())
                .isEqualTo(204);
        UUID card = onlyCard(receipt.id());

        assertThat(answer(head, "").path("all").path("running").asInt()).isPositive();
        assertThat(answer(head, "/cases?light=RED").toString()).contains(receipt.receiptNumber());
        assertThat(answer(head, "/cases/" + receipt.id().value())
                        .path("steps")
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("FILED");
        assertThat(answer(head, "/cards/" + card).path("colour").asString()).isEqualTo("RED");
        assertThat(answer(head, "/patterns").has("patterns")).isTrue();
        assertThat(answer(head, "/workload?from=2026-02-01&until=2026-03-02")
                        .path("lines")
                        .size())
                .isPositive();
        HttpResponse<String> refused =
                call(head, "/api/v1/desk/supervision/cards/" + card + "/measure", "{\"words\":\"快办\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("supervision.awaits-reason");
        assertThat(call(post, "/api/v1/desk/supervision", "").statusCode()).isEqualTo(403);
    }

    /** In review for far longer than promised. */
    private Receipt late() {
        Receipt receipt = accepted(people.someone("林小满"), 25);
        history.take(receipt.id(), reviewer, daysAgo(23));
        return receipt;
    }

    private Receipt accepted(People.Someone applicant, int daysAgo) {
        Receipt receipt = history.file(order(applicant), daysAgo(daysAgo));
        history.act(receipt.id(), clerk, new CaseCommand.Accept(), daysAgo(daysAgo - 1));
        return receipt;
    }

    private CaseId withdrawn(People.Someone applicant, int filed, int withdrawn) {
        CaseId id = history.file(order(applicant), daysAgo(filed)).id();
        history.withdraw(id, applicant.id(), "材料不齐", daysAgo(withdrawn));
        return id;
    }

    private FilingOrder order(People.Someone applicant) {
        ServiceItem item = catalogue.items().stream()
                .filter(one -> one.name().equals(ITEM))
                .findFirst()
                .orElseThrow();
        return new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of(),
                List.of(new HandedIn.Generated(item.materials().getFirst().id())),
                Channel.WEB);
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private UUID onlyCard(CaseId id) {
        return database.sql("select id from supervision.card where case_id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .single();
    }

    private UUID onlySuspicion(CaseId id) {
        return database.sql("select id from supervision.suspicion where :id = any(cases)")
                .param("id", id.value())
                .query(UUID.class)
                .single();
    }

    private StaffMember member(People.Someone someone) {
        return organisation.staff(someone.id()).orElseThrow();
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private String token(People.Someone someone) {
        HttpResponse<String> answer = call(
                "",
                "/api/v1/sessions",
                "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(someone.phone(), People.PASSWORD));
        return json.readTree(answer.body()).path("token").asString();
    }

    private JsonNode answer(String token, String path) {
        HttpResponse<String> answer = call(token, "/api/v1/desk/supervision" + path, "");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> call(String token, String path, String body) {
        Browser program = new Browser(port);
        HttpRequest.Builder request = HttpRequest.newBuilder(program.address(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return program.send(
                body.isEmpty()
                        ? request
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
