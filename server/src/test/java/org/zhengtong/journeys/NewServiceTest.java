package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/**
 * A clerk of the data bureau writes a service nobody offered before, another lets it pass, a citizen files for it. No
 * developer takes part.
 */
@ZhengtongTest
class NewServiceTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    TestClock clock;

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, PHONE, 老年人助餐补贴申领, 云溪市民政局, 000500103000",
        "DESKTOP_WITHOUT_SCRIPTS, PHONE_WITHOUT_SCRIPTS, 高层次人才认定, 云溪市人力资源和社会保障局, 000700104000"
    })
    void a_service_is_built_without_code_filed_for_and_the_same_everywhere(
            Device desk, Device hand, String name, String body, String baseCode) {
        String uscc = organisation.bodyNamed(body).orElseThrow().uscc().value();
        String code = uscc + "3" + baseCode;
        Steps steps = new Steps();
        String draft = write(desk, name, uscc, baseCode, steps);
        publish(desk, draft, steps);
        steps.print(name + ", from nothing to published");

        List<String> onPortal;
        try (Surfer citizen = new Surfer(port, hand)) {
            People.Someone someone = new People(identity).someone("林青石");
            citizen.signIn(someone.phone(), People.PASSWORD);
            MainJob.start(citizen, name, name);
            String receipt = MainJob.file(citizen, Map.of("社区", "望溪区青石社区"));
            assertThat(receipt).isNotBlank();
            onPortal = names(citizen.go("/items/" + code + "?s1=a1"), "#materials tbody tr td:first-child b");
        }

        assertThat(onPortal).containsExactly("居民身份证", name + "申请表");
        try (Surfer window = staff(desk, Role.ACCEPTANCE)) {
            assertThat(names(window.go("/desk/window/" + code + "?s1=a1"), "#materials tbody tr td:first-child b"))
                    .isEqualTo(onPortal);
        }
        try (Surfer kiosk = new Surfer(port, desk)) {
            kiosk.go("/kiosk/items/" + code).click("a.kiosk-answer:has-text('是')");
            assertThat(names(kiosk, ".kiosk-materials b")).isEqualTo(onPortal);
        }
    }

    /** @return the path of the draft, complete by the rules of the gate */
    private String write(Device device, String name, String uscc, String baseCode, Steps steps) {
        try (Surfer writer = staff(device, Role.CATALOGUE)) {
            writer.go("/desk/entries/new?q=" + name);
            writer.find("#body").selectOption(uscc);
            writer.find("#base-" + baseCode).check();
            next(writer, steps, "main form[method=post] button.button");
            String draft = writer.path().replaceFirst("\\?.*", "");
            assertThat(writer.text()).contains("处不符合规则");

            writer.go(draft + "/parts/basics");
            fill(writer, steps, "#summary", "在社区食堂用餐的老年人按月领取补贴。");
            fill(writer, steps, "#everydayWords", "老人食堂补贴\n吃饭补助\n" + name + "怎么办");
            next(writer, steps, "main article form button.button");
            writer.find("#powerSource").selectOption("法定本级行使");
            next(writer, steps, "main article form button.button");
            fill(writer, steps, "#conditions", "本市户籍\n年满 60 周岁");
            fill(writer, steps, "#promisedDays", "5");
            next(writer, steps, "main article form button.button");
            next(writer, steps, "main article form button.button");
            fill(writer, steps, "#result", name + "决定书");
            next(writer, steps, "main article form button.button");

            material(writer, steps, draft, "居民身份证", "GOVERNMENT", "公安机关", "居民身份证");
            material(writer, steps, draft, "收入情况说明", "APPLICANT", "", "");
            material(writer, steps, draft, name + "申请表", "APPLICANT", "", "");
            writer.go(draft + "/parts/guide/situations/new");
            fill(writer, steps, "#question", "是不是特困供养人员？");
            fill(writer, steps, "#answer-a1", "是");
            writer.find(".choice:has(label:text-is('收入情况说明')) input[name='spares-a1']")
                    .check();
            fill(writer, steps, "#answer-a2", "不是");
            next(writer, steps, "main article form button.button");

            writer.go(draft + "/parts/form");
            writer.find("#block").selectOption("PERSON");
            next(writer, steps, "form[action$='/blocks'] button");
            writer.go(draft + "/parts/form/sections/new");
            fill(writer, steps, "#title", "用餐");
            next(writer, steps, "main article form button.button");
            fill(writer, steps, "#label", "用餐的社区食堂在哪个社区");
            next(writer, steps, "main article form button.button");
            writer.go(draft + "/parts/questions/new");
            fill(writer, steps, "#question", "每个月补多少？");
            fill(writer, steps, "#answer", "每餐补 5 元，每月按实际用餐次数结算。");
            next(writer, steps, "main article form button.button");

            for (String surface : List.of("phone", "desktop", "kiosk", "paper")) {
                assertThat(writer.go(draft + "/preview?as=" + surface).text()).contains(name);
            }
            writer.go(draft);
            assertThat(writer.text()).contains("没有发现问题，可以送审");
            fill(writer, steps, "#reason", "新开办的服务");
            next(writer, steps, "form[action$='/submit'] button.button");
            writer.photograph("new-service-submitted-" + device);
            return draft;
        }
    }

    private void publish(Device device, String draft, Steps steps) {
        try (Surfer reviewer = staff(device, Role.CATALOGUE)) {
            reviewer.go("/desk/entries").click("main td a[href='" + draft + "']");
            String today = LocalDate.ofInstant(clock.instant(), org.zhengtong.ground.web.Page.ZONE)
                    .toString();
            fill(reviewer, steps, "#publishOn", today);
            next(reviewer, steps, "form[action$='/approve'] button.button");
            assertThat(reviewer.text()).contains("已发布");
        }
    }

    private static void material(
            Surfer writer, Steps steps, String draft, String name, String source, String issuer, String licence) {
        writer.go(draft + "/parts/materials/new");
        fill(writer, steps, "#name", name);
        writer.find("#source").selectOption(source);
        fill(writer, steps, "#issuingBody", issuer);
        fill(writer, steps, "#legalBasis", "《中华人民共和国老年人权益保障法》");
        fill(writer, steps, "#copies", "1 份");
        fill(writer, steps, "#format", "照片或者 PDF");
        fill(writer, steps, "#acceptanceStandard", "字迹清晰");
        if (name.endsWith("申请表")) {
            writer.find("#generated").check();
        }
        fill(writer, steps, "#licenceType", licence);
        next(writer, steps, "main article form button.button");
    }

    private static void fill(Surfer surfer, Steps steps, String field, String text) {
        surfer.type(field, text);
        steps.fields++;
    }

    private static void next(Surfer surfer, Steps steps, String button) {
        surfer.click(button);
        assertThat(surfer.find(".errors").count()).as(surfer.text()).isZero();
        steps.pages++;
    }

    private static List<String> names(Surfer surfer, String selector) {
        return surfer.find(selector).allInnerTexts().stream().map(String::strip).toList();
    }

    private Surfer staff(Device device, Role role) {
        People.Someone someone = new People(identity).staff(organisation, "云溪市数据局", role);
        return new Surfer(port, device).signIn(someone.phone(), People.PASSWORD);
    }

    /** How many pages were sent and fields typed, and how long the machine took over them. */
    private static final class Steps {
        private final long began = System.nanoTime();
        private int pages;
        private int fields;

        void print(String what) {
            System.out.printf(
                    "STEPS %s: %d pages sent, %d fields typed, %d s of the machine%n",
                    what, pages, fields, (System.nanoTime() - began) / 1_000_000_000);
        }
    }
}
