package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** Somebody opens a takeaway as one thing: answered once, submitted once, decided body by body. */
@ZhengtongTest
class OneThingJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Test
    void a_takeaway_is_filed_once_and_the_food_permit_begins_when_the_licence_is_there() {
        People.Someone owner = new People(identity).someone("林青石");
        try (Surfer citizen = new Surfer(port, Device.PHONE).signIn(owner.phone(), People.PASSWORD)) {
            citizen.go("/bundles/B008");
            for (String answer : List.of("还没有", "只做外卖或者档口", "不做")) {
                citizen.find("main form[method=get] label:text-is('" + answer + "')")
                        .first()
                        .click();
            }
            citizen.click("main form[method=get] button").click("form[action='/bundles/B008/start'] button");
            new FormFiller(citizen, Map.of("店名", "青石外卖")).fillIn();
            citizen.find("#declared").check();
            citizen.click("main form button.button");

            assertThat(citizen.path()).startsWith("/my/joint/");
            String matter = citizen.path();
            assertThat(citizen.text()).contains("2 项中已办成 0 项", "等“个体工商户设立登记”办成后自动开始");
            citizen.photograph("one-thing-phone");
            String shop = citizen.find("main li:has-text('个体工商户设立登记') small .num")
                    .first()
                    .innerText()
                    .strip();

            MainJob job = new MainJob(port, Device.DESKTOP, identity, organisation);
            try (Surfer clerk = job.atTheCase(Role.ACCEPTANCE, shop)) {
                clerk.click("main a[href^='/desk/joint/']");
                assertThat(clerk.heading()).contains("开办餐饮店");
            }
            job.decide(shop);

            citizen.go(matter);
            assertThat(citizen.text()).contains("2 项中已办成 1 项", "准予行政许可决定书").doesNotContain("办成后自动开始");
            citizen.click("main li:has-text('食品经营许可') a");
            assertThat(citizen.heading()).isEqualTo("食品经营许可");
            assertThat(citizen.text()).contains("这是“一件事”中的一项");
        }
    }
}
