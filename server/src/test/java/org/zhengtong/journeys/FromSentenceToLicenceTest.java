package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
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
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH_PHONE")
    void a_firm_is_founded_and_its_licence_fills_in_the_next_application(Device device) {
        String firm = "云溪市" + device.name().charAt(0) + "青石餐饮有限公司";
        try (Surfer citizen = new Surfer(port, device)) {
            citizen.go("/").type("#q", "我想注册一家公司开面馆").page().keyboard().press("Enter");
            citizen.page().waitForURL("**/search?**");
            citizen.look();
            assertThat(citizen.text()).contains("设立登记");
            citizen.go("/search?q=注册公司").click(".result a:has-text('企业设立登记')");
            citizen.click("form[action$='/start'] button:visible");
            MainJob.register(citizen);

            String receipt = MainJob.file(citizen, Map.of("企业名称", firm, "经营范围", "餐饮服务。", "股东", "林青石出资 60 万元。"));
            String matter = MainJob.matter(citizen);
            new MainJob(port, device, identity, organisation).decide(receipt);

            citizen.go(matter);
            assertThat(citizen.text()).contains("办结：准予");
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

    private static void foodLicence(Surfer citizen, String firm) {
        MainJob.start(citizen, "开饭店", "食品经营许可");
        if (citizen.heading().contains("为谁")) {
            citizen.find("label:has-text('" + firm + "')").click();
            citizen.click("main form button");
        }
        String draft = MainJob.draft(citizen);
        citizen.go(draft + "/questions/applicant");
        assertThat(citizen.find("main").innerText()).contains("来自").contains("营业执照");
        assertThat(citizen.page().content()).contains(firm);

        MainJob.file(citizen.go(draft), Map.of("店名", "青石面馆"));

        assertThat(citizen.text()).contains("食品经营许可");
    }
}
