package org.zhengtong.people.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** Two sessions of one person are open while their duties change: the next request of each finds them changed. */
@ZhengtongTest
class RolesAtOnceTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Staffing staffing;

    private People.Someone someone;
    private StaffMember security;
    private Uscc body;
    private Browser office;
    private Browser home;

    @BeforeEach
    void twoSessions() {
        People people = new People(identity);
        body = People.uscc();
        organisation.put(
                new Body(body, "云溪市试验局" + body.value(), "339900", "试验路 1 号", "工作日 9:00–17:00", "0509-1", "0509-2"));
        someone = people.someone("张窗口");
        People.Someone administrator = people.someone("张安全");
        organisation.appoint(administrator.id(), body, "安全", Set.of(Role.SECURITY_ADMINISTRATOR));
        security = organisation.staff(administrator.id()).orElseThrow();
        office = signedIn();
        home = signedIn();
    }

    @Test
    void a_role_given_opens_its_desk_in_every_session_at_once() {
        assertThat(office.get("/desk/audit").statusCode()).isEqualTo(403);
        assertThat(home.get("/my").body()).doesNotContain("工作台");

        staffing.appoint(security, someone.id(), body, "审计", Set.of(Role.AUDIT_ADMINISTRATOR));

        for (Browser session : new Browser[] {office, home}) {
            assertThat(session.get("/desk/audit").statusCode()).isEqualTo(200);
            assertThat(session.get("/my").body()).contains("工作台");
        }
    }

    @Test
    void a_role_taken_closes_its_desk_in_every_session_at_once() {
        staffing.appoint(security, someone.id(), body, "审计", Set.of(Role.AUDIT_ADMINISTRATOR));
        assertThat(office.get("/desk/audit").body()).contains("href=\"/desk/audit\"");
        assertThat(home.get("/desk/audit").statusCode()).isEqualTo(200);

        staffing.appoint(security, someone.id(), body, "窗口", Set.of(Role.ACCEPTANCE));

        for (Browser session : new Browser[] {office, home}) {
            assertThat(session.get("/desk/audit").statusCode()).isEqualTo(403);
            assertThat(session.get("/desk").body()).doesNotContain("href=\"/desk/audit\"");
        }
    }

    @Test
    void whoever_is_dismissed_is_a_citizen_in_every_session_at_once() {
        staffing.appoint(security, someone.id(), body, "窗口", Set.of(Role.ACCEPTANCE));
        assertThat(office.get("/desk").statusCode()).isEqualTo(200);
        assertThat(home.get("/my").body()).contains("工作台");

        staffing.dismiss(security, someone.id());

        for (Browser session : new Browser[] {office, home}) {
            assertThat(session.get("/desk").statusCode()).isEqualTo(403);
            assertThat(session.get("/my").statusCode()).isEqualTo(200);
            assertThat(session.get("/my").body()).doesNotContain("工作台");
        }
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
