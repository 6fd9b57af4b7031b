package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Authenticator;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.TestFactors;
import org.zhengtong.testing.ZhengtongTest;

/** The pages of signing in that no link leads to, each on a telephone and on a desk. */
@ZhengtongTest
class SignInJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    TestClock clock;

    @Autowired
    TestFactors factors;

    @Test
    void a_passkey_is_added_in_a_real_browser_and_signs_in_without_account_and_password() {
        People.Someone someone = new People(identity).someone("李云溪");
        try (Surfer surfer = new Surfer(port, Device.DESKTOP).signIn(someone.phone(), People.PASSWORD)) {
            addAuthenticator(surfer);
            surfer.go("/my/profile").click("a[href='/my/security']").click("a[href='/my/security/passkeys/new']");
            surfer.photograph("new-passkey");
            surfer.type("#name", "办公室电脑").find("form[data-passkey] button").click();
            surfer.page().waitForURL("**/my/security?done=passkey");
            surfer.look();
            assertThat(surfer.text()).contains("通行密钥已添加", "办公室电脑");
            surfer.photograph("security-with-passkey");

            surfer.click("form[action='/sign-out'] button").go("/sign-in");
            surfer.photograph("sign-in");
            surfer.find("form[data-passkey] button").click();
            surfer.page().waitForURL("**/my");
            surfer.look();
            assertThat(surfer.go("/my/security").text()).contains("最近使用");

            clock.advance(Duration.ofMinutes(11));
            surfer.go("/my/security/passkeys/new");
            assertThat(surfer.heading()).isEqualTo("确认是您本人");
            surfer.find("form[data-passkey] button").click();
            surfer.page().waitForURL("**/my/security/passkeys/new");
            surfer.look();
        }
    }

    @Test
    void somebody_who_presses_cancel_is_told_what_to_do() {
        try (Surfer surfer = new Surfer(port, Device.PHONE)) {
            surfer.go("/sign-in");
            addAuthenticator(surfer);
            surfer.find("form[data-passkey] button").click();
            surfer.find("[data-passkey-failed]:visible").waitFor();
            assertThat(surfer.text()).contains("换一种方式");
            surfer.obeysTheRules();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DARK_DESKTOP"})
    void staff_are_led_to_their_second_factor_and_asked_for_it_from_then_on(Device device) {
        People.Someone someone = new People(identity).someone("周文");
        factors.demandOf(someone.id());
        organisation.appoint(someone.id(), organisation.bodies().getFirst().uscc(), "窗口", Set.of(Role.ACCEPTANCE));
        try (Surfer surfer = new Surfer(port, device).signIn(someone.phone(), People.PASSWORD)) {
            assertThat(surfer.heading()).isEqualTo("开启动态验证码");
            surfer.photograph("codes-" + device);
            Authenticator authenticator = Authenticator.typed(surfer.page().content());
            surfer.type("#code", authenticator.code(clock.instant())).click("main form button");
            surfer.photograph("recovery-codes-" + device);
            surfer.click("main a.button");
            assertThat(surfer.path()).isEqualTo("/desk");
            surfer.go("/desk/recovery").photograph("desk-recovery-" + device);

            surfer.loseSession();
            surfer.signIn(someone.phone(), People.PASSWORD);
            assertThat(surfer.heading()).isEqualTo("再输入验证码");
            surfer.photograph("second-step-" + device);
            clock.advance(Duration.ofSeconds(30));
            surfer.type("#code", authenticator.code(clock.instant())).click("main form button");
            assertThat(surfer.path()).isEqualTo("/desk");
            clock.advance(Duration.ofMinutes(11));
            surfer.go("/my/security/codes").photograph("confirm-" + device);
            surfer.go("/my/security").photograph("security-" + device);
            surfer.go("/my/profile").photograph("profile-" + device);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DARK_DESKTOP"})
    void a_screen_signs_in_by_a_telephone_and_goes_on_by_itself(Device device) {
        People.Someone someone = new People(identity).someone("李云溪");
        try (Surfer screen = new Surfer(port, device);
                Surfer phone = new Surfer(port, Device.PHONE).signIn(someone.phone(), People.PASSWORD)) {
            screen.go("/sign-in").click("form[action='/sign-in/qr'] button");
            screen.photograph("qr-" + device);
            String asks = screen.page().context().cookies().stream()
                    .filter(cookie -> cookie.name.equals("zt_screen"))
                    .map(cookie -> cookie.value.split("\\.")[0])
                    .findFirst()
                    .orElseThrow();
            phone.go("/my/screens/" + asks).photograph("screen-" + device);
            phone.click("main form button");
            phone.photograph("screen-answered-" + device);

            screen.page().waitForURL("**/my");
            screen.look();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DARK_DESKTOP"})
    void a_forgotten_password_is_replaced_step_by_step(Device device) {
        clock.advance(Duration.ofMinutes(10));
        People.Someone someone = new People(identity).someone("李云溪");
        try (Surfer surfer = new Surfer(port, device)) {
            surfer.signIn(someone.phone(), People.PASSWORD).go("/my/profile").click("a[href='/my/telephone']");
            surfer.photograph("telephone-" + device);
            surfer.click("form[action='/my/telephone/send'] button");
            surfer.photograph("telephone-sent-" + device);
            surfer.type("#code", surfer.text().replaceAll("(?s).*验证码是 ([0-9]{6})。.*", "$1"));
            surfer.click("form[action='/my/telephone'] button").photograph("telephone-confirmed-" + device);
        }
        try (Surfer surfer = new Surfer(port, device)) {
            surfer.go("/sign-in").click("a[href='/recovery']").photograph("recovery-" + device);
            surfer.go("/recovery/window").photograph("recovery-window-" + device);
            surfer.go("/recovery")
                    .type("#name", "李云溪")
                    .type("#number", someone.number().value());
            surfer.type("#phone", someone.phone()).click("main form button");
            surfer.photograph("recovery-code-" + device);
            String code = surfer.text().replaceAll("(?s).*验证码是 ([0-9]{6})；.*", "$1");
            surfer.type("#code", code).click("main form button").photograph("recovery-password-" + device);
            surfer.type("#next", "另一只纸鸢飞得更高-77").type("#nextAgain", "另一只纸鸢飞得更高-77");
            surfer.click("main form button").photograph("recovery-waits-" + device);
            surfer.signIn(someone.phone(), People.PASSWORD).go("/my/security").photograph("pending-" + device);
            assertThat(surfer.text()).contains("不是我，停止");
        }
    }

    /** Opened by a finger that is always the right one. */
    private static void addAuthenticator(Surfer surfer) {
        CDPSession browser = surfer.page().context().newCDPSession(surfer.page());
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", arguments);
    }
}
