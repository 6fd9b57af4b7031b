package org.zhengtong.services.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.Inheritance;
import org.zhengtong.services.catalogue.ItemType;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Quality, reports and the base catalogue over HTTP. */
@ZhengtongTest
class StewardPagesTest {
    private static final String NATION = "国家基本目录（测试）";
    private static final String CODE = "000199990001";

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    BaseCatalogue base;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    JsonMapper json;

    private Browser steward;

    @BeforeEach
    void people() {
        organisation.put(new Body(new Uscc(uscc("1100000099000001")), NATION, "000000", "北京", "工作日", "010-1", "010-2"));
        steward = staff("云溪市数据局", Role.CATALOGUE);
        base.publish(
                new BaseItem(
                        CODE,
                        1,
                        ItemType.LICENSING,
                        "测试许可",
                        "000000",
                        Map.of(
                                Element.NAME,
                                new BaseItem.Inherited(Inheritance.EQUAL, EntryDocument.value("测试许可")),
                                Element.STATUTORY_DAYS,
                                new BaseItem.Inherited(Inheritance.SUBSET, EntryDocument.value(20)))),
                Publication.OF_THE_PROGRAM);
    }

    @Test
    void everybody_sees_the_scores_as_a_page_and_as_data() {
        Browser citizen = new Browser(port);
        JsonNode quality = json.readTree(citizen.get("/api/v1/quality").body());

        assertThat(quality.path("bodies").size()).isGreaterThan(20);
        JsonNode first = quality.path("bodies").get(0);
        assertThat(first.path("score").asDouble()).isBetween(0.0, 100.0);
        assertThat(first.path("measures").size()).isEqualTo(5);
        for (String sort : List.of("", "?sort=body", "?sort=time", "?sort=items", "?sort=advice", "?sort=nonsense")) {
            assertThat(citizen.get("/quality" + sort).body())
                    .contains(first.path("name").asString(), "分数怎么算")
                    .doesNotContain("??");
        }
        assertThat(citizen.get("/quality/" + first.path("uscc").asString()).statusCode())
                .isEqualTo(200);
        assertThat(citizen.get("/quality/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void the_report_on_materials_is_a_page_and_a_table_that_no_spreadsheet_runs() {
        assertThat(steward.get("/desk/reports/materials").body())
                .contains("无房证明", "营业执照")
                .doesNotContain("??");
        HttpResponse<String> csv = steward.get("/desk/reports/materials.csv");

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).contains("text/csv");
        assertThat(csv.body()).startsWith("\uFEFF材料,要求的依据").contains("\"营业执照\",\"");
        assertThat(ReportPages.cell("=1+1\"")).isEqualTo("\"'=1+1\"\"\"");
        assertThat(staff("云溪市数据局", Role.REVIEW).get("/desk/reports/materials").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_county_reports_on_its_own_items_only() {
        Browser county = staff("竹岭县数据局", Role.CATALOGUE);

        assertThat(county.get("/desk/reports/materials").body()).doesNotContain("无房证明");
        assertThat(county.get("/desk/reports/materials.csv").body().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_base_item_shows_what_is_inherited_who_implements_it_and_starts_an_entry() {
        ServiceItem food = YunxiBodies.item("食品经营许可");

        assertThat(steward.get("/desk/base-items?q=" + food.baseCode()).body())
                .contains("食品经营许可", "1 个部门")
                .doesNotContain("??");
        assertThat(steward.get("/desk/base-items/" + food.baseCode()).body())
                .contains("不得修改", "只能减少", food.bodyName(), food.code().value(), "action=\"/desk/entries\"")
                .doesNotContain("??", "/edit\"");
        assertThat(steward.get("/desk/base-items/" + food.baseCode() + "/edit").statusCode())
                .isEqualTo(403);
        assertThat(steward.get("/desk/base-items/000199999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_base_item_is_changed_by_one_and_let_through_by_another() {
        Browser keeper = staff(NATION, Role.CATALOGUE);
        Browser other = staff(NATION, Role.CATALOGUE);
        String page = "/desk/base-items/" + CODE;
        int version = base.find(CODE).orElseThrow().version();

        assertThat(keeper.get(page + "/edit").body()).contains("value=\"20\"").doesNotContain("??");
        assertThat(keeper.post(page + "/edit", "value-statutoryDays", "15").body())
                .contains("请写明改了什么", "value=\"15\"");
        assertThat(keeper.post(page + "/edit", "value-statutoryDays", "many", "reason", "缩短")
                        .body())
                .contains("法定办结时限（工作日）");
        HttpResponse<String> proposed = keeper.post(
                page + "/edit", "value-statutoryDays", "15", "rule-statutoryDays", "SUBSET", "reason", "缩短时限");

        assertThat(Browser.location(proposed)).isEqualTo(page);
        assertThat(keeper.get(page).body()).contains("缩短时限").doesNotContain("/release");
        assertThat(keeper.post(page + "/release").statusCode()).isEqualTo(409);
        assertThat(steward.post(page + "/release").statusCode()).isEqualTo(403);
        assertThat(other.get(page).body()).contains("/release", "15");
        other.post(page + "/release");
        BaseItem released = base.find(CODE).orElseThrow();
        assertThat(released.version()).isEqualTo(version + 1);
        assertThat(released.value(Element.STATUTORY_DAYS).orElseThrow().asInt()).isEqualTo(15);
        assertThat(released.rule(Element.NAME)).isEqualTo(Inheritance.EQUAL);
        assertThat(other.post(page + "/release").statusCode()).isEqualTo(409);
    }

    @Test
    void an_entry_without_a_base_item_or_of_another_level_than_its_body_is_held_back() {
        ServiceItem food = YunxiBodies.item("食品经营许可");
        JsonNode document = json.readTree(json.writeValueAsString(food)
                .replace(food.code().value(), food.bodyUscc() + "4" + "000199999999")
                .replace("\"baseCode\":\"" + food.baseCode() + "\"", "\"baseCode\":\"000199999999\"")
                .replace("\"level\":3", "\"level\":4"));
        ServiceItem stray = json.treeToValue(document, ServiceItem.class);

        assertThat(catalogue.findings(stray))
                .containsExactlyInAnyOrder(
                        new Finding(Rule.BASE_ITEM_EXISTS, "baseCode", "000199999999"),
                        new Finding(Rule.LEVEL_OF_BODY, "level", "3"));
        assertThat(catalogue.findings(food)).isEmpty();
    }

    private static String uscc(String first) {
        String first17 = first + "0";
        return first17 + Uscc.check(first17);
    }

    private Browser staff(String body, Role role) {
        People.Someone someone = new People(identity).staff(organisation, body, role);
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
