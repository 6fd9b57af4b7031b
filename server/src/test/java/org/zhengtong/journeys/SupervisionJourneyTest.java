package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.zhengtong.testing.ZhengtongTest;

/** A red card of the demo city: the overseer sees it, the post explains it, the head says what is done about it. */
@ZhengtongTest
@ActiveProfiles("demo")
class SupervisionJourneyTest {
    @LocalServerPort
    int port;

    @Test
    void a_late_case_is_seen_explained_and_mended() {
        try (Surfer overseer = as("overseer", Device.DESKTOP)) {
            overseer.go("/desk/supervision");
            overseer.photograph("supervision-desktop");
            assertThat(overseer.text()).contains("最近八周", "各部门");
            overseer.click("main a[href='/desk/supervision/cases?light=RED']");
            assertThat(overseer.text()).contains("已超期");
            overseer.click("main table a");
            assertThat(overseer.text()).contains("提交");
        }
        String card;
        try (Surfer reviewer = as("reviewer", Device.PHONE)) {
            reviewer.go("/desk/cards");
            Locator waiting = reviewer.find("main a[href^='/desk/cards/']");
            assertThat(waiting.count()).isPositive();
            card = waiting.first().getAttribute("href");
            reviewer.go(card).find("form[action$='/reason'] textarea").fill("检验报告昨天才到，今天办结。");
            reviewer.click("form[action$='/reason'] button");
            assertThat(reviewer.text()).contains("检验报告昨天才到");
        }
        try (Surfer head = as("decider", Device.PHONE)) {
            head.go(card).find("form[action$='/measure'] textarea").fill("由副科长督促，以后提前催要报告。");
            head.photograph("supervision-card-phone");
            head.click("form[action$='/measure'] button");
            assertThat(head.text()).contains("已整改", "提前催要报告");
        }
    }

    private Surfer as(String persona, Device device) {
        Surfer surfer = new Surfer(port, device);
        surfer.go("/demo").click("form:has(input[value='" + persona + "']) button");
        return surfer;
    }
}
