package org.zhengtong.services.licences.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.licences.IssuerList;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.OfflineVerification;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** A body decides about the licences it has issued, and everybody concerned sees it. */
@ZhengtongTest
class LicencesAtTheDeskTest {
    private static final String BODY = "云溪市市场监督管理局";

    @LocalServerPort
    int port;

    @Autowired
    Licences licences;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Messages messages;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private People people;
    private People.Someone agent;
    private Licence licence;

    @BeforeEach
    void issue() {
        people = new People(identity);
        agent = people.someone("李小明");
        licence = issued();
    }

    @Test
    void what_is_decided_stands_at_once_for_everybody_and_the_holder_is_told() {
        Browser decider = staff(BODY, Role.DECISION);
        String page = "/desk/licences/" + licence.id();
        assertThat(decider.get("/desk/licences").body()).contains("证照管理").doesNotContain("??");
        assertThat(Browser.location(decider.get("/desk/licences?q=" + licence.identifier())))
                .isEqualTo(page);

        HttpResponse<String> done = PageForm.of(
                        decider.get(page + "/acts/detain").body(), page + "/acts/detain")
                .with("until", LocalDate.now(clock).plusDays(90).toString())
                .with("document", "云市监罚决〔2026〕12号")
                .with("reason", "后厨不符合卫生要求")
                .send(decider);

        assertThat(Browser.location(done)).isEqualTo(page + "?done=detain");
        assertThat(new Browser(port).get("/verify/" + licence.identifier()).body())
                .contains("暂扣中");
        assertThat(decider.get(page + "?done=detain").body())
                .contains("已暂扣", "云市监罚决〔2026〕12号", "后厨不符合卫生要求", "第 2 版", page + "/acts/give-back")
                .doesNotContain("??");
        deliveries.runDue();
        assertThat(messages.of(agent.id(), OptionalLong.empty()))
                .extracting(one -> one.what())
                .containsExactly("LICENCE_DETAIN");
        Browser holder = signedIn(agent);
        String told = holder.get("/my/messages").body();
        assertThat(told).contains("食品经营许可证", "证照被暂扣").doesNotContain("??");
        assertThat(holder.get("/my/licences/" + licence.id()).body())
                .contains("变更记录", "云市监罚决〔2026〕12号", BODY + " · 岗位", "发证机关办理证照管理")
                .doesNotContain("??");

        PageForm.of(decider.get(page + "/acts/give-back").body(), page + "/acts/give-back")
                .with("document", "云市监发还〔2026〕1号")
                .with("reason", "整改后符合要求")
                .send(decider);
        assertThat(licences.find(licence.id()).orElseThrow().state()).isEqualTo(LicenceState.VALID);
    }

