package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class EntryPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TestClock clock;

    private Browser writer;
    private Browser reviewer;

    @BeforeEach
    void twoStewards() {
        writer = staff("云溪市数据局", Role.CATALOGUE);
        reviewer = staff("云溪市数据局", Role.CATALOGUE);
    }

    @Test
    void a_new_entry_begins_with_a_base_item_and_shows_what_is_settled_above() {
        assertThat(writer.get("/desk/entries/new?q=充电").body()).contains("电动汽车充电设施建设备案", "云溪市民政局");

        String draft = begin(writer, "001000106000", "云溪市发展和改革委员会");

        assertThat(writer.get(draft).body()).contains("编写中", "新事项", "必填要素齐全").doesNotContain("??");
        assertThat(writer.get(draft + "/parts/basics").body())
                .contains("上级统一规定，不能改", "电动汽车充电设施建设备案")
                .doesNotContain("name=\"name\"", "??");
        assertThat(writer.get("/desk/entries").body()).contains("电动汽车充电设施建设备案", draft);
        writer.post(draft + "/discard");
    }

    @Test
    void a_page_is_saved_and_leads_to_the_next_and_what_cannot_be_read_stays_as_typed() {
        String draft = beginFrom(writer, "普通护照签发");
        String course = draft + "/parts/course";

        HttpResponse<String> wrong =
                form(writer, course).with("promisedDays", "七天").send(writer);

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"七天\"", "请填写 0 到 3,650 之间的整数", "<title>错误:");

        HttpResponse<String> saved =
                form(writer, course).with("promisedDays", "6").send(writer);

        assertThat(Browser.location(saved)).isEqualTo(draft + "/parts/channels");
        assertThat(form(writer, course).value("promisedDays")).isEqualTo("6");
        writer.post(draft + "/discard");
    }

    @Test
    void hidden_characters_and_texts_too_long_are_named() {
        String draft = beginFrom(writer, "往来港澳通行证签发");
        String basics = draft + "/parts/basics";

        assertThat(form(writer, basics)
                        .with("summary", "办证\u202e指南")
                        .send(writer)
                        .statusCode())
                .isEqualTo(422);
        assertThat(form(writer, basics)
                        .with("summary", "长".repeat(1001))
                        .send(writer)
                        .body())
                .contains("1,000");
        writer.post(draft + "/discard");
    }

    @Test
    void the_second_editor_of_a_page_is_shown_what_the_first_made_of_it_and_loses_nothing() {
        String draft = beginFrom(writer, "户口迁移审批");
        String basics = draft + "/parts/basics";
        PageForm first = form(writer, basics);
        PageForm second = form(reviewer, basics);
        assertThat(Browser.location(first.with("summary", "甲写的说明。").send(writer)))
                .isEqualTo(draft + "/parts/law");

        HttpResponse<String> late = second.with("summary", "乙写的说明。").send(reviewer);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("刚刚也改了这一页", "甲写的说明。", ">乙写的说明。</textarea>");

        HttpResponse<String> knowingly = PageForm.of(late.body(), basics).send(reviewer);

        assertThat(knowingly.statusCode()).isEqualTo(302);
        assertThat(form(writer, basics).value("summary")).isEqualTo("乙写的说明。");
        writer.post(draft + "/discard");
    }

    @Test
    void an_entry_is_handed_in_sent_back_handed_in_again_and_published() {
        ItemCode code = YunxiBodies.item("死亡登记注销户口").code();
        String draft = beginFrom(writer, "死亡登记注销户口");
        String basics = draft + "/parts/basics";
        form(writer, basics).with("summary", "亲人去世后，一次注销户口。").send(writer);

        writer.post(draft + "/submit", "reason", "说明改得更明白");
        assertThat(writer.get(draft).body()).contains("按“四眼”原则要由别人审核", "撤回，继续编写");
        assertThat(writer.post(draft + "/approve", "publishOn", today()).statusCode())
                .isEqualTo(409);
        assertThat(reviewer.get(draft + "/changes").body()).contains("<ins>亲人去世后，一次注销户口。</ins>");
        reviewer.post(draft + "/send-back", "reason", "漏了一个字");
        assertThat(writer.get(draft).body()).contains("漏了一个字", "编写中");
        writer.post(draft + "/submit", "reason", "补上漏字");
        HttpResponse<String> approved = reviewer.post(draft + "/approve", "publishOn", today());

        assertThat(Browser.location(approved)).isEqualTo(draft + "?done=published");
        assertThat(new Browser(port).get("/items/" + code).body()).contains("亲人去世后，一次注销户口。");
        String versions = "/desk/items/" + code + "/versions";
        assertThat(writer.get(versions).body())
                .contains("补上漏字", "已被取代", "回到第 1 版")
                .doesNotContain("??");
        assertThat(writer.get(versions + "/1/2").body()).contains("<ins>亲人去世后，一次注销户口。</ins>");
    }

    @Test
    void nobody_but_the_stewards_of_the_division_comes_near() {
        String draft = beginFrom(writer, "居住证申领");
        Browser clerk = staff("云溪市公安局", Role.ACCEPTANCE);
        Browser county = staff("竹岭县数据局", Role.CATALOGUE);
        Browser citizen = new Browser(port);
        citizen.signIn(new People(identity).someone("李市民").phone(), People.PASSWORD);

        for (Browser other : new Browser[] {clerk, county, citizen}) {
            assertThat(other.get(draft).statusCode()).isEqualTo(403);
            assertThat(other.get(draft + "/parts/basics").statusCode()).isEqualTo(403);
            assertThat(other.post(draft + "/submit", "reason", "x").statusCode())
                    .isEqualTo(403);
            assertThat(other.post(draft + "/parts/basics", "asked", "summary", "summary", "x", "seen", "")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(Browser.location(new Browser(port).get(draft))).startsWith("/sign-in");
        writer.post(draft + "/discard");
    }

    private String begin(Browser browser, String baseCode, String body) {
        return Browser.location(browser.post(
                "/desk/entries",
                "baseCode",
                baseCode,
                "body",
                organisation.bodyNamed(body).orElseThrow().uscc().value()));
    }

    private String beginFrom(Browser browser, String name) {
        ItemCode code = YunxiBodies.item(name).code();
        int version = catalogue.item(code).orElseThrow().version();
        return Browser.location(
                browser.post("/desk/entries/from", "code", code.value(), "version", String.valueOf(version)));
    }

    private static PageForm form(Browser browser, String page) {
        return PageForm.of(browser.get(page).body(), page);
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE).toString();
    }

    private Browser staff(String body, Role role) {
        People.Someone someone = new People(identity).staff(organisation, body, role);
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
