package org.zhengtong.services.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.ProgressAnswer;
import org.zhengtong.services.cases.PublicProgress;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.cases.ReceiptNumber;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class ProgressPagesTest {
    private static final String NOT_FOUND = "没有查到。请核对收件编号和证件号码最后四位，两项都要与申请时一致。";

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
    PublicProgress progress;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    private People people;
    private People.Someone applicant;
    private Browser anyone;

    /** All tests come from one address: the next one waits until it may ask again. */
    @BeforeEach
    void somebodyFiled() {
        clock.advance(Duration.ofMinutes(10));
        people = new People(identity);
        applicant = people.someone("林小满");
        anyone = new Browser(port);
    }

    @Test
    void whoever_holds_the_receipt_and_knows_four_digits_sees_how_far_the_matter_is_and_nothing_personal() {
        Receipt receipt = filed(new Party.Person(applicant.id()));
        assertThat(anyone.get("/").body()).contains("href=\"/progress\"");
        assertThat(anyone.get("/progress?receipt=" + receipt.receiptNumber()).body())
                .contains("value=\"" + receipt.receiptNumber() + "\"");

        HttpResponse<String> answer = ask(receipt.receiptNumber(), lastFour());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "个体工商户设立登记", "云溪市市场监督管理局", "已提交", "等待工作人员收件", "受理答复", "林**", receipt.receiptNumber(), "登录查看全部")
                .doesNotContain("林小满", "云溪小面馆", "餐饮服务", "和顺路", receipt.caseNumber(), lastFour() + "\"", "??");
    }

    @Test
    void the_receipt_itself_leads_there() {
        Receipt receipt = filed(new Party.Person(applicant.id()));
        Browser citizen = signedIn(applicant);

        assertThat(citizen.get("/my/cases/" + receipt.id().value() + "/receipt").body())
                .contains("href=\"/progress?receipt=" + receipt.receiptNumber() + "\"");
    }

    @Test
    void a_correction_is_said_to_be_awaited_but_not_what_is_wrong() {
        Receipt receipt = filed(new Party.Person(applicant.id()));
        signedIn(people.staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE))
                .post(
                        "/desk/cases/" + receipt.id().value() + "/correction-request",
                        "finding",
                        "FIELD:scope",
                        "wrong:FIELD:scope",
                        "写得太笼统",
                        "remedy:FIELD:scope",
                        "请写明经营的品种");

        String page = ask(receipt.receiptNumber(), lastFour()).body();

        assertThat(page).contains("轮到申请人", "待补正", "补正材料").doesNotContain("写得太笼统", "请写明经营的品种", "经营范围");
    }

    @Test
    void a_firm_is_asked_for_by_the_end_of_its_code() {
        FirmId firm = people.firmOf(applicant.id(), "云溪市青石餐饮有限公司");
        Receipt receipt = filed(new Party.Firm(firm));
        String code = identity.firm(firm).uscc().value();

        assertThat(ask(receipt.receiptNumber(), code.substring(14).toLowerCase(java.util.Locale.ROOT))
                        .body())
                .contains("云**")
                .doesNotContain("青石餐饮", code);
        assertThat(ask(receipt.receiptNumber(), lastFour()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_number_no_receipt_has_and_wrong_digits_are_told_the_same() {
        Receipt receipt = filed(new Party.Person(applicant.id()));

        HttpResponse<String> digits = ask(receipt.receiptNumber(), otherFour());
        HttpResponse<String> number = ask("YX-0000-0000", lastFour());

        assertThat(digits.statusCode()).isEqualTo(404);
        assertThat(number.statusCode()).isEqualTo(404);
        assertThat(digits.body()).contains(NOT_FOUND).doesNotContain(otherFour() + "\"");
        assertThat(number.body().replace("YX-0000-0000", receipt.receiptNumber()))
                .isEqualTo(digits.body());
    }

    @Test
    void what_cannot_be_read_is_said_field_by_field_and_is_no_try() {
        for (int i = 0; i < 12; i++) {
            HttpResponse<String> answer = ask("YX-12", "");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("<title>错误:", "收件编号不完整", "请填写证件号码的最后四位", "href=\"#digits\"");
        }
    }

    @Test
    void after_ten_questions_an_address_waits_and_is_told_until_when() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask("YX-AAAA-000" + i, "0000").statusCode()).isEqualTo(404);
        }
        Receipt receipt = filed(new Party.Person(applicant.id()));

        HttpResponse<String> refused = ask(receipt.receiptNumber(), lastFour());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 601));
        assertThat(refused.body()).contains("这个网络上查询的次数太多，请在").doesNotContain("个体工商户设立登记");
        HttpResponse<String> program = call(receipt.receiptNumber(), lastFour());
        assertThat(program.statusCode()).isEqualTo(429);
        assertThat(program.headers().firstValue("Retry-After")).isPresent();
        assertThat(json.readTree(program.body()).path("type").asString())
                .isEqualTo("/problems/too-many-progress-questions");
        clock.advance(Duration.ofMinutes(10));
        assertThat(ask(receipt.receiptNumber(), lastFour()).statusCode()).isEqualTo(200);
    }

    @Test
    void after_five_mistakes_a_receipt_number_is_closed_for_an_hour_whether_it_exists_or_not() {
        Receipt receipt = filed(new Party.Person(applicant.id()));
        for (String number : new String[] {receipt.receiptNumber(), "YX-ZZZZ-9999"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(answer(number, otherFour(), "10.0." + i + ".1")).isInstanceOf(ProgressAnswer.Unknown.class);
            }

            assertThat(answer(number, lastFour(), "10.0.9.1"))
                    .isInstanceOfSatisfying(
                            ProgressAnswer.TooManyMistakes.class,
                            wait -> assertThat(wait.again().at())
                                    .isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(1))));
        }
        clock.advance(Duration.ofHours(1));
        assertThat(answer(receipt.receiptNumber(), lastFour(), "10.0.9.2")).isInstanceOf(ProgressAnswer.Found.class);
    }

    @Test
    void right_digits_are_no_mistake_however_often_they_are_given() {
        Receipt receipt = filed(new Party.Person(applicant.id()));

        for (int i = 0; i < 20; i++) {
            assertThat(answer(receipt.receiptNumber(), lastFour(), "10.1." + i + ".1"))
                    .isInstanceOf(ProgressAnswer.Found.class);
        }
    }

    @Test
    void programs_are_told_the_same_and_their_mistakes_as_problems() {
        Receipt receipt = filed(new Party.Person(applicant.id()));

        JsonNode found = json.readTree(call(receipt.receiptNumber(), lastFour()).body());

        assertThat(found.path("itemName").asString()).isEqualTo("个体工商户设立登记");
        assertThat(found.path("applicant").asString()).isEqualTo("林**");
        assertThat(found.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(found.path("next").asString()).isEqualTo("BODY");
        assertThat(found.path("until").asString()).isNotEmpty();
        assertThat(found.path("limits").path(0).path("kind").asString()).isEqualTo("ACCEPTANCE");
        assertThat(found.propertyNames()).doesNotContain("id", "caseNumber", "answers", "materials", "steps");
        JsonNode unknown =
                json.readTree(call(receipt.receiptNumber(), otherFour()).body());
        assertThat(unknown.path("type").asString()).isEqualTo("/problems/progress-unknown");
        assertThat(unknown.path("detail").asString()).isEqualTo(NOT_FOUND);
        assertThat(call("YX", "0000").statusCode()).isEqualTo(400);
        assertThat(anyone.get("/api/v1/progress?receipt=" + receipt.receiptNumber() + "&digits=" + lastFour())
                        .statusCode())
                .as("digits in an address, where logs would keep them")
                .isEqualTo(400);
    }

    private HttpResponse<String> ask(String receipt, String digits) {
        return anyone.post("/progress", "receipt", receipt, "digits", digits);
    }

    private HttpResponse<String> call(String receipt, String digits) {
        return anyone.send(HttpRequest.newBuilder(anyone.address(
                        "/api/v1/progress?receipt=" + URLEncoder.encode(receipt, StandardCharsets.UTF_8)))
                .header("Applicant-Digits", digits));
    }

    private ProgressAnswer answer(String receipt, String digits, String address) {
        return progress.ask(ReceiptNumber.parse(receipt).orElseThrow(), new LastFour(digits), address);
    }

    private String lastFour() {
        return applicant.number().value().substring(14);
    }

    private String otherFour() {
        return lastFour().startsWith("9") ? "8888" : "9999";
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private Receipt filed(Party party) {
        ServiceItem item = catalogue.items().stream()
                .filter(one -> one.name().equals("个体工商户设立登记"))
                .findFirst()
                .orElseThrow();
        return cases.file(new FilingOrder(
                identifiers.next(),
                item,
                party,
                applicant.id(),
                Map.of(),
                Map.of("shop_name", "云溪小面馆", "premises_address", "云溪市望溪区和顺路 8 号", "scope", "餐饮服务"),
                List.of(new HandedIn.Generated(item.materials().getFirst().id())),
                Channel.WEB));
    }
}
