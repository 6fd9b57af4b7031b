package org.zhengtong.services.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class CasePagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    @Autowired
    Licences licences;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    private People people;
    private People.Someone applicant;
    private Browser citizen;
    private Browser staff;

    @BeforeEach
    void people() {
        people = new People(identity);
        applicant = people.someone("林小满");
        citizen = signedIn(applicant);
        staff = staff("市场监督管理局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    }

    @Test
    void a_shop_goes_from_the_receipt_to_the_licence_through_the_pages() {
        Receipt receipt = filed();
        String mine = "/my/cases/" + receipt.id().value();
        String desk = "/desk/cases/" + receipt.id().value();
        assertThat(citizen.get(mine + "/receipt").body()).contains(receipt.receiptNumber());
        assertThat(citizen.get("/my/cases").body()).contains(receipt.receiptNumber());
        assertThat(staff.get("/desk?q=" + receipt.receiptNumber()).body()).contains(receipt.receiptNumber(), "林小满");

        assertThat(Browser.location(staff.post(desk + "/taking"))).isEqualTo(desk + "?done=taking");
        assertThat(Browser.location(staff.post(desk + "/acceptance"))).isEqualTo(desk + "?done=acceptance");
        assertThat(Browser.location(staff.post(desk + "/review", "proposal", "favourable", "template", "1")))
                .isEqualTo(desk + "?done=review");
        assertThat(Browser.location(staff.post(desk + "/grant", "words", ""))).isEqualTo(desk + "?done=grant");

        int year = LocalDate.now(clock).getYear();
        HttpResponse<String> page = citizen.get(mine);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("准予行政许可决定书", "/my/licences/").doesNotContain("??");
        assertThat(citizen.get(mine + "/documents/5").body())
                .contains("许准〔" + year + "〕", "您于" + year + "年", "日提出")
                .doesNotContain("今天");
        assertThat(citizen.get(mine + "/receipt").body()).doesNotContain("今天");
        FirmProfile firm = identity.firmsOf(applicant.id()).getFirst();
        assertThat(firm.name()).isEqualTo("云溪小面馆");
        assertThat(licences.heldBy(new Party.Firm(firm.id())))
                .singleElement()
                .satisfies(licence -> assertThat(licence.attributes())
                        .containsEntry("名称", "云溪小面馆")
                        .containsEntry("经营范围", "餐饮服务"))
                .extracting(Licence::number)
                .isEqualTo(firm.uscc().value());
    }

    @Test
    void an_incomplete_correction_request_keeps_what_was_typed() {
        Receipt receipt = filed();

        HttpResponse<String> answer = staff.post(
                "/desk/cases/" + receipt.id().value() + "/correction-request",
                "finding",
                "FIELD:scope",
                "wrong:FIELD:scope",
                "写得太笼统",
                "remedy:FIELD:scope",
                "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>错误:", "写得太笼统", "请对每一项写明哪里不对", "class=\"errors\"");
        assertThat(cases.open(receipt.id(), applicant.id()).state()).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void the_applicant_sees_what_to_correct_and_until_when() {
        Receipt receipt = filed();
        staff.post(
                "/desk/cases/" + receipt.id().value() + "/correction-request",
                "finding",
                "FIELD:scope",
                "wrong:FIELD:scope",
                "写得太笼统",
                "remedy:FIELD:scope",
                "请写明经营的品种");

        String page = citizen.get("/my/cases/" + receipt.id().value()).body();

        assertThat(page)
                .contains("写得太笼统", "请写明经营的品种", "/my/cases/" + receipt.id().value() + "/correction", "轮到您了");
    }

    @Test
    void a_stale_page_of_a_second_clerk_is_answered_kindly() {
        Receipt receipt = filed();
        String desk = "/desk/cases/" + receipt.id().value();
        staff.post(desk + "/acceptance", "version", "1");

        HttpResponse<String> late = staff("市场监督管理局", Role.ACCEPTANCE).post(desk + "/acceptance", "version", "1");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("刚才有人先一步处理了这个办件");
    }

    @Test
    void a_case_a_colleague_has_in_hand_is_not_accepted_from_the_list() {
        Receipt receipt = filed();
        String desk = "/desk/cases/" + receipt.id().value();
        String list = "/desk?q=" + receipt.receiptNumber();
        String accept = desk + "/acceptance";
        Browser colleague = staff("市场监督管理局", Role.ACCEPTANCE);
        assertThat(colleague.get(list).body()).contains(accept);

        staff.post(desk + "/taking");

        assertThat(colleague.get(list).body()).contains(receipt.receiptNumber()).doesNotContain(accept);
        assertThat(staff.get(list).body()).contains(accept);
    }

    @Test
    void other_citizens_and_other_bodies_find_nothing() {
        Receipt receipt = filed();
        String id = receipt.id().value().toString();

        assertNotShown(signedIn(people.someone("周远")).get("/my/cases/" + id), receipt);
        assertNotShown(staff("公安局", Role.ACCEPTANCE).get("/desk/cases/" + id), receipt);
        assertNotShown(staff("公安局", Role.ACCEPTANCE).get("/desk?q=" + receipt.receiptNumber()), receipt);
        HttpResponse<String> atTheDesk = citizen.get("/desk/cases/" + id);
        assertThat(atTheDesk.statusCode()).isEqualTo(403);
        assertThat(atTheDesk.body()).doesNotContain(receipt.caseNumber());
        assertNotShown(new Browser(port).get("/my/cases/" + id), receipt);
        assertThat(citizen.get("/my/cases/" + id + "/files/" + identifiers.next())
                        .statusCode())
                .isNotEqualTo(200);
    }

    private static void assertNotShown(HttpResponse<String> answer, Receipt receipt) {
        assertThat(answer.body()).doesNotContain("林小满", receipt.caseNumber());
    }

    @Test
    void withdrawing_without_a_reason_says_so_and_with_one_ends_the_case() {
        Receipt receipt = filed();
        String mine = "/my/cases/" + receipt.id().value();

        HttpResponse<String> without = citizen.post(mine + "/withdrawal", "reason", " ");
        HttpResponse<String> with = citizen.post(mine + "/withdrawal", "reason", "换个地方开店");

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("请写明理由");
        assertThat(Browser.location(with)).isEqualTo(mine);
        assertThat(citizen.get(mine).body()).contains("已撤回", "换个地方开店");
    }

    @Test
    void programs_do_the_same_and_an_old_version_is_answered_409() {
        Receipt receipt = filed();
        String token = token(staffMember("市场监督管理局", Role.ACCEPTANCE));
        String path = "/api/v1/desk/cases/" + receipt.id().value();

        HttpResponse<String> accepted = call(token, path + "/acceptance", "{\"version\":1}");
        HttpResponse<String> again = call(token, path + "/acceptance", "{\"version\":1}");

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        JsonNode answer = json.readTree(accepted.body());
        assertThat(answer.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(answer.path("clocks").size()).isEqualTo(3);
        assertThat(again.statusCode()).isNotEqualTo(200);
        HttpResponse<String> mine = call(token(applicant), "/api/v1/cases", "");
        assertThat(mine.body()).contains(receipt.receiptNumber());
    }

    @Test
    void advice_before_receipt_leads_to_the_page_of_the_correction() {
        Receipt receipt = filed();
        String mine = "/my/cases/" + receipt.id().value();
        String desk = "/desk/cases/" + receipt.id().value();
        assertThat(staff.get(desk).body()).contains("先提建议（预审）").doesNotContain("??");

        assertThat(Browser.location(staff.post(
                        desk + "/precheck",
                        "finding",
                        "FIELD:shop_name",
                        "wrong:FIELD:shop_name",
                        "少了行业",
                        "remedy:FIELD:shop_name",
                        "请写成“云溪小面馆餐饮店”")))
                .isEqualTo(desk + "?done=precheck");

        assertThat(citizen.get(mine).body()).contains("少了行业", "按建议修改").doesNotContain("??");
        assertThat(citizen.get(mine + "/correction").body()).contains("少了行业");
        assertThat(staff.get("/desk?view=acceptance&q=" + receipt.receiptNumber())
                        .body())
                .contains(receipt.receiptNumber());
        assertThat(staff.post(desk + "/acceptance").statusCode()).isEqualTo(302);
    }

    @Test
    void a_promised_material_is_handed_in_from_the_page_of_the_case() {
        ServiceItem food = item("食品经营许可");
        String rules = food.materials().stream()
                .filter(material -> material.name().equals("食品安全规章制度"))
                .findFirst()
                .orElseThrow()
                .id();
        Receipt receipt = filed(food, List.of(new HandedIn.Promised(rules)));
        String mine = "/my/cases/" + receipt.id().value();
        String page = mine + "/promised/" + rules;
        assertThat(citizen.get(page).statusCode()).isEqualTo(409);

        staff.post("/desk/cases/" + receipt.id().value() + "/acceptance");

        assertThat(citizen.get(mine).body())
                .contains("承诺后补、还没有交的材料", "href=\"" + page + "\"")
                .doesNotContain("??");
        assertThat(citizen.get(mine + "/documents/2").body())
                .contains("下列材料您承诺后补", "食品安全规章制度", "逾期不补交的，终止办理")
                .doesNotContain("??");
        assertThat(citizen.get(page).body()).contains("<h1>补交食品安全规章制度").doesNotContain("??");
        HttpResponse<String> empty = citizen.upload(page, "file", "", new byte[0]);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("食品安全规章制度").doesNotContain("??");
        assertThat(citizen.upload(page, "file", "制度.pdf", new byte[] {'M', 'Z', 0, 1})
                        .statusCode())
                .isEqualTo(422);
        assertThat(new Browser(port).get(page).statusCode()).isEqualTo(303);

        assertThat(Browser.location(citizen.upload(
                        page,
                        "file",
                        "制度.pdf",
                        "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(mine);
        assertThat(citizen.get(mine).body()).contains("已补交承诺后补的材料").doesNotContain("还没有交的材料");
    }

    @Test
    void a_special_procedure_and_more_time_are_told_with_documents_and_in_the_proof() {
        Receipt receipt = filed(item("食品经营许可"), List.of());
        String mine = "/my/cases/" + receipt.id().value();
        String desk = "/desk/cases/" + receipt.id().value();
        staff.post(desk + "/acceptance");
        String today = LocalDate.now(clock).toString();

        HttpResponse<String> wrong =
                staff.post(desk + "/special-procedure", "kind", "INSPECTION", "from", "1999-01-01", "days", "5");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("今天或以后的开始日期").doesNotContain("??");
        assertThat(staff.post(desk + "/special-procedure", "kind", "HEARING", "from", today, "days", "5")
                        .statusCode())
                .isEqualTo(422);
        staff.post(desk + "/special-procedure", "kind", "INSPECTION", "from", today, "days", "5");
        staff.post(desk + "/extension", "days", "10", "reason", "需要实地核实");

        assertThat(citizen.get(mine).body())
                .contains("特别程序告知书", "延长办理期限告知书", "计时中止", "告知 5 个工作日", "延长 10 个工作日")
                .doesNotContain("??");
        assertThat(citizen.get(mine + "/documents/3").body())
                .contains("许特〔", "检验：自", "约5个工作日")
                .doesNotContain("??");
        assertThat(citizen.get(mine + "/documents/4").body())
                .contains("许延〔", "理由：需要实地核实")
                .doesNotContain("??");
        assertThat(staff.post(desk + "/resumption", "result", "").statusCode()).isEqualTo(422);
        staff.post(desk + "/resumption", "result", "现场与申请一致。");
        assertThat(citizen.get(mine).body()).contains("现场与申请一致。");
    }

    private ServiceItem item(String name) {
        return catalogue.items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Receipt filed(ServiceItem item, List<HandedIn> more) {
        return cases.file(new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of(),
                more,
                Channel.WEB));
    }

    private Receipt filed() {
        ServiceItem item = item("个体工商户设立登记");
        return cases.file(new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of(
                        "shop_name",
                        "云溪小面馆",
                        "form",
                        "个人经营",
                        "place_kind",
                        "实体店面",
                        "premises_address",
                        "云溪市望溪区和顺路 8 号",
                        "scope",
                        "餐饮服务"),
                List.of(new HandedIn.Generated(item.materials().getFirst().id())),
                Channel.WEB));
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private Browser staff(String department, Role... roles) {
        return signedIn(staffMember(department, roles));
    }

    private People.Someone staffMember(String department, Role... roles) {
        return people.staff(organisation, "云溪市" + department, roles);
    }

    private String token(People.Someone someone) {
        HttpResponse<String> answer = new Browser(port)
                .send(HttpRequest.newBuilder(new Browser(port).address("/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"account\":\"%s\",\"password\":\"%s\"}"
                                .formatted(someone.phone(), People.PASSWORD))));
        return json.readTree(answer.body()).path("token").asString();
    }

    private HttpResponse<String> call(String token, String path, String body) {
        Browser program = new Browser(port);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(program.address(path)).header("Authorization", "Bearer " + token);
        return program.send(
                body.isEmpty()
                        ? request
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
