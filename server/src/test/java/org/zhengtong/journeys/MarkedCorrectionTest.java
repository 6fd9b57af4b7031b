package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.ZhengtongTest;

/** A clerk draws on what was handed in; the citizen sees the place on the telephone, corrects it, and the desk compares. */
@ZhengtongTest
class MarkedCorrectionTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Test
    void what_is_marked_is_corrected_on_a_telephone_and_compared_at_the_desk() throws IOException {
        try (Surfer citizen = new Surfer(port, Device.PHONE)) {
            citizen.go("/search?q=注册公司").click(".result a:has-text('企业设立登记')");
            citizen.click("form[action$='/start'] button:visible");
            MainJob.register(citizen);
            String receipt = MainJob.file(citizen, Map.of("企业名称", "云溪市标青石餐饮有限公司", "姓名或者名称", "林青石"));
            String matter = MainJob.matter(citizen);

            MainJob job = new MainJob(port, Device.DESKTOP, identity, organisation);
            try (Surfer clerk = job.atTheCase(Role.ACCEPTANCE, receipt)) {
                MainJob.take(clerk);
                String atDesk = clerk.path().replaceAll("\\?.*", "");
                String material = mark(clerk);
                notice(clerk.go(atDesk), material);
                correct(citizen.go(matter));
                compare(clerk.go(atDesk));
            }
        }
    }

    /** @return the id of the material */
    private static String mark(Surfer clerk) {
        String marks = clerk.find("a[href*='/marks/']").first().getAttribute("href");
        clerk.go(marks).click("#mark button");
        assertThat(clerk.find(".errors").innerText()).contains("框不在这一页上");
        BoundingBox box = clerk.find(".marked-picture").boundingBox();
        var mouse = clerk.page().mouse();
        mouse.move(box.x + box.width * .2, box.y + box.height * .3);
        mouse.down();
        mouse.move(box.x + box.width * .6, box.y + box.height * .5);
        mouse.up();
        assertThat(Double.parseDouble(clerk.find("#width").inputValue())).isBetween(38.0, 42.0);
        clerk.type("#words", "公章看不清").click("#mark button");
        assertThat(clerk.find(".marked-picture rect").count()).isEqualTo(1);
        clerk.photograph("marks-desktop");

        return marks.substring(marks.lastIndexOf('/') + 1);
    }

    private static void notice(Surfer clerk, String material) {
        clerk.find("form[action$='/correction-request']")
                .locator("xpath=ancestor::details")
                .locator("summary")
                .click();
        name(clerk, "MATERIAL:" + material, "盖章不清楚。", "请重新拍照上传。");
        name(clerk, "FIELD:shareholders", "少了一位股东。", "请把所有股东都写上。");
        clerk.click("form[action$='/correction-request'] button.button");
        assertThat(clerk.text()).contains("待补正");
    }

    private static void name(Surfer clerk, String point, String wrong, String remedy) {
        Locator form = clerk.find("form[action$='/correction-request']");
        form.locator("input[value='" + point + "']").check();
        form.locator("input[name='wrong:" + point + "']").fill(wrong);
        form.locator("input[name='remedy:" + point + "']").fill(remedy);
    }

    private static void correct(Surfer citizen) throws IOException {
        assertThat(citizen.find(".notice").first().innerText()).contains("公章看不清", "少了一位股东");
        assertThat(citizen.find(".notice .marked-picture rect").count()).isEqualTo(1);
        citizen.click("a[href$='/correction']");
        assertThat(citizen.find(".marked-picture rect").getAttribute("width")).endsWith("%");
        citizen.photograph("correction-marked-phone");
        Locator second = citizen.find("section.entry").nth(1);
        second.locator("input[id$='shareholder_name']").fill("周青石");
        citizen.click("button[name=add]");
        assertThat(citizen.find("section.entry").count()).isEqualTo(3);
        second = citizen.find("section.entry").nth(1);
        assertThat(second.locator("input[id$='shareholder_name']").inputValue())
                .as("nothing is lost")
                .isEqualTo("周青石");
        citizen.click("form button.button:not(.quiet, .visually-hidden)");
        assertThat(citizen.find(".errors li").count()).isGreaterThan(1);
        second.locator("input[id$='shareholder_amount']").fill("40");
        second.locator("input[type=radio]").first().check();
        citizen.find("input[type=file]").first().setInputFiles(new FilePayload("新的.png", "image/png", picture()));
        citizen.click("form button.button:not(.quiet, .visually-hidden)");
        assertThat(citizen.path()).matches("/my/cases/[0-9a-f-]{36}");
        assertThat(citizen.text()).contains("已收件");
    }

    private static void compare(Surfer clerk) {
        clerk.click("a[href$='/changes']");
        clerk.photograph("changes-desktop");
        assertThat(clerk.find("ins").allInnerTexts()).contains("周青石", "40");
        assertThat(clerk.find(".side-by-side img").count()).isEqualTo(2);
        for (Locator side : clerk.find(".side-by-side a").all()) {
            assertThat(clerk.fetch(side.getAttribute("href")).status()).isEqualTo(200);
        }
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        image.setRGB(10, 10, 0xB5261E);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(image, "png", content);
        return content.toByteArray();
    }
}
