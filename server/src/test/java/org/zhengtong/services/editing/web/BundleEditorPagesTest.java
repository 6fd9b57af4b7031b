package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class BundleEditorPagesTest {
    private static final Pattern SEEN = Pattern.compile(
            "action=\"[^\"]*/([a-z]+)\"><input[^>]*name=\"_csrf\"[^>]*><input type=\"hidden\" name=\"seen\" value=\"([0-9a-f]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    private final String shop = YunxiBodies.item("个体工商户设立登记").code().value();
    private final String food = YunxiBodies.item("食品经营许可").code().value();
    private Browser steward;

    @BeforeEach
    void aSteward() {
        steward = staff("云溪市数据局", Role.CATALOGUE);
    }

    @Test
    void a_bundle_is_put_together_drawn_checked_and_handed_to_another_who_publishes_it_later() {
        String draft = begun();

        assertThat(steward.get(draft + "?q=%E9%A3%9F%E5%93%81%E7%BB%8F%E8%90%A5")
                        .body())
                .contains("食品经营许可", "value=\"" + food + "\"")
                .doesNotContain("??");
        save(draft, "items", "add", food);
        save(draft, "items", "add", shop);
        assertThat(page(draft)).contains("<svg", "第 2 步", "材料：营业执照", "还没有填写").doesNotContain("??");

        save(draft, "items", "up", shop);
        save(
                draft,
                "basics",
                "name",
                "开小店",
                "summary",
                "执照和食品许可一次办。",
                "words",
                "开店\n开小吃店",
                "audience",
                "PERSON",
                "audience",
                "FIRM",
                "lifeEvent",
                "开办企业",
                "lead",
                YunxiBodies.item("食品经营许可").bodyUscc());
        save(
                draft,
                "guide",
                "offered",
                shop,
                "offered",
                food,
                "choice-0",
                "有执照了吗?",
                "choice-0-answer-0",
                "有",
                "choice-0-answer-0-item",
                food,
                "choice-0-answer-1",
                "没有",
                "choice-0-answer-1-item",
                food,
                "choice-0-answer-1-item",
                shop);
        String ready = page(draft);
        assertThat(ready).contains("有执照了吗?", "没有发现问题").doesNotContain("??");
        assertThat(steward.get(draft + "/form").body()).contains("店名(门头招牌上的名称)").doesNotContain("??");

        steward.post(draft + "/submit", "reason", "新的一件事");
        assertThat(steward.post(draft + "/approve", "publishOn", "2026-03-02").statusCode())
                .isEqualTo(409);
        Browser other = staff("云溪市数据局", Role.CATALOGUE);
        assertThat(other.get(draft).body()).contains("发布日期").doesNotContain("??");
        other.post(draft + "/send-back", "reason", "名称要写全");
        assertThat(page(draft)).contains("名称要写全");
        steward.post(draft + "/discard");
    }

    @Test
    void the_second_of_two_editors_sees_what_the_first_has_changed_and_what_is_still_typed() {
        String draft = begun();
        Browser other = staff("云溪市数据局", Role.CATALOGUE);
        String seen = seen(other.get(draft).body(), "basics");
        save(
                draft,
                "basics",
                "name",
                "先改的名字",
                "lead",
                YunxiBodies.item("食品经营许可").bodyUscc());

        HttpResponse<String> clash = other.post(
                draft + "/basics",
                "seen",
                seen,
                "name",
                "后改的名字",
                "lead",
                YunxiBodies.item("食品经营许可").bodyUscc());

        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(clash.body()).contains("刚刚也改了这里", "先改的名字", "value=\"后改的名字\"").doesNotContain("??");
        other.post(
                draft + "/basics",
                "seen",
                seen(clash.body(), "basics"),
                "name",
                "后改的名字",
                "lead",
                YunxiBodies.item("食品经营许可").bodyUscc());
        assertThat(page(draft)).contains("value=\"后改的名字\"");
        steward.post(draft + "/discard");
    }

    @Test
    void what_is_too_long_is_kept_and_said() {
        String draft = begun();
        String summary = "执照和食品许可一次办。".repeat(60);

        save(draft, "basics", "name", "开小店", "summary", summary);

        assertThat(page(draft)).contains(summary, "最多 200 字，请缩短");
        steward.post(draft + "/discard");
    }

    @Test
    void a_circle_is_named_beside_the_picture() {
        String draft = begun();
        save(draft, "items", "add", shop);
        save(draft, "items", "add", food);

        save(draft, "order", "first", food, "then", shop);

        assertThat(page(draft)).contains("互相等待", "食品经营许可 → ", "<svg").doesNotContain("??");
        save(draft, "order", "first", food, "then", shop, "remove", "yes");
        assertThat(page(draft)).doesNotContain("互相等待");
        steward.post(draft + "/discard");
    }

    @Test
    void an_item_taken_out_is_gone_from_the_guide_and_the_order_too() {
        String draft = begun();
        save(draft, "items", "add", shop);
        save(draft, "items", "add", food);
        save(draft, "order", "first", shop, "then", food);

        save(draft, "items", "remove", shop);

        assertThat(page(draft)).doesNotContain("人工规定");
        steward.post(draft + "/discard");
    }

    @Test
    void the_versions_of_every_bundle_are_shown_beside_each_other() {
        for (String code : List.of("B001", "B008")) {
            assertThat(steward.get("/desk/bundles/" + code + "/versions").body())
                    .contains("第 1 版", "逐项对照")
                    .doesNotContain("??");
        }
        assertThat(steward.get("/desk/bundles").body())
                .contains("B001", "云溪市卫生健康委员会")
                .doesNotContain("??");
        assertThat(steward.get("/desk/bundles/B999/versions").statusCode()).isEqualTo(404);
        assertThat(steward.get("/desk/bundles/B001/versions?from=1&to=77").statusCode())
                .isEqualTo(404);
        assertThat(steward.get("/desk/items").body()).contains("/desk/bundles");
    }

    @Test
    void whoever_keeps_no_catalogue_or_another_divisions_changes_nothing() {
        String draft = begun();
        for (Browser stranger : List.of(staff("云溪市司法局", Role.ACCEPTANCE), staff("竹岭县数据局", Role.CATALOGUE))) {
            assertThat(stranger.get(draft).statusCode()).isEqualTo(403);
            assertThat(stranger.post(draft + "/items", "add", food).statusCode())
                    .isEqualTo(403);
            assertThat(stranger.post("/desk/bundles/B001/drafts", "version", "1")
                            .statusCode())
                    .isEqualTo(403);
        }
        steward.post(draft + "/discard");
    }

    @Test
    void a_bundle_without_a_name_is_not_begun() {
        HttpResponse<String> answer = steward.post(
                "/desk/bundles", "name", " ", "lead", YunxiBodies.item("食品经营许可").bodyUscc());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("起个名字");
    }

    private String begun() {
        steward.get("/desk/bundles/new");
        HttpResponse<String> begun = steward.post(
                "/desk/bundles",
                "name",
                "开小店“一件事”",
                "lead",
                YunxiBodies.item("食品经营许可").bodyUscc());
        return Browser.location(begun);
    }

    private String page(String draft) {
        return steward.get(draft).body();
    }

    private void save(String draft, String part, String... typed) {
        String[] all = new String[typed.length + 2];
        all[0] = "seen";
        all[1] = seen(steward.get(draft + "?q=%E8%AE%B8%E5%8F%AF").body(), part);
        System.arraycopy(typed, 0, all, 2, typed.length);
        HttpResponse<String> answer = steward.post(draft + "/" + part, all);
        assertThat(Browser.location(answer)).as(answer.body()).isEqualTo(draft + "#" + part);
    }

    private static String seen(String page, String part) {
        Matcher matcher = SEEN.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(part)) {
                return matcher.group(2);
            }
        }
        return "none-shown";
    }

    private Browser staff(String body, Role role) {
        People.Someone someone = new People(identity).staff(organisation, body, role);
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
