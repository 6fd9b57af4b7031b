package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.zhengtong.testing.ZhengtongTest;

/** Somebody of the demo city signs in to the invented readers' system of the library. */
@ZhengtongTest
@ActiveProfiles("demo")
class LibraryTest {
    @LocalServerPort
    int port;

    @Test
    void a_reader_signs_in_agrees_and_ends_it_again() {
        try (Surfer surfer = new Surfer(port, Device.DESKTOP)) {
            surfer.go("/demo").click("form:has(input[value='noodles']) button");
            surfer.go("/demo/library").click("main form button");
            assertThat(surfer.heading()).contains("想知道您是谁");
            surfer.photograph("consent-desktop");
            surfer.find("button[value=true]").click();
            surfer.page().waitForURL("**/demo/library/back?code=**");
            surfer.look();
            assertThat(surfer.text()).contains("您好", "+86154", "confirmed").doesNotContain("110105");
            surfer.photograph("library-desktop");

            surfer.go("/demo/library").find("main form button").click();
            surfer.page().waitForURL("**/demo/library/back?code=**");
            surfer.look();
            assertThat(surfer.heading()).contains("您好");

            surfer.go("/my/clients").photograph("my-clients-desktop");
            surfer.click("main .card form button");
            assertThat(surfer.text()).contains("已结束");
            surfer.go("/demo/library").click("main form button");
            assertThat(surfer.heading()).contains("想知道您是谁");
            surfer.find("button[value=false]").click();
            surfer.page().waitForURL(Pattern.compile(".*/demo/library/back\\?.*error=access_denied.*"));
            assertThat(surfer.heading()).isEqualTo("没有登录");

            surfer.go("/demo").click("form:has(input[value='system']) button");
            surfer.go("/desk/clients").photograph("desk-clients");
            surfer.click("main table a").photograph("desk-client");
            surfer.go("/desk/clients/new").photograph("desk-client-new");
        }
    }
}
