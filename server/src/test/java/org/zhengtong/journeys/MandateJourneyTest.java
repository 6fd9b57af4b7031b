package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.ZhengtongTest;

/** A legal representative appoints an agent for one item; a mother becomes guardian at a window and acts for her child. */
@ZhengtongTest
class MandateJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clock clock;

    private People people;

    @BeforeEach
    void people() {
        people = new People(identity);
    }

    @Test
    void an_agent_with_one_item_files_it_in_the_firms_name() {
        Someone representative = people.someone("李青禾");
        Someone agent = people.someone("王经办");
        try (Surfer phone = new Surfer(port, Device.PHONE).signIn(representative.phone(), People.PASSWORD)) {
            phone.go("/my/firms/new").type("#uscc", People.uscc().value()).type("#name", "云溪市青禾餐饮有限公司");
            phone.type("#legalRepresentative", representative.name()).click("main form button");
            phone.click("main a[href$='/agents']");
            assertThat(phone.text()).contains("法定代表人已经本人确认", "李青禾");
            phone.photograph("mandate-agents-phone");
            phone.click("main a[href^='/my/mandates/new']");
            phone.type("#name", agent.name()).type("#number", agent.number().value());
            phone.type("#find", "食品经营许可").click("button[value=find]");
            phone.find("#found-0").check();
            phone.type("#until", LocalDate.now(clock).plusDays(20).toString());
            phone.photograph("mandate-new-phone");
            phone.click("button[value=draw]");
            assertThat(phone.text()).contains("授权委托书", "云溪市青禾餐饮有限公司", "王经办");
            phone.photograph("mandate-sign-phone");
            phone.click("button[value=sign]");
            assertThat(phone.text()).contains("已签署", "待接受", "内容与签名一致");
            phone.photograph("mandate-one-phone");
        }
        try (Surfer desktop = new Surfer(port, Device.DESKTOP).signIn(agent.phone(), People.PASSWORD)) {
            desktop.go("/my/mandates");
            desktop.photograph("mandates-desktop");
            desktop.click("form[action$='/acceptance'] button");
            desktop.go("/my/firms");
            desktop.photograph("mandate-firms-desktop");
            desktop.click("main form:has(input[name=firm]:not([value=''])) button");
            desktop.go("/search?q=食品经营许可").click(".result a").click("form[action$='/start'] button:visible");
            assertThat(desktop.text()).contains("云溪市青禾餐饮有限公司");
        }
    }

    @Test
    void a_mother_asks_a_window_confirms_and_she_acts_for_her_child() {
        Someone mother = people.someone("周母亲");
        IdentityNumber child = People.number(LocalDate.now(clock).minusYears(7));
        Someone clerk = people.staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE);
        try (Surfer phone = new Surfer(port, Device.PHONE).signIn(mother.phone(), People.PASSWORD)) {
            phone.go("/my/mandates/ward").type("#name", "周小满").type("#number", child.value());
            phone.type("#note", "户口簿，我是母亲，户号 330123456");
            phone.photograph("mandate-ward-phone");
            phone.click("main form button");
            assertThat(phone.text()).contains("已提交", "待核实");
        }
        try (Surfer window = new Surfer(port, Device.DESKTOP).signIn(clerk.phone(), People.PASSWORD)) {
            window.go("/desk/window").click("a[href='/desk/window/mandates']");
            window.photograph("mandate-window-desktop");
            window.click("a:has-text('周')");
            assertThat(window.text()).contains("户号 330123456").doesNotContain("周小满");
            window.type("#number", mother.number().value()).click("main form:has(#number) button");
            assertThat(window.find(".errors").innerText()).contains("不一致");
            window.type("#number", child.value());
            window.photograph("mandate-asked-desktop");
            window.click("main form:has(#number) button");
            assertThat(window.text()).contains("已登记监护关系");
            window.go("/desk/window/mandates/guardian");
            window.photograph("mandate-guardian-desktop");
            window.click("main form button");
            assertThat(window.find(".errors").innerText()).contains("请先登记", "请写明凭据");
            window.go("/desk/window/mandates/paper");
            window.photograph("mandate-paper-desktop");
            window.go("/desk/window/mandates").click("a[href$='/guardian/ending']");
            window.click("main form button");
            assertThat(window.find(".errors").innerText()).contains("请选择结束原因");
            window.photograph("mandate-ending-desktop");
        }
        try (Surfer phone = new Surfer(port, Device.PHONE).signIn(mother.phone(), People.PASSWORD)) {
            phone.go("/my/firms");
            phone.photograph("mandate-firms-phone");
            phone.click("form:has(input[name=person]) button");
            assertThat(phone.text()).contains("正在替 TA 办事", "周小满");
            phone.go("/my/mandates");
            phone.photograph("mandates-phone");
        }
        PersonId id = identity.findPerson(child).orElseThrow();
        assertThat(identity.reachOf(mother.id()).mayReadAll(new Party.Person(id)))
                .isTrue();
    }
}
