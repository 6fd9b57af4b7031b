package org.zhengtong.people.clients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;

/** The system administrator registers and looks after clients. */
@ZhengtongTest
class ClientDeskTest {
    private static final String BODY = "云溪市市场监督管理局";
    private static final Pattern SECRET = Pattern.compile("<code class=\"code\">([A-Za-z0-9_-]{43})</code>");
    private static final Pattern PATH = Pattern.compile("action=\"(/desk/clients/[0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    AuditTrail trail;

    private People.Someone administrator;
    private Browser browser;
    private String uscc;

    @BeforeEach
    void signIn() {
        administrator = new People(identity).staff(organisation, BODY, Role.SYSTEM_ADMINISTRATOR);
        browser = new Browser(port);
        browser.signIn(administrator.phone(), People.PASSWORD);
        uscc = organisation.bodyNamed(BODY).orElseThrow().uscc().value();
    }

    @Test
    void a_client_is_registered_and_its_secret_shown_once() {
        HttpResponse<String> registered = register("图书馆读者系统");

        assertThat(registered.statusCode()).isEqualTo(200);
        String secret = first(SECRET, registered.body());
        String path = first(PATH, registered.body());
        assertThat(browser.get(path).body())
                .contains("图书馆读者系统", "https://readers.example/back", "还没有通知过")
                .doesNotContain(secret, "??");
        assertThat(browser.get("/desk/clients").body())
                .contains("图书馆读者系统", "正常")
                .doesNotContain("??");
        assertThat(trail.find(AuditQuestion.everything(1)).getFirst().action()).isEqualTo("clients.register");
        assertThat(register("图书馆读者系统").body()).contains("已经登记过同名的系统");

        HttpResponse<String> renewed = browser.post(path + "/secret");
        assertThat(first(SECRET, renewed.body())).isNotEqualTo(secret);
        browser.post(path + "/suspend");
        assertThat(browser.get(path + "?done=suspended").body()).contains("已暂停").doesNotContain("??");
        browser.post(path + "/resume");
        assertThat(browser.get(path).body()).doesNotContain("已暂停");
    }

    private HttpResponse<String> register(String name) {
        return browser.post(
                "/desk/clients/new",
                "name",
                name,
                "body",
                uscc,
                "purpose",
                "办理借书证",
                "proof",
                "SECRET",
                "redirects",
                "https://readers.example/back\r\nhttps://readers.example/other",
                "logout",
                "https://readers.example/logout",
                "scopes",
                "openid",
                "scopes",
                "phone",
                "refresh",
                "true");
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', 请填写这一项",
        "purpose, '', 请填写这一项",
        "body, 1, 请选择运行机构",
        "proof, MAYBE, 请选择系统怎样证明自己",
        "redirects, '', 请至少填写一个",
        "redirects, http://readers.example/back, 有的地址不对",
        "redirects, https://readers.example/back#x, 有的地址不对",
        "redirects, https://READERS.example/back, 有的地址不对",
        "redirects, javascript:alert(1), 有的地址不对",
        "redirects, https://user@readers.example/, 有的地址不对",
        "afterSignOut, ftp://readers.example, 有的地址不对",
        "logout, http://readers.example, 地址不对",
        "logout, https://10.1.2.3/logout, 内部网络",
        "scopes, everything, 请至少选择",
        "scopes, '', 请至少选择"
    })
    void what_is_typed_wrong_is_said_beside_the_field(String field, String value, String sentence) {
        HttpResponse<String> answer = browser.post(
                "/desk/clients/new",
                "name",
                field.equals("name") ? value : "错的",
                "body",
                field.equals("body") ? value : uscc,
                "purpose",
                field.equals("purpose") ? value : "试试",
                "proof",
                field.equals("proof") ? value : "SECRET",
                "redirects",
                field.equals("redirects") ? value : "https://readers.example/back",
                "afterSignOut",
                field.equals("afterSignOut") ? value : "",
                "logout",
                field.equals("logout") ? value : "",
                "scopes",
                field.equals("scopes") ? value : "openid");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence, "href=\"#" + field + "\"").doesNotContain("??");
    }

    @Test
    void keys_of_a_client_are_public_ones() {
        for (String keys :
                new String[] {"", "x", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}", "[]"}) {
            HttpResponse<String> answer = browser.post(
                    "/desk/clients/new",
                    "name",
                    "钥匙",
                    "body",
                    uscc,
                    "purpose",
                    "试试",
                    "proof",
                    "KEY",
                    "redirects",
                    "https://readers.example/back",
                    "scopes",
                    "openid",
                    "keys",
                    keys);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("公钥不对");
        }
    }

    @Test
    void a_change_is_in_force_at_once_and_leaves_body_and_proof() {
        String path = first(PATH, register("变化的系统").body());

        HttpResponse<String> changed = browser.post(
                path,
                "name",
                "变化了的系统",
                "purpose",
                "办理借书证",
                "redirects",
                "https://readers.example/new",
                "scopes",
                "openid");

        assertThat(Browser.location(changed)).isEqualTo(path + "?done=changed");
        assertThat(browser.get(path).body()).contains("变化了的系统", "https://readers.example/new");
        assertThat(browser.post(path, "name", "", "scopes", "openid").statusCode())
                .isEqualTo(422);
    }

    @Test
    void programs_do_the_same() {
        String bearer = new Browser(port).bearer(administrator.phone(), People.PASSWORD);
        String settings = """
                {"name":"程序登记的系统","purpose":"办理借书证","redirects":["https://readers.example/back"],
                 "scopes":["openid","profile"]}""";

        JsonNode made = Visit.json(browser.call(
                "POST",
                "/api/v1/staff/clients",
                bearer,
                "{\"body\":\"%s\",\"proof\":\"SECRET\",\"settings\":%s}".formatted(uscc, settings)));
        String path = "/api/v1/staff/clients/" + made.at("/client/id").asString();
        assertThat(made.path("secret").asString()).hasSize(43);

        JsonNode changed = Visit.json(browser.call("PUT", path, bearer, settings.replace("程序登记的系统", "程序改过的系统")));
        assertThat(changed.path("name").asString()).isEqualTo("程序改过的系统");
        assertThat(Visit.json(browser.call("POST", path + "/suspension", bearer, "{}"))
                        .path("suspended")
                        .asBoolean())
                .isTrue();
        assertThat(Visit.json(browser.call("DELETE", path + "/suspension", bearer, ""))
                        .path("suspended")
                        .asBoolean())
                .isFalse();
        assertThat(Visit.json(browser.call("POST", path + "/secret", bearer, "{}"))
                        .path("secret")
                        .asString())
                .isNotEqualTo(made.path("secret").asString());
        HttpResponse<String> wrong =
                browser.call("PUT", path, bearer, settings.replace("https://readers", "http://readers"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("redirects");
        assertThat(browser.call("GET", "/api/v1/staff/clients", bearer, "").body())
                .contains("程序改过的系统");
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
