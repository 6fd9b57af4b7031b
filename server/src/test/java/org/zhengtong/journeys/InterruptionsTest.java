package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.ZhengtongTest;

/** What comes between a citizen and the licence: nothing typed is lost, and nothing is done twice. */
@ZhengtongTest
class InterruptionsTest {
    private static final String QUESTIONS = "/questions/applicant";
    private static final String ADDRESS = "#applicant_address";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    private Someone citizen;

    @BeforeEach
    void somebody() {
        citizen = new People(identity).someone("林青石");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP_WITHOUT_SCRIPTS"})
    void what_is_missing_is_asked_for_once_and_put_right_in_one_page(Device device) {
        MainJob job = new MainJob(port, device, identity, organisation);
        try (Surfer founder = signedIn(device)) {
            MainJob.start(founder, "注册公司", "企业设立登记");
            String receipt = MainJob.file(founder, firm());
            String matter = MainJob.matter(founder);
            try (Surfer clerk = job.atTheCase(Role.ACCEPTANCE, receipt)) {
                MainJob.take(clerk);
                askForCorrection(clerk);

                founder.go(matter);
                assertThat(founder.text()).contains("轮到您了", "经营范围", "写得太笼统", "请写明经营的品种");
                founder.click("a[href$='/correction']");
                founder.type("#scope", "热食类食品制售。").click("main form button.button");
                assertThat(founder.path()).startsWith(matter);
                assertThat(founder.text()).doesNotContain("去补正");

                clerk.go(clerk.path().replaceFirst("\\?.*", ""));
                assertThat(clerk.text()).contains("热食类食品制售。", "补正已经告知过一次");
                clerk.click("form[action$='/acceptance'] button");
            }
            assertThat(founder.go(matter).text()).contains("已受理");
        }
    }

    private static void askForCorrection(Surfer clerk) {
        clerk.find("summary:has-text('补正')").first().click();
        clerk.find("main tr:has(th:has-text('经营范围')) input[type=checkbox]").check();
        clerk.type("main tr:has(th:has-text('经营范围')) input[name^='wrong:']", "写得太笼统");
        clerk.type("main tr:has(th:has-text('经营范围')) input[name^='remedy:']", "请写明经营的品种");
        clerk.click("form[action$='/correction-request'] button");
        assertThat(clerk.find(".errors").count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP_WITHOUT_SCRIPTS"})
    void a_session_that_ends_in_the_middle_of_a_page_loses_nothing(Device device) {
        try (Surfer surfer = signedIn(device)) {
            String draft = startPassport(surfer);
            surfer.go(draft + QUESTIONS).type(ADDRESS, "云溪市望溪区南街 3 号");
            surfer.loseSession();

            surfer.click("main form button.button");
            assertThat(surfer.path()).startsWith("/sign-in");
            assertThat(surfer.text()).contains("已加密保存一小时");
            surfer.type("#account", citizen.phone()).type("#password", People.PASSWORD);
            surfer.click("main form button");
            assertThat(surfer.heading()).isEqualTo("您填写的内容还在");
            surfer.click("main form button");

            assertThat(surfer.path()).startsWith(draft);
            assertThat(surfer.go(draft + QUESTIONS).find(ADDRESS).inputValue()).isEqualTo("云溪市望溪区南街 3 号");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP_WITHOUT_SCRIPTS"})
    void what_was_begun_goes_on_with_another_device(Device device) {
        String draft;
        try (Surfer first = signedIn(device)) {
            draft = startPassport(first);
            first.go(draft + QUESTIONS).type(ADDRESS, "云溪市望溪区东街 1 号").click("main form button.button");
            first.go("/my").click("form[action='/sign-out'] button:visible");
            assertThat(first.go(draft).path()).startsWith("/sign-in");
        }
        try (Surfer second = signedIn(Device.ELDER_PHONE)) {
            second.go("/my");
            assertThat(second.text()).contains("普通护照签发");
            second.click("main a[href='" + draft + "']");
            assertThat(second.go(draft + QUESTIONS).find(ADDRESS).inputValue()).isEqualTo("云溪市望溪区东街 1 号");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP_WITHOUT_SCRIPTS"})
    void the_same_page_open_twice_shows_both_answers_and_the_second_counts_when_saved_again(Device device) {
        try (Surfer one = signedIn(device);
                Surfer other = signedIn(device)) {
            String draft = startPassport(one);
            other.go(draft + QUESTIONS).type(ADDRESS, "云溪市望溪区西街 2 号");
            one.go(draft + QUESTIONS).type(ADDRESS, "云溪市望溪区东街 1 号").click("main form button.button");

            other.click("main form button.button");
            assertThat(other.text()).contains("您在另一个窗口或者另一台设备上改过这一页", "东街 1 号");
            assertThat(other.find(ADDRESS).inputValue()).isEqualTo("云溪市望溪区西街 2 号");
            other.click("main form button.button");

            assertThat(one.go(draft + QUESTIONS).find(ADDRESS).inputValue()).isEqualTo("云溪市望溪区西街 2 号");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP_WITHOUT_SCRIPTS"})
    void a_second_click_and_the_way_back_lead_to_the_same_receipt(Device device) {
        try (Surfer founder = signedIn(device)) {
            MainJob.start(founder, "注册公司", "企业设立登记");
            MainJob.prepare(founder, firm());
            String check = founder.path();

            founder.find("main form button.button").dblclick();
            founder.page().waitForURL("**/receipt**");
            String receipt = MainJob.receipt(founder);

            founder.go(check);
            assertThat(founder.page().content()).contains(receipt);
            assertThat(founder.go("/my/cases").find("main table tbody tr").count())
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP_WITHOUT_SCRIPTS"})
    void of_two_clerks_one_has_the_case_and_the_other_is_told(Device device) {
        MainJob job = new MainJob(port, device, identity, organisation);
        try (Surfer founder = signedIn(device)) {
            MainJob.start(founder, "注册公司", "企业设立登记");
            String receipt = MainJob.file(founder, firm());
            try (Surfer first = job.atTheCase(Role.ACCEPTANCE, receipt);
                    Surfer second = job.atTheCase(Role.ACCEPTANCE, receipt)) {
                MainJob.take(first);

                MainJob.take(second);

                assertThat(second.find(".errors").innerText()).contains("先一步");
                first.click("form[action$='/acceptance'] button");
                assertThat(first.find(".notice.ok").first().isVisible()).isTrue();
            }
        }
    }

    private Surfer signedIn(Device device) {
        return new Surfer(port, device).signIn(citizen.phone(), People.PASSWORD);
    }

    private static String startPassport(Surfer surfer) {
        MainJob.start(surfer, "办护照", "普通护照签发");
        return MainJob.draft(surfer);
    }

    private static Map<String, String> firm() {
        return Map.of("企业名称", "云溪市" + People.phone() + "餐饮有限公司", "经营范围", "餐饮服务。", "股东", "林青石出资 60 万元。");
    }
}
