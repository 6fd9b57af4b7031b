package org.zhengtong.people.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class SessionDeskTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Sessions sessions;

    @Autowired
    AuditTrail trail;

    private People people;
    private People.Someone citizen;
    private Browser own;
    private Browser administrator;

    @BeforeEach
    void somebodyIsSignedIn() {
        people = new People(identity);
        citizen = people.someone("李云溪");
        own = signedIn(citizen);
        administrator = signedIn(people.staff(organisation, "云溪市公安局", Role.SECURITY_ADMINISTRATOR));
    }

    @Test
    void the_security_administrator_ends_somebodys_sessions_with_a_reason() {
        Browser telephone = signedIn(citizen);
        assertThat(administrator.get("/desk/sessions").body()).contains("结束登录").doesNotContain("??");

        HttpResponse<String> wrong = administrator.post("/desk/sessions", "number", "1", "reason", "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("<title>错误:结束登录", "number-wrong", "reason-wrong")
                .doesNotContain("??");
        assertThat(Browser.location(administrator.post(
                        "/desk/sessions", "number", citizen.number().value(), "reason", "本人报告手机被盗")))
                .isEqualTo("/desk/sessions?ended=2");

        assertThat(isOpen(own)).isFalse();
        assertThat(isOpen(telephone)).isFalse();
        assertThat(isOpen(administrator)).isTrue();
        assertThat(trail.find(AuditQuestion.about(citizen.id().value(), 30))).anySatisfy(leaf -> {
            assertThat(leaf.action()).isEqualTo("identity.end-sessions");
            assertThat(leaf.facts()).containsEntry("reason", "本人报告手机被盗");
        });
        assertThat(Browser.location(new Browser(port).signIn(citizen.phone(), People.PASSWORD)))
                .as("they sign in again")
                .isEqualTo("/my");
    }

    @Test
    void everybodys_sessions_end_but_the_administrators() {
        Browser clerk = signedIn(people.staff(organisation, "云溪市公安局", Role.ACCEPTANCE));
        assertThat(administrator.post("/desk/sessions/all", "all-reason", " ").statusCode())
                .isEqualTo(422);

        assertThat(Browser.location(administrator.post("/desk/sessions/all", "all-reason", "演练")))
                .startsWith("/desk/sessions?ended=");

        assertThat(isOpen(own)).isFalse();
        assertThat(isOpen(clerk)).isFalse();
        assertThat(isOpen(administrator)).isTrue();
    }

    @Test
    void nobody_else_ends_sessions_of_others() {
        Browser clerk = signedIn(people.staff(organisation, "云溪市公安局", Role.ACCEPTANCE, Role.DECISION));

        assertThat(clerk.get("/desk/sessions").statusCode()).isEqualTo(403);
        assertThat(clerk.post("/desk/sessions", "number", citizen.number().value(), "reason", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(clerk.post("/desk/sessions/all", "all-reason", "x").statusCode())
                .isEqualTo(403);
        assertThat(isOpen(own)).isTrue();
    }

    private Browser signedIn(People.Someone who) {
        Browser browser = new Browser(port);
        browser.signIn(who.phone(), People.PASSWORD);
        return browser;
    }

    private boolean isOpen(Browser browser) {
        return sessions.find(new SessionToken(browser.cookie("zt_session"))).isPresent();
    }
}
