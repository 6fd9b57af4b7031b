package org.zhengtong.services.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.calls.ReceivingSystem;
import org.zhengtong.ground.calls.ReceivingSystem.Got;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.notices.Notices;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class WebhooksTest {
    private static final Pattern PATH = Pattern.compile("/desk/webhooks/[0-9a-f-]{36}");

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    @Autowired
    Notices notices;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JdbcClient sql;

    private final ReceivingSystem there = new ReceivingSystem();
    private People people;
    private ServiceItem item;
    private Browser system;

    @BeforeEach
    void anAdministrator() {
        people = new People(identity);
        item = catalogue.items().stream()
                .filter(one -> one.name().equals("个体工商户设立登记"))
                .findFirst()
                .orElseThrow();
        system = signedIn(people.staff(organisation, "云溪市市场监督管理局", Role.SYSTEM_ADMINISTRATOR));
    }

    @AfterEach
    void close() {
        there.close();
    }

    @Test
    void from_the_form_to_the_first_message_of_a_case() {
        assertThat(system.get("/desk/webhooks").body()).contains("办件推送").doesNotContain("??");

        HttpResponse<String> added = add(there.address());

        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("签名密钥", "只显示这一次").doesNotContain("??");
        String path = path(added);
        String secret = secret(added);
        assertThat(system.get(path).body()).doesNotContain(secret, "签名密钥</h2>", "??");
        Receipt receipt = filed();
        assertThat(there.got()).isEmpty();
        deliveries.runDue();
        dispatch.runDue();
        List<Got> got = there.got().stream()
                .filter(one -> one.body().contains(receipt.receiptNumber()))
                .toList();
        assertThat(got).extracting(Got::event).containsExactly("cases.filed");
        assertThat(got.getFirst().body()).doesNotContain("林小满", "云溪小面馆");
        assertThat(system.get(path).body())
                .contains("提交申请", receipt.receiptNumber(), "已送达", "对方答复 204")
                .doesNotContain("??");
    }

    @Test
    void the_history_shows_each_failure_and_a_message_can_be_sent_now() {
        String path = path(add(there.address()));
        there.answer(500);
        system.post(path + "/trial");
        dispatch.runDue();
        HttpResponse<String> failed = system.get(path);
        assertThat(failed.body()).contains("测试消息", "对方答复 500", "等待送达", "现在就送");

        PageForm.of(failed.body(), again(failed)).send(system);
        dispatch.runDue();

        assertThat(there.got()).hasSize(2);
        assertThat(system.get(path).body()).contains("第 2 次", "对方答复 204", "再送一次");
    }

    @Test
    void it_is_paused_resumed_changed_given_another_secret_and_removed() {
        HttpResponse<String> added = add(there.address());
        String path = path(added);

        assertThat(Browser.location(system.post(path + "/pause"))).isEqualTo(path + "?done=paused");
        assertThat(system.get(path + "?done=paused").body())
                .contains("已暂停", "恢复推送")
                .doesNotContain("??");
        assertThat(system.post(path + "/trial").statusCode()).isEqualTo(409);
        assertThat(Browser.location(system.post(path + "/resume"))).isEqualTo(path + "?done=resumed");
        assertThat(system.post(path + "/topics").body()).contains("<title>错误:", "请至少选一项");
        assertThat(Browser.location(
                        system.post(path + "/topics", "topics", "cases.granted", "topics", "cases.refused")))
                .isEqualTo(path + "?done=chosen");
        assertThat(system.get(path).body())
                .contains("value=\"cases.granted\" checked")
                .doesNotContain("value=\"cases.filed\" checked");
        assertThat(secret(system.post(path + "/secret"))).isNotEqualTo(secret(added));
        assertThat(Browser.location(system.post(path + "/remove"))).isEqualTo("/desk/webhooks?done=removed");
        assertThat(system.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_wrong_with_a_form_is_said_beside_it() {
        assertThat(system.post("/desk/webhooks/new").body())
                .contains("<title>错误:", "请选择部门", "请填写接收地址", "请至少选一项")
                .doesNotContain("??");
        assertThat(add("http://example.com/hook").body()).contains("以 https:// 开头");
        assertThat(add("https://10.0.0.8/hook").body()).contains("这是内网地址");
        assertThat(add("https://169.254.169.254/latest").body()).contains("这是内网地址");
        add(there.address());
        HttpResponse<String> second = add(there.address());
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("已经登记过这个地址", there.address().replace("&", "&amp;"));
    }

    @Test
    void nobody_but_the_system_administrator_comes_here() {
        String path = path(add(there.address()));
        for (Role role : Role.values()) {
            if (role != Role.SYSTEM_ADMINISTRATOR) {
                People.Someone other = people.staff(organisation, "云溪市市场监督管理局", role);
                StaffMember member = organisation.staff(other.id()).orElseThrow();
                UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
                assertThatThrownBy(() -> notices.receivers(member)).isInstanceOf(Problem.class);
                assertThatThrownBy(() -> notices.history(member, id, OptionalLong.empty()))
                        .isInstanceOf(Problem.class);
                assertThatThrownBy(() -> notices.choose(member, id, Set.of())).isInstanceOf(Problem.class);
                assertThatThrownBy(() -> notices.renewSecret(member, id)).isInstanceOf(Problem.class);
                assertThatThrownBy(() -> notices.remove(member, id)).isInstanceOf(Problem.class);
                assertThat(signedIn(other).get(path).statusCode()).isEqualTo(403);
            }
        }
        assertThat(signedIn(people.someone("李市民")).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void the_secret_stands_sealed_in_the_database() {
        HttpResponse<String> added = add(there.address());
        UUID id = UUID.fromString(path(added).substring("/desk/webhooks/".length()));

        byte[] sealed = sql.sql("select secret from notices.receiver where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .single();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret(added));
    }

    private HttpResponse<String> add(String address) {
        HttpResponse<String> form = system.get("/desk/webhooks/new");
        return PageForm.of(form.body(), "/desk/webhooks/new")
                .with("body", item.bodyUscc())
                .with("address", address)
                .send(system);
    }

    private static String path(HttpResponse<String> page) {
        return found(PATH, page);
    }

    private static String again(HttpResponse<String> page) {
        return found(Pattern.compile(PATH.pattern() + "/messages/[0-9a-f-]{36}/again"), page);
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

    private Receipt filed() {
        People.Someone applicant = people.someone("林小满");
        return cases.file(new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of("shop_name", "云溪小面馆", "scope", "餐饮服务"),
                List.of(new HandedIn.Generated(item.materials().getFirst().id())),
                Channel.WEB));
    }
}
