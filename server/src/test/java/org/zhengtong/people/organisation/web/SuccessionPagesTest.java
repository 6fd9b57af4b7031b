package org.zhengtong.people.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Succession;
import org.zhengtong.people.organisation.Successions;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** The system administrator names who goes on in the place of a body. */
@ZhengtongTest
class SuccessionPagesTest {
    private static final String FAR = "2099-01-01";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Successions successions;

    private People people;
    private Uscc body;
    private Uscc next;

    @BeforeEach
    void two_bodies() {
        people = new People(identity);
        body = aBody();
        next = aBody();
    }

    @Test
    void bad_input_is_told_with_what_was_typed_kept_and_nothing_written() {
        Browser browser = signedIn(staff(Role.SYSTEM_ADMINISTRATOR));
        assertThat(browser.get("/desk/bodies/" + body.value()).body()).contains(path(body));
        assertThat(browser.get(path(body)).body())
                .contains("在办办件", "工作人员不会自动调动")
                .doesNotContain("??");

        String answer = browser.post(
                        path(body), "successor", body.value(), "from", "2020-01-01", "document", "", "reason", "职责合并")
                .body();

        assertThat(answer).contains("<title>错误:", "没有撤销的机构", "不早于今天", "请填写", "value=\"职责合并\"");
        assertThat(named(body)).isFalse();
    }

    @Test
    void a_successor_is_named_shown_and_taken_back_before_its_day() {
        Browser browser = signedIn(staff(Role.SYSTEM_ADMINISTRATOR));

        assertThat(Browser.location(name(browser, body, next))).isEqualTo("/desk/bodies?done=succession");

        assertThat(browser.get("/desk/bodies").body())
                .contains("由云溪市试验局" + next.value() + "承接")
                .doesNotContain("??");
        assertThat(browser.get(path(body)).body()).contains("试编〔2026〕1号", "可以收回");
        assertThat(name(browser, body, aBody()).statusCode()).isEqualTo(409);
        browser.post(path(body) + "/take-back");
        assertThat(named(body)).isFalse();
        assertThat(browser.post(path(body) + "/take-back").statusCode()).isEqualTo(409);
    }

    @Test
    void successors_make_no_circle() {
        Browser browser = signedIn(staff(Role.SYSTEM_ADMINISTRATOR));
        name(browser, body, next);

        assertThat(name(browser, next, body).body()).contains("没有撤销的机构");
        assertThat(Browser.location(name(browser, next, aBody()))).isEqualTo("/desk/bodies?done=succession");
        browser.post(path(body) + "/take-back");
        browser.post(path(next) + "/take-back");
    }

    @Test
    void nobody_else_names_a_successor() {
        for (Role role : new Role[] {Role.SECURITY_ADMINISTRATOR, Role.DECISION}) {
            StaffMember other = organisation.staff(staff(role).id()).orElseThrow();
            assertThatThrownBy(() -> successions.name(
                            other, body, new Successions.Named(next.value(), FAR, "试编〔2026〕1号", "职责合并")))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> successions.estate(other, body)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> successions.takeBack(other, body)).isInstanceOf(Problem.class);
        }
    }

    private HttpResponse<String> name(Browser browser, Uscc gone, Uscc successor) {
        return browser.post(
                path(gone), "successor", successor.value(), "from", FAR, "document", "试编〔2026〕1号", "reason", "职责合并");
    }

    private boolean named(Uscc gone) {
        return successions.all().stream().map(Succession::body).anyMatch(gone::equals);
    }

    private static String path(Uscc of) {
        return "/desk/bodies/" + of.value() + "/succession";
    }

    private Uscc aBody() {
        Uscc code = People.uscc();
        organisation.put(
                new Body(code, "云溪市试验局" + code.value(), "339900", "试验路 1 号", "工作日 9:00–17:00", "0509-1", "0509-2"));
        return code;
    }

    private People.Someone staff(Role role) {
        People.Someone person = people.someone("张系统");
        organisation.appoint(person.id(), body, "岗位", Set.of(role));
        return person;
    }

    private Browser signedIn(People.Someone person) {
        Browser browser = new Browser(port);
        browser.signIn(person.phone(), People.PASSWORD);
        return browser;
    }
}
