package org.zhengtong.services.systems.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.systems.Systems;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class SystemPagesTest {
    private static final Pattern PATH = Pattern.compile("/desk/systems/[0-9a-f-]{36}");
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Systems systems;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    private People people;
    private Browser administrator;
    private String name;

    @BeforeEach
    void anAdministrator() {
        people = new People(identity);
        administrator = signedIn(people.staff(organisation, "云溪市市场监督管理局", Role.SYSTEM_ADMINISTRATOR));
        name = "市监审批系统 " + ++count;
    }

    @Test
    void from_the_form_to_the_first_call_in_the_history() {
        assertThat(administrator.get("/desk/systems").body()).contains("部门系统").doesNotContain("??");
        HttpResponse<String> added = add();
        assertThat(added.body()).contains("签名密钥", "只显示这一次").doesNotContain("??");
        String path = found(PATH, added);
        String secret = secret(added);
        assertThat(administrator.get(path).body()).doesNotContain(secret, "签名密钥</h2>", "??");
        CallingProgram program = new CallingProgram(port, path.substring("/desk/systems/".length()), secret, clock);

        assertThat(program.get("/api/v1/systems/cases").statusCode()).isEqualTo(200);
        assertThat(program.post("/api/v1/systems/cases/" + new UUID(5, 5) + "/accept", "{\"result\": \"ACCEPTED\"}")
                        .statusCode())
                .isEqualTo(404);

        assertThat(administrator.get(path).body())
                .contains("查看", "受理", "cases.unknown", new UUID(5, 5).toString())
                .doesNotContain("??");
        assertThat(administrator.get("/desk/systems").body()).contains(name, "可以调用");
    }

    @Test
    void it_is_blocked_let_in_again_changed_and_given_another_secret() {
        HttpResponse<String> added = add();
        String path = found(PATH, added);

        assertThat(Browser.location(administrator.post(path + "/block"))).isEqualTo(path + "?done=blocked");
        assertThat(administrator.get(path + "?done=blocked").body())
                .contains("已停用", "恢复这个系统")
                .doesNotContain("??");
        assertThat(Browser.location(administrator.post(path + "/unblock"))).isEqualTo(path + "?done=unblocked");
        assertThat(administrator.post(path + "/duties").body()).contains("<title>错误:", "请至少选一项");
        assertThat(Browser.location(administrator.post(path + "/duties", "duties", "REVIEW")))
                .isEqualTo(path + "?done=chosen");
        assertThat(administrator.get(path).body())
                .contains("value=\"REVIEW\" checked")
                .doesNotContain("value=\"DECISION\" checked");
        assertThat(secret(administrator.post(path + "/secret"))).isNotEqualTo(secret(added));
    }

    @Test
    void what_is_wrong_with_a_form_is_said_beside_it() {
        assertThat(administrator.post("/desk/systems/new").body())
                .contains("<title>错误:", "请选择部门", "请填写系统名称", "请至少选一项")
                .doesNotContain("??");
        add();
        HttpResponse<String> second = add();
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("已经登记过同名的系统");
    }

    @Test
    void nobody_but_the_system_administrator_comes_here() {
        String path = found(PATH, add());
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        for (Role role : Role.values()) {
            if (role != Role.SYSTEM_ADMINISTRATOR) {
                People.Someone other = people.staff(organisation, "云溪市市场监督管理局", role);
                StaffMember member = organisation.staff(other.id()).orElseThrow();
                assertThatThrownBy(() -> systems.systems(member)).isInstanceOf(Problem.class);
                assertThatThrownBy(() -> systems.history(member, id, OptionalLong.empty()))
                        .isInstanceOf(Problem.class);
                assertThatThrownBy(() -> systems.choose(member, id, Set.of())).isInstanceOf(Problem.class);
                assertThatThrownBy(() -> systems.renewSecret(member, id)).isInstanceOf(Problem.class);
                assertThatThrownBy(() -> systems.block(member, id)).isInstanceOf(Problem.class);
                assertThat(signedIn(other).get(path).statusCode()).isEqualTo(403);
            }
        }
        assertThat(signedIn(people.someone("李市民")).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void the_secret_stands_sealed_in_the_database() {
        HttpResponse<String> added = add();
        UUID id = UUID.fromString(found(PATH, added).substring("/desk/systems/".length()));

        byte[] sealed = sql.sql("select secret from systems.system where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .single();

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(secret(added));
    }

    private HttpResponse<String> add() {
        HttpResponse<String> form = administrator.get("/desk/systems/new");
        return PageForm.of(form.body(), "/desk/systems/new")
                .with(
                        "body",
                        organisation
                                .bodyNamed("云溪市市场监督管理局")
                                .orElseThrow()
                                .uscc()
                                .value())
                .with("name", name)
                .send(administrator);
    }

    private static String secret(HttpResponse<String> page) {
        return found(Pattern.compile("(?<=<code class=\"code\">)[\\w-]{43}(?=</code>)"), page);
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher found = pattern.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group();
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
