package org.zhengtong.people.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.RealName;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class IdentityProofTest {
    private static final String BACK = "/my/security/proof/face/back";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Accounts accounts;

    private Browser browser;
    private People.Someone someone;

    @BeforeEach
    void signedIn() {
        someone = new People(identity).someone("李云溪");
        browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
    }

    @Test
    void whoever_shows_themselves_has_the_higher_level_and_the_page_says_it_is_a_demonstration() {
        assertThat(browser.get("/my/security").body()).contains("href=\"/my/security/proof/network-identity\"");
        String state = state();

        assertThat(Browser.location(browser.get(BACK + "?shown=yes&state=" + state)))
                .isEqualTo("/my/security?done=shown");
        assertThat(accounts.realNameOf(someone.id())).isEqualTo(RealName.SHOWN);
        assertThat(browser.get("/my/security?done=shown").body())
                .contains("已本人核验")
                .doesNotContain("??");
        assertThat(Browser.location(browser.get(BACK + "?shown=yes&state=" + state)))
                .as("an answer counts once")
                .isEqualTo("/my/security?done=not-shown");
    }

    @Test
    void an_answer_nobody_asked_for_or_another_person_was_asked_for_raises_nothing() {
        Browser other = new Browser(port);
        other.signIn(new People(identity).someone("王旁人").phone(), People.PASSWORD);
        String state = state();

        for (String query : new String[] {"", "?shown=yes", "?shown=yes&state=AAAA", "?shown=yes&state=!!"}) {
            assertThat(Browser.location(browser.get(BACK + query))).isEqualTo("/my/security?done=not-shown");
        }
        assertThat(Browser.location(other.get(BACK + "?shown=yes&state=" + state)))
                .isEqualTo("/my/security?done=not-shown");
        assertThat(Browser.location(browser.get("/my/security/proof/network-identity/back?shown=yes&state=" + state)))
                .isEqualTo("/my/security?done=not-shown");
        assertThat(Browser.location(browser.get(BACK + "?shown=no&state=" + state)))
                .isEqualTo("/my/security?done=not-shown");
        assertThat(accounts.realNameOf(someone.id())).isEqualTo(RealName.CONFIRMED);
        assertThat(browser.get("/my/security/proof/iris").statusCode()).isEqualTo(404);
    }

    /** As it stands on the page of the service. */
    private String state() {
        String before = browser.get("/my/security/proof/face").body();
        assertThat(before).contains("没有连接真的核验服务").doesNotContain("??");
        String address =
                before.replaceAll("(?s).*href=\"(/demo-proof[^\"]+)\".*", "$1").replace("&amp;", "&");
        String page = browser.get(address).body();
        assertThat(page).contains("只给演示用").doesNotContain("??");
        return PageForm.of(page, BACK).value("state");
    }
}