    @Test
    void every_decision_has_its_form_and_says_what_is_missing_without_losing_what_was_typed() {
        Browser decider = staff(BODY, Role.DECISION);
        String page = "/desk/licences/" + licence.id();

        for (String act : List.of("detain", "revoke", "cancel", "withdraw", "transfer", "correct", "renew")) {
            String path = page + "/acts/" + act;
            assertThat(decider.get(path).body()).as(act).doesNotContain("??");
            HttpResponse<String> answer = PageForm.of(decider.get(path).body(), path)
                    .with("document", "云市监〔2026〕9号")
                    .send(decider);
            assertThat(answer.statusCode()).as(act).isEqualTo(422);
            assertThat(answer.body())
                    .as(act)
                    .contains("class=\"errors\"", "云市监〔2026〕9号")
                    .doesNotContain("??");
        }
        assertThat(decider.get(page + "/acts/give-back").statusCode()).isEqualTo(409);
        assertThat(decider.get(page + "/acts/burn").statusCode()).isEqualTo(404);
        assertThat(licences.find(licence.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void a_correction_and_a_renewal_make_new_versions_and_two_deciders_do_not_overrun_each_other() {
        Browser decider = staff(BODY, Role.DECISION);
        String page = "/desk/licences/" + licence.id();
        String correct = page + "/acts/correct";
        String body = decider.get(correct).body();
        int project = IntStream.range(0, 8)
                .filter(i -> body.matches("(?s).*<label for=\"attribute-" + i + "\">经营项目</label>.*"))
                .findFirst()
                .orElseThrow();
        PageForm first = PageForm.of(body, correct)
                .with("attribute-" + project, "冷食类食品制售")
                .with("document", "云市监变〔2026〕1号")
                .with("reason", "增加经营项目");
        PageForm late = PageForm.of(body, correct)
                .with("attribute-" + project, "糕点类食品制售")
                .with("document", "云市监变〔2026〕2号")
                .with("reason", "增加经营项目");

        assertThat(first.send(decider).statusCode()).isEqualTo(302);
        assertThat(late.send(decider).statusCode()).isEqualTo(409);

        Licence corrected = licences.find(licence.id()).orElseThrow();
        assertThat(corrected.attributes()).containsEntry("经营项目", "冷食类食品制售");
        assertThat(decider.get(page).body()).contains("热食类食品制售", "冷食类食品制售");
        PageForm.of(decider.get(page + "/acts/renew").body(), page + "/acts/renew")
                .with("until", corrected.validUntil().orElseThrow().plusYears(5).toString())
                .with("document", "云市监延〔2026〕1号")
                .with("reason", "准予延续五年")
                .send(decider);
        assertThat(licences.find(licence.id()).orElseThrow().validUntil())
                .contains(corrected.validUntil().orElseThrow().plusYears(5));
    }

    @Test
    void nobody_decides_for_another_body_or_without_the_duty() {
        String page = "/desk/licences/" + licence.id();
        Browser elsewhere = staff("云溪市司法局", Role.DECISION);
        Browser clerk = staff(BODY, Role.ACCEPTANCE);
        Browser steward = staff(BODY, Role.CATALOGUE);

        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/desk/licences").body()).doesNotContain(licence.identifier());
        assertThat(elsewhere.post(page + "/acts/revoke", "version", "1").statusCode())
                .isEqualTo(404);
        assertThat(clerk.get(page).statusCode()).isEqualTo(403);
        assertThat(clerk.post(page + "/acts/revoke", "version", "1").statusCode())
                .isEqualTo(403);
        assertThat(steward.get(page).body()).contains("您可以查看").doesNotContain("/acts/");
        assertThat(steward.get(page + "/acts/revoke").statusCode()).isEqualTo(403);
        assertThat(steward.post(page + "/acts/revoke", "version", "1").statusCode())
                .isEqualTo(403);
        assertThat(signedIn(agent).get(page).statusCode()).isEqualTo(403);
        assertThat(licences.find(licence.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void a_licence_is_found_by_what_was_scanned_and_only_by_its_body() {
        Browser decider = staff(BODY, Role.DECISION);
        Browser elsewhere = staff("云溪市司法局", Role.DECISION);
        String scanned = "/desk/licences?q=https%3A%2F%2Fx%2Fverify%2F" + licence.identifier();

        assertThat(Browser.location(decider.get(scanned))).isEqualTo("/desk/licences/" + licence.id());
        assertThat(elsewhere.get(scanned).body()).contains("没有签发过这份证照").doesNotContain("??");
        assertThat(decider.get("/desk/licences?type=nothing&state=EXPIRED").statusCode())
                .isEqualTo(200);
    }

    @Test
    void programs_of_the_body_decide_by_api() {
        People.Someone someone = people.staff(organisation, BODY, Role.DECISION);
        Browser decider = signedIn(someone);
        String path = "/api/v1/desk/licences/" + licence.id() + "/decisions";

        HttpResponse<String> wrong = call(decider, path, "{\"act\":\"REVOKE\",\"version\":1}");
        HttpResponse<String> done = call(decider, path, """
                {"act":"REVOKE","version":1,"ground":"DECEIT","reason":"以虚假材料取得","document":"云市监撤〔2026〕1号"}""");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("ground", "document", "reason");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("\"state\":\"REVOKED\"", "云市监撤〔2026〕1号");
        assertThat(new Browser(port)
                        .get("/api/v1/verifications/" + licence.identifier())
                        .body())
                .contains("REVOKED");
    }

    @Test
    void the_types_can_be_looked_at_with_the_faces_they_are_drawn_with() {
        Browser steward = staff(BODY, Role.CATALOGUE);

        assertThat(steward.get("/desk/licences/types").body())
                .contains("食品经营许可证", "5 年", "证书", "证卡", "文书")
                .doesNotContain("??");
        for (String title : List.of("食品经营许可证", "机动车驾驶证", "准予行政许可决定书")) {
            String type = "/desk/licences/types/" + licences.type(title).code();
            assertThat(steward.get(type).body())
                    .contains(title, "样张", "data-face")
                    .doesNotContain("??");
        }
        assertThat(steward.get("/desk/licences/types/none").statusCode()).isEqualTo(404);
    }

    @Test
    void the_issuers_are_published_and_the_code_shown_on_the_page_verifies_with_them() {
        Browser holder = signedIn(agent);
        IssuerList issuers = IssuerList.read(
                new Browser(port).get("/api/v1/licences/issuers").body());
        String shown = holder.send(HttpRequest.newBuilder(holder.address("/api/v1/licences/" + licence.id()))
                        .header("Authorization", "Bearer " + holder.cookie("zt_session")))
                .body();
        String code = shown.replaceFirst("(?s).*\"code\":\"([^\"]+)\".*", "$1");

        assertThat(new OfflineVerification(issuers, Optional.of(issuers.maker())).verify(code))
                .isInstanceOf(OfflineVerification.Answer.Genuine.class);
        Browser anyone = new Browser(port);
        assertThat(anyone.get("/verify/" + licence.identifier() + "?code=" + code)
                        .body())
                .contains("证照有效");
        char middle = code.charAt(code.length() / 2);
        String tampered = code.substring(0, code.length() / 2)
                + (middle == 'A' ? 'B' : 'A')
                + code.substring(code.length() / 2 + 1);
        assertThat(anyone.get("/verify/" + licence.identifier() + "?code=" + tampered)
                        .body())
                .contains("伪造")
                .doesNotContain(licence.number());
    }

    private static HttpResponse<String> call(Browser browser, String path, String json) {
        return browser.send(HttpRequest.newBuilder(browser.address(path))
                .header("Authorization", "Bearer " + browser.cookie("zt_session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Browser staff(String body, Role role) {
        return signedIn(people.staff(organisation, body, role));
    }

    private Browser signedIn(People.Someone who) {
        Browser browser = new Browser(port);
        browser.signIn(who.phone(), People.PASSWORD);
        return browser;
    }

    private Licence issued() {
        String uscc = organisation.bodyNamed(BODY).orElseThrow().uscc().value();
        LicenceOrder order = new LicenceOrder(
                "食品经营许可证",
                new Party.Firm(people.firmOf(agent.id(), "云溪老李饭店")),
                "云溪老李饭店",
                uscc,
                BODY,
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(Map.of("经营者名称", "云溪老李饭店", "主体业态", "餐饮服务经营者", "经营项目", "热食类食品制售")),
                identifiers.next());
        return Objects.requireNonNull(transaction.execute(_ -> licences.issue(order)));
    }
}
