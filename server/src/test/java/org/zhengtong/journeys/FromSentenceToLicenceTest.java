package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.ZhengtongTest;

/** The main job: said, filed, accepted, reviewed, decided, issued, verified, and used for the next matter. */
@ZhengtongTest
class FromSentenceToLicenceTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @ParameterizedTest
    @EnumSource
    void a_firm_is_founded_and_its_licence_fills_in_the_next_application(Device device) {
        String firm = "云溪市" + device.name().charAt(0) + "青石餐饮有限公司";
        try (Surfer citizen = new Surfer(port, device)) {
            citizen.go("/").type("#q", "我想注册一家公司开面馆").page().keyboard().press("Enter");
            citizen.page().waitForURL("**/search?**");
            citizen.look();
            assertThat(citizen.text()).contains("设立登记");
            citizen.go("/search?q=注册公司").click(".result a:has-text('企业设立登记')");
            citizen.click("form[action$='/start'] button:visible");
            register(citizen);

            String receipt = file(citizen, Map.of("企业名称", firm, "经营范围", "餐饮服务。", "股东", "林青石出资 60 万元。"));
            String matter = citizen.path().replaceFirst("/receipt.*", "");
            decide(device, receipt);

            citizen.go(matter);
            assertThat(citizen.text()).contains("办结:准予");
            citizen.click(".notice a[href^='/my/licences/']");
            assertThat(citizen.text()).contains(firm);
            String verification =
                    citizen.find("main a[href*='/verify/']").first().getAttribute("href");
            try (Surfer anyone = new Surfer(port, device)) {
                anyone.go(verification.replaceFirst("^https?://[^/]+", ""));
                assertThat(anyone.text()).contains("有效", firm).doesNotContain("身份号码");
            }

            foodLicence(citizen, firm);
        }
    }

    private void register(Surfer citizen) {
        assertThat(citizen.path()).startsWith("/sign-in");
        citizen.click("main a[href^='/register']");
        String number = People.number(LocalDate.of(1990, 5, 17)).value();
        citizen.type("#name", "林青石").type("#number", number).type("#phone", People.phone());
        citizen.type("#address", "云溪市望溪区青石路 8 号");
        citizen.type("#password", People.PASSWORD).type("#passwordAgain", People.PASSWORD);
        citizen.find("#agreed").check();
        citizen.click("main form button");
        if (!citizen.path().startsWith("/drafts/")) {
            citizen.go("/search?q=注册公司").click(".result a:has-text('企业设立登记')");
            citizen.click("form[action$='/start'] button:visible");
        }
        assertThat(citizen.path()).startsWith("/drafts/");
    }

    /** @return the receipt number */
    private static String file(Surfer citizen, Map<String, String> answers) {
        new FormFiller(citizen, answers).fillIn();
        citizen.find("#declared").check();
        citizen.click("main form button.button");
        assertThat(citizen.path()).matches("/my/cases/[0-9a-f-]{36}/receipt.*");
        return citizen.find(".receipt-number").innerText().strip();
    }

    private void decide(Device device, String receipt) {
        try (Surfer clerk = new Surfer(port, device)) {
            open(clerk, Role.ACCEPTANCE, receipt);
            clerk.click("form[action$='/taking'] button").click("form[action$='/acceptance'] button");
        }
        try (Surfer reviewer = new Surfer(port, device)) {
            open(reviewer, Role.REVIEW, receipt);
            reviewer.click("form[action$='/taking'] button");
            reviewer.type("form[action$='/review'] textarea", "材料齐全,符合法定条件。").click("form[action$='/review'] button");
        }
        try (Surfer decider = new Surfer(port, device)) {
            open(decider, Role.DECISION, receipt);
            decider.click("form[action$='/taking'] button").click("form[action$='/grant'] button");
            assertThat(decider.text()).contains("准予");
        }
    }

    private void open(Surfer staff, Role role, String receipt) {
        Someone someone = new People(identity).someone("周文");
        Body body = organisation.bodyNamed("云溪市市场监督管理局").orElseThrow();
        organisation.appoint(someone.id(), body.uscc(), "岗位", Set.of(role));
        staff.signIn(someone.phone(), People.PASSWORD);
        assertThat(staff.path()).isEqualTo("/desk");
        staff.type("main input[name=q]", receipt).click("form[role=search] button");
        staff.click("main table a");
    }

    private static void foodLicence(Surfer citizen, String firm) {
        citizen.go("/search?q=开饭店").click(".result a:has-text('食品经营许可')");
        citizen.click("form[action$='/start'] button:visible");
        if (citizen.heading().contains("为谁")) {
            citizen.find("label:has-text('" + firm + "')").click();
            citizen.click("main form button");
        }
        String draft = citizen.path().replaceAll("^(/drafts/[0-9a-f-]+).*", "$1");
        citizen.go(draft + "/questions/applicant");
        assertThat(citizen.find("main").innerText()).contains("来自").contains("营业执照");
        assertThat(citizen.page().content()).contains(firm);

        file(citizen.go(draft), Map.of("店名", "青石面馆"));

        assertThat(citizen.text()).contains("食品经营许可");
    }
}
