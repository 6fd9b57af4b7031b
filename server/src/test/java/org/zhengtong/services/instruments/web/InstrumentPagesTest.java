package org.zhengtong.services.instruments.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseRecords;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.Instruments;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class InstrumentPagesTest {
    private static final String BODY = "云溪市公安局";

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
    CaseRecords records;

    @Autowired
    Instruments instruments;

    @Autowired
    Identifiers identifiers;

    private People people;
    private People.Someone applicant;

    @BeforeEach
    void people() {
        people = new People(identity);
        applicant = people.someone("林小满");
    }

    @Test
    void the_applicant_finds_each_document_as_page_pdf_and_ofd() {
        Receipt receipt = filed();
        Browser citizen = signedIn(applicant);
        String base = "/my/cases/" + receipt.id().value();
        Instrument issued = issued(receipt);

        assertThat(citizen.get(base).body())
                .contains(base + "/documents/1\"", base + "/documents/1/pdf", base + "/documents/1/ofd");
        HttpResponse<String> page = citizen.get(base + "/documents/1");
        assertThat(page.body())
                .contains("<h1>" + issued.text().title(), issued.number(), issued.code(), "的印章")
                .doesNotContain("??");
        issued.text().plain().lines().forEach(line -> assertThat(page.body()).contains(line));
        HttpResponse<String> pdf = citizen.get(base + "/documents/1/pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF");
        HttpResponse<String> ofd = citizen.get(base + "/documents/1/ofd");
        assertThat(ofd.headers().firstValue("Content-Type")).contains("application/ofd");
        assertThat(ofd.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(citizen.get(base + "/documents/2").statusCode()).isEqualTo(404);
        assertThat(citizen.get(base + "/documents/x/pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_else_sees_them() {
        Receipt receipt = filed();
        String mine = "/my/cases/" + receipt.id().value() + "/documents/1";
        String desk = "/desk/cases/" + receipt.id().value() + "/documents";
        Browser other = signedIn(people.someone("周远"));
        Browser elsewhere = staff("云溪市司法局", Role.DECISION);

        for (String part : List.of("", "/pdf", "/ofd")) {
            assertThat(other.get(mine + part).statusCode()).isEqualTo(404);
            assertThat(new Browser(port).get(mine + part).statusCode()).isEqualTo(303);
            assertThat(elsewhere.get(desk + "/1" + part).statusCode()).isEqualTo(404);
            assertThat(signedIn(applicant).get(desk + "/1" + part).statusCode()).isEqualTo(403);
        }
        assertThat(elsewhere.get(desk).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(desk + "/archive").statusCode()).isEqualTo(404);
    }

    @Test
    void staff_find_the_documents_and_when_the_case_has_ended_its_package() {
        Receipt receipt = filed();
        String base = "/desk/cases/" + receipt.id().value();
        Browser clerk = staff(BODY, Role.ACCEPTANCE);
        Browser decider = staff(BODY, Role.DECISION);

        assertThat(clerk.get(base).body()).contains(base + "/documents");
        assertThat(decider.get(base + "/documents").body())
                .contains("收件回执", "归档包", "办结以后")
                .doesNotContain("??");
        assertThat(decider.get(base + "/documents/archive").statusCode()).isEqualTo(409);
        signedIn(applicant).post("/my/cases/" + receipt.id().value() + "/withdrawal", "reason", "不办了");

        assertThat(decider.get(base + "/documents").body()).contains(base + "/documents/archive");
        HttpResponse<String> zip = decider.get(base + "/documents/archive");
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(zip.body()).startsWith("PK");
        assertThat(clerk.get(base + "/documents").body()).doesNotContain(base + "/documents/archive");
        assertThat(clerk.get(base + "/documents/archive").statusCode()).isEqualTo(403);
    }

    @Test
    void a_steward_words_documents_is_told_what_is_wrong_and_loses_nothing() {
        Browser steward = staff(BODY, Role.CATALOGUE);
        String path = "/desk/instruments/REFUSAL_DECISION";
        assertThat(steward.get("/desk/instruments").body())
                .contains("文书模板", "不予行政许可决定书", path)
                .doesNotContain("??");
        assertThat(steward.get(path).body())
                .contains("{救济途径}", "必须有", "李明（虚构）", "内置文本")
                .doesNotContain("??");

        HttpResponse<String> wrong =
                steward.post(path, "newest", "0", "title", "决定书", "text", "“{事项名称}”\n理由：{理由}\n{天气}\n{理由");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("<title>错误", "第 3 行的“天气”不是可以填入的名称", "第 4 行的花括号不成对", "必须有“救济途径”", "理由：{理由}\n{天气}")
                .doesNotContain("??");
        String good = "“{事项名称}”不予许可。\n理由：{理由}\n# 怎样救济\n{救济途径}";
        HttpResponse<String> preview = steward.post(path + "/preview", "title", "决定书甲", "text", good);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("决定书甲", "怎样救济", "“食品经营许可”不予许可。");
        assertThat(steward.get(path).body()).doesNotContain("决定书甲");

        assertThat(Browser.location(steward.post(path, "newest", "0", "title", "决定书甲", "text", good)))
                .isEqualTo(path + "?done=saved");
        assertThat(steward.get(path).body()).contains("决定书甲", "第 1 版");
        HttpResponse<String> late = steward.post(path, "newest", "0", "title", "决定书乙", "text", good);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("别人刚刚保存了第 1 版", "决定书乙");
        assertThat(Browser.location(steward.post(path + "/built-in", "newest", "1")))
                .isEqualTo(path + "?done=back");
        assertThat(steward.get(path).body()).contains("恢复为内置文本", "决定书甲").doesNotContain("??");

        assertThat(staff(BODY, Role.DECISION).get(path).statusCode()).isEqualTo(403);
        assertThat(staff(BODY, Role.DECISION)
                        .post(path, "newest", "2", "title", "x", "text", good)
                        .statusCode())
                .isEqualTo(403);
        assertThat(staff("云溪市司法局", Role.CATALOGUE).get(path).body()).doesNotContain("决定书甲");
        assertThat(steward.get("/desk/instruments/POEM").statusCode()).isEqualTo(404);
    }

    @Test
    void anyone_verifies_a_document_by_its_code_and_learns_nothing_else() {
        Receipt receipt = filed();
        Instrument issued = issued(receipt);
        instruments.print(issued);
        Browser anyone = new Browser(port);

        assertThat(anyone.get("/verify").body()).contains("/verify/documents");
        assertThat(anyone.get("/verify/documents").body()).contains("验证码").doesNotContain("??");
        assertThat(Browser.location(anyone.get("/verify/documents?code="
                        + issued.code().toLowerCase(java.util.Locale.ROOT).replace("-", ""))))
                .isEqualTo("/verify/documents/" + issued.code());
        assertThat(anyone.get("/verify/documents/" + issued.code()).body())
                .contains(
                        "这份文书是真的",
                        issued.number(),
                        BODY,
                        instruments.print(issued).pdf().sm3())
                .doesNotContain("林小满", "??");
        assertThat(anyone.get("/verify/documents/AAAA-AAAA-AAAA-AAAA").body())
                .contains("没有这份文书")
                .doesNotContain("??");
        HttpResponse<String> unreadable = anyone.get("/verify/documents?code=123");
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("16 个字母和数字", "value=\"123\"").doesNotContain("??");
    }

    private Instrument issued(Receipt receipt) {
        var file = records.find(List.of(receipt.id().value())).getFirst();
        return instruments.read(file, CaseDocument.of(file).getFirst());
    }

    private Receipt filed() {
        ServiceItem item = catalogue.items().stream()
                .filter(one -> one.bodyName().equals(BODY))
                .findFirst()
                .orElseThrow();
        return cases.file(new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of(),
                List.of(),
                Channel.WEB));
    }

    private Browser staff(String body, Role... roles) {
        return signedIn(people.staff(organisation, body, roles));
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
