package org.zhengtong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class OutsideTheDemoTest {
    @LocalServerPort
    int port;

    @Test
    void there_are_no_personas_to_sign_in_as() {
        Browser browser = new Browser(port);

        assertThat(browser.get("/demo").statusCode()).isEqualTo(404);
        assertThat(browser.post("/demo", "persona", "owner").statusCode()).isEqualTo(404);
        assertThat(browser.get("/").body()).doesNotContain("/demo");
    }
}
