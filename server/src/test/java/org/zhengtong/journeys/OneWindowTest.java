package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.ShopFiling;
import org.zhengtong.testing.ZhengtongTest;

/** Somebody nobody knows walks in with an identity card, and leaves with a result in their hands. */
@ZhengtongTest
class OneWindowTest {
    private static final byte[] SCAN = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    ShopFiling shops;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Test
    void a_person_is_registered_served_accepted_and_handed_the_result_at_one_window() {
        String number = People.number(LocalDate.of(1983, 7, 21)).value();
        Someone clerk = new People(identity).staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE);
        try (Surfer window = new Surfer(port, Device.DESKTOP).signIn(clerk.phone(), People.PASSWORD)) {
            window.go("/desk").click("nav a[href='/desk/window']");
            window.type("#who", number).click("main form[action$='/visits'] button");
            assertThat(window.find(".errors").innerText()).contains("来办什么");
            window.type("#purpose", "开一家面馆").type("#ticket", "a012").click("main form[action$='/visits'] button");
            String visit = window.path();

            assertThat(window.find("#number").inputValue())
                    .as("nothing is typed twice")
                    .isEqualTo(number);
            window.type("#name", "秦青石").type("#phone", People.phone()).type("#address", "云溪市望溪区青石路 8 号");
            window.find("#seen").check();
            window.click("form[action$='/person'] button");
            assertThat(window.find("main").innerText())
                    .contains("秦青石", "A012", "人口库已核实")
                    .doesNotContain(number);

            window.type("#q", "注册公司").click("form[role=search] button");
            window.photograph("window-visit-desktop");
            window.click("tr:has-text('企业设立登记') form button");
            assertThat(window.find("main").innerText()).contains("到场的申请人");
            new FormFiller(window, Map.of("企业名称", "云溪市秦青石餐饮有限公司", "股东", "秦青石出资 60 万元。")).fillIn();
            String draft = MainJob.draft(window);
            window.go(draft + "/questions/delivery")
                    .find("label:has-text('到大厅领取')")
                    .click();
            window.click("main form button.button:not(.quiet)").go(draft + "/check");

            assertThat(window.fetch(draft + "/application/pdf").status()).isEqualTo(200);
            window.click("form[action$='/submission'] button");
            assertThat(window.find(".errors").innerText()).contains("签字");
            window.find("#signed").setInputFiles(new FilePayload("签字.png", "image/png", SCAN));
            window.click("form[action$='/signed'] button");
            window.photograph("window-check-desktop");
            window.find("#accept").check();
            window.click("form[action$='/submission'] button");
            String receipt = window.find(".receipt-number").innerText().strip();
            assertThat(window.find("main").innerText()).contains("已经受理");
            window.click("main p.row a.button");
            assertThat(window.path()).isEqualTo(visit);
            assertThat(window.find("main").innerText()).contains("已经提交");
            window.click("form[action$='/closing'] button");

            decide(receipt);

            window.go("/desk/window").click("a[href='/desk/window/delivery']");
            window.type("#q", receipt).click("form[role=search] button").click("main table a");
            String result = window.path();
            window.go(result + "/slip").go(result);
            window.type("#digits", "0000").click("form:has([value=collected]) button");
            assertThat(window.find(".errors").innerText()).contains("对不上");
            window.type("#digits", number.substring(14));
            window.find("#proof").setInputFiles(new FilePayload("送达回证.png", "image/png", SCAN));
            window.click("form:has([value=collected]) button");
            assertThat(window.find("main").innerText()).contains("已经交给本人");
            window.go("/desk?view=done&q=" + receipt).click("main table a");
            assertThat(window.find("main").innerText()).contains("秦** 在窗口领取", "申请书（窗口打印、申请人签字）");
        }
    }

    @Test
    void a_correction_is_handed_in_where_the_person_stands() throws FileRefused {
        People people = new People(identity);
        Someone citizen = people.someone("秦青石");
        Someone clerk = people.staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE);
        CaseFile file = shops.asked(
                shops.filed(citizen, true), organisation.staff(clerk.id()).orElseThrow());
        try (Surfer window = new Surfer(port, Device.PHONE).signIn(clerk.phone(), People.PASSWORD)) {
            window.go("/desk/window").type("#who", citizen.number().value()).type("#purpose", "补正");
            window.click("main form[action$='/visits'] button").find("#seen").check();
            window.click("form[action$='/confirmation'] button");
            assertThat(window.text()).contains(file.receiptNumber(), "等本人补正");
            window.photograph("window-awaited-phone");
            window.click("form[action$='/supplement'] button");
            String supplement = window.path();

            window.click("form button.button:not(.quiet, .visually-hidden)");
            assertThat(window.find(".errors li").count()).isEqualTo(2);
            window.find("label:text-is('" + shops.other(file) + "')").click();
            window.find("input[type=file]").first().setInputFiles(new FilePayload("新的.png", "image/png", SCAN));
            window.click("form button.button:not(.quiet, .visually-hidden)");
            assertThat(window.path()).isEqualTo(supplement + "/check");
            assertThat(window.fetch(supplement + "/sheet/pdf").status()).isEqualTo(200);
            window.go(supplement + "/sheet").go(supplement).go(supplement + "/check");
            window.click("form[action$='/submission'] button");
            assertThat(window.find(".errors").innerText()).contains("签字");
            window.find("#signed").setInputFiles(new FilePayload("签字.png", "image/png", SCAN));
            window.click("form[action$='/signed'] button");
            window.photograph("window-correction-phone");
            window.click("form[action$='/submission'] button");
            assertThat(window.text()).contains("已经交到主管部门", file.receiptNumber());
            window.click("form[action$='/acceptance'] button");
            assertThat(window.text()).contains("已经受理");
        }
    }

    private void decide(String receipt) {
        MainJob job = new MainJob(port, Device.DESKTOP, identity, organisation);
        try (Surfer reviewer = job.atTheCase(Role.REVIEW, receipt)) {
            MainJob.take(reviewer)
                    .type("form[action$='/review'] textarea", "材料齐全,符合法定条件。")
                    .click("form[action$='/review'] button");
        }
        try (Surfer decider = job.atTheCase(Role.DECISION, receipt)) {
            MainJob.take(decider).click("form[action$='/grant'] button");
        }
    }
}
