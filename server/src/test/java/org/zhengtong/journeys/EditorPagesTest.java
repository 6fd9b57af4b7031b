package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.zhengtong.testing.ZhengtongTest;

/**
 * A steward of the demo city looks at every page of the editors of lists and of the preview, on a phone and
 * a desktop; with large letters and in English {@link EveryPageTest} looks at one page of each kind.
 */
@ZhengtongTest
@ActiveProfiles("demo")
class EditorPagesTest {
    private static final String ITEM = "食品经营许可";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DARK_DESKTOP"})
    void every_page_keeps_to_the_rules(Device device) {
        try (Surfer surfer = new Surfer(port, device)) {
            surfer.go("/demo").click("form:has(input[value='steward']) button");
            surfer.go("/desk/items?q=" + ITEM).click("tbody a[href$='/versions']");
            surfer.click("main form[action='/desk/entries/from'] button, main a[href^='/desk/entries/']");
            String draft = surfer.path().replaceFirst("\\?.*", "");
            assertThat(draft).startsWith("/desk/entries/");

            List<String> pages = List.of(
                    "/parts/materials",
                    "/parts/materials/m1",
                    "/parts/guide",
                    "/parts/guide/situations/new",
                    "/parts/guide/handling/new",
                    "/parts/form",
                    "/parts/form/sections/new",
                    "/parts/form/fields/new?section=business",
                    "/parts/form/fields/cold_room",
                    "/parts/questions",
                    "/parts/questions/1",
                    "/preview?as=phone",
                    "/preview?as=desktop",
                    "/preview?as=kiosk",
                    "/preview?as=paper",
                    "/preview/phone",
                    "/preview/kiosk",
                    "/preview/phone/form/business",
                    "/preview/paper");
            for (String page : pages) {
                surfer.go(draft + page);
                surfer.photograph("editor-" + device + page.replaceAll("[/?=]", "-"));
            }
            surfer.go(draft + "/parts/questions/new").click("main form[action$='/new'] button.button");
            assertThat(surfer.heading()).isNotBlank();
            surfer.photograph("editor-" + device + "-wrong");
        }
    }
}
