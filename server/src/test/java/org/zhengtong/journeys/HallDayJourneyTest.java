package org.zhengtong.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Telephones;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.machines.bridge.Card;
import org.zhengtong.services.machines.bridge.SimulatedBridge;
import org.zhengtong.services.queue.Entrance;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.services.queue.Tablets;
import org.zhengtong.services.signing.Paper;
import org.zhengtong.services.signing.Signings;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;

/** A day in a hall, each place in a browser of its own. */
class HallDayJourneyTest extends QueueHouse {
    @Autowired
    private Entrance entrance;

    @Autowired
    private Telephones telephones;

    @Autowired
    private Tablets tablets;

    @Autowired
    private Signings signings;

    private String entrancePage() {
        return "/halls/" + here.id() + "/ticket?code=" + entrance.code(here.id());
    }

    private Surfer signedInClerk() {
        Someone clerk = people.staff(organisation, REGULATOR, Role.ACCEPTANCE);
        return new Surfer(port, Device.DESKTOP).signIn(clerk.phone(), People.PASSWORD);
    }

    private Surfer wall(String path) {
        Surfer screen = new Surfer(port, Device.DESKTOP);
        screen.page().setViewportSize(1920, 1080);
        return screen.go(path);
    }

    private Surfer machine() {
        Surfer machine = new Surfer(port, Device.DESKTOP);
        machine.page().setViewportSize(1080, 1920);
        machine.go(machineAddress());
        return machine;
    }

    @Test
    void booked_on_the_telephone_checked_in_at_the_machine_called_on_the_screen_served_and_rated_on_the_tablet() {
        Someone citizen = people.someone("李约时");
        try (Surfer phone = new Surfer(port, Device.PHONE).signIn(citizen.phone(), People.PASSWORD);
                Surfer machine = machine();
                Surfer screen = wall("/screens/" + here.id());
                Surfer window = signedInClerk();
                Surfer tablet = new Surfer(port, Device.DESKTOP)) {
            phone.go("/halls/" + here.id() + "/appointments?item=" + item.code().value());
            phone.find("input[name=time]:enabled").first().check();
            phone.click("main form button");
            String number = phone.find(".particulars strong.num").first().innerText();
            assertThat(number).startsWith("B");
            phone.photograph("hall-booked");
            String appointment = phone.path();

            machine.go("/kiosk");
            machine.photograph("kiosk-start");
            machine.click("a[href='/kiosk/numbers']");
            machine.photograph("kiosk-numbers");
            machine.type("#number", number)
                    .type("#four", citizen.number().value().substring(14));
            machine.click(".kiosk-search button");
            assertThat(machine.text()).contains(number);
            machine.photograph("kiosk-ticket");

            window.go("/desk/queue");
            window.photograph("queue-windows");
            window.click("form:has(input[value='" + here.id() + "']) button[name=window][value='2']");
            window.click("form[action='/desk/tablet'] button");
            tablet.go(window.find("code").innerText().replaceFirst("https?://[^/]+", ""));
            window.go("/desk/queue");
            window.page().keyboard().press("n");
            assertThat(window.find(".ticket-number")).hasText(number);
            window.obeysTheRules();
            window.photograph("queue-called");

            assertThat(screen.find("[data-called]")).containsText(number);
            assertThat(screen.find("[data-called]")).containsText("2 号窗口");
            assertThat(screen.find("body")).hasAttribute("data-spoken", Pattern.compile("请 B .*到 2 号窗口"));
            screen.photograph("screen-calls");

            window.page().keyboard().press("s");
            assertThat(window.find("[data-key=d]")).isVisible();
            window.page().waitForLoadState();
            window.page().keyboard().press("d");
            assertThat(window.find("[data-key=d]")).not().isVisible();
            deliveries.runDue();

            tablet.go("/tablet");
            tablet.photograph("tablet-rating");
            tablet.click(".face");
            tablet.photograph("tablet-reasons");
            tablet.find("#reason-517").check();
            tablet.click("main form button");
            assertThat(tablet.text()).contains("谢谢您的评价");
            tablet.photograph("tablet-thanks");

            phone.go(appointment.replaceFirst("\\?.*", ""));
            assertThat(phone.text()).contains("已到场");
        }
    }

    @Test
    void who_stands_at_a_window_signs_on_its_tablet_and_the_clerks_page_goes_on_by_itself() {
        Someone person = people.staff(organisation, REGULATOR, Role.ACCEPTANCE);
        StaffMember clerk = organisation.staff(person.id()).orElseThrow();
        windows.open(clerk, here.id(), 1);
        Paper paper = new Paper(
                new UUID(3, 3),
                "送达回证",
                List.of(new Paper.Part(
                        "",
                        List.of(
                                new Paper.Line("送达文书", "个体工商户设立登记（准予许可）"),
                                new Paper.Line("受理编号", "3399020012026000123"),
                                new Paper.Line("受送达人", "林**"),
                                new Paper.Line("领取人", "受送达人本人")))),
                "上述文书和结果已经收到。");
        try (Surfer window = new Surfer(port, Device.DESKTOP).signIn(person.phone(), People.PASSWORD);
                Surfer tablet = new Surfer(port, Device.DESKTOP)) {
            tablet.page().setViewportSize(1280, 800);
            tablet.go("/tablet?key=" + tablets.pair(clerk));
            UUID signing = signings.ask(clerk, paper, "/desk/queue");
            window.go("/desk/signing/" + signing);
            window.photograph("signing-waiting");

            assertThat(tablet.find("canvas")).isVisible();
            tablet.obeysTheRules();
            assertThat(tablet.find("[data-on-paper]")).isHidden();
            assertThat(tablet.find("[data-done]")).isDisabled();
            write(tablet);
            tablet.click("[data-clear]");
            assertThat(tablet.find("[data-done]")).isDisabled();
            write(tablet);
            tablet.photograph("signing-tablet");
            tablet.click("[data-done]");
            assertThat(tablet.text()).contains("签好了");

            assertThat(window.page()).hasURL(Pattern.compile(".*/desk/queue"));
            tablet.page().goBack();
            assertThat(tablet.find("main")).not().containsText("受送达人");
        }
    }

    private static void write(Surfer tablet) {
        tablet.find("canvas").scrollIntoViewIfNeeded();
        BoundingBox box = tablet.find("canvas").boundingBox();
        Mouse pen = tablet.page().mouse();
        double[][][] name = {
            {{.20, .2}, {.20, .85}},
            {{.1, .45}, {.3, .42}},
            {{.19, .5}, {.1, .75}},
            {{.22, .5}, {.3, .7}},
            {{.45, .25}, {.65, .22}},
            {{.5, .2}, {.55, .5}, {.42, .85}},
            {{.47, .5}, {.68, .85}}
        };
        for (double[][] stroke : name) {
            pen.move(box.x + stroke[0][0] * box.width, box.y + stroke[0][1] * box.height);
            pen.down();
            for (int i = 1; i < stroke.length; i++) {
                pen.move(
                        box.x + stroke[i][0] * box.width,
                        box.y + stroke[i][1] * box.height,
                        new Mouse.MoveOptions().setSteps(6));
            }
            pen.up();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_WITHOUT_SCRIPTS", "PHONE", "ELDER_PHONE"})
    void a_number_is_taken_and_followed_on_the_telephone(Device device) {
        Someone citizen = people.someone("钱取号");
        clerkAt(1);
        taken();
        try (Surfer phone = new Surfer(port, device).signIn(citizen.phone(), People.PASSWORD)) {
            phone.go(entrancePage());
            phone.photograph("taking-" + device);
            phone.find("input[name=group]").first().check();
            phone.click("main form button");
            assertThat(phone.text()).contains("A002", "前面还有 1 人");
            phone.photograph("ticket-" + device);
            phone.click("form[action$='/cancellation'] button");
            assertThat(phone.text()).contains("已取消");
        }
    }

    @Test
    void the_walls_the_reception_and_the_floor_are_looked_at() {
        clerkAt(1);
        taken();
        taken();
        try (Surfer entranceScreen = wall("/screens/" + here.id() + "/entrance");
                Surfer machine = machine();
                Surfer desk = signedInClerk();
                Surfer dark = new Surfer(port, Device.DARK_DESKTOP);
                Surfer phone = new Surfer(port, Device.PHONE)) {
            entranceScreen.photograph("screen-entrance");
            assertThat(entranceScreen.find("[data-line=all] [data-waiting]")).hasText("2");
            taken();
            assertThat(entranceScreen.find("[data-line=all] [data-waiting]")).hasText("3");

            machine.click(".kiosk-answers a");
            machine.photograph("kiosk-who");
            machine.click("button[value=NONE]");
            assertThat(machine.text()).contains("A004");

            desk.go("/desk/reception?hall=" + here.id());
            desk.photograph("reception");
            desk.click("button[name=group]");
            desk.photograph("slip");
            desk.go("/desk/floor?hall=" + here.id());
            desk.photograph("floor");
            desk.go("/desk/ratings?hall=" + here.id());
            phone.go("/halls/waiting");
            phone.photograph("waiting-phone");
            dark.go("/halls/waiting");
        }
    }

    @Test
    void a_machine_that_lost_its_connection_gives_numbers_and_nobody_loses_their_place() {
        try (Surfer machine = machine()) {
            machine.page().clock().setSystemTime(clock.millis());
            machine.go("/kiosk");
            machine.page().waitForSelector("html[data-reserve=kept]");
            machine.go("/kiosk");
            machine.page().waitForSelector("html[data-reserve=kept]");
            machine.page().context().setOffline(true);

            machine.click("a[href='/kiosk/numbers']");
            assertThat(machine.text()).contains("暂时断开了连接");
            machine.photograph("kiosk-offline");
            machine.find("[data-lines] button").first().click();
            assertThat(machine.find("[data-number]")).hasText("A5001");
            machine.photograph("kiosk-offline-number");
            machine.go("/kiosk");
            assertThat(machine.heading()).contains("您想办什么事");

            pass(10);
            taken();
            machine.page().clock().setSystemTime(clock.millis());
            machine.page().context().setOffline(false);
            machine.go("/kiosk");
            machine.page().waitForSelector("html[data-reserve=kept]");
            assertThat(windows.next(clerkAt(1)).orElseThrow().number()).isEqualTo("A5001");
        }
    }

    @Test
    void who_lays_their_card_on_the_reader_checks_in_and_the_machine_prints_their_number(@TempDir Path folder)
            throws Exception {
        Someone citizen = people.someone("李约时");
        Appointment booked = bookedAt(me(citizen.id()), "09:30");
        try (SimulatedBridge bridge = new SimulatedBridge("http://localhost:" + port, folder);
                Surfer machine = new Surfer(port, Device.DESKTOP)) {
            machine.page().setViewportSize(1080, 1920);
            machine.go(machineAddress() + "&bridge=true");
            machine.click("a[href='/kiosk/card']");
            machine.photograph("kiosk-card");
            bridge.lay(new Card(citizen.name(), citizen.number().value()));
            assertThat(machine.find("h1")).hasText(Pattern.compile("李\\*\\*，您要办什么.*"));
            machine.photograph("kiosk-holder");
            machine.click(".kiosk-answer.first");
            assertThat(machine.text()).contains(booked.number());
            machine.page().waitForCondition(() -> !bridge.printed().isEmpty());
            assertThat(new String(bridge.printed().getFirst(), Charset.forName("GB18030")))
                    .contains(booked.number());
        }
    }

    @Test
    void somebody_signs_in_with_the_keys_of_the_machine_and_files_in_its_frame() {
        Someone citizen = people.someone("李约时");
        SignedIn me = me(citizen.id());
        telephones.send(me, Locale.SIMPLIFIED_CHINESE);
        telephones.confirm(me, telephones.demonstratedCode(me).orElseThrow());
        ServiceItem ofMachines = catalogue.items().stream()
                .filter(ServiceItem::kiosk)
                .findFirst()
                .orElseThrow();
        try (Surfer machine = machine()) {
            machine.go("/kiosk/items/" + ofMachines.code() + "?whole");
            machine.photograph("kiosk-list");
            machine.click("form[action='/kiosk/sign-in'] button");
            machine.photograph("kiosk-sign-in");
            machine.find("[data-voice]").click();
            assertThat(machine.find("[data-voice]")).hasAttribute("data-spoken", Pattern.compile(".*身份证号和短信验证码.*"));
            machine.click("a[href='/kiosk/sign-in/number']");
            press(machine, citizen.number().value());
            machine.photograph("kiosk-keys");
            machine.click(".kiosk-search button");
            press(machine, machine.find(".kiosk-problem").innerText().replaceAll("\\D", ""));
            machine.click(".kiosk-search button");
            machine.click("main form button");
            assertThat(machine.path()).startsWith("/drafts/");
            machine.photograph("kiosk-draft");
            machine.click("main .tasks a");
            machine.photograph("kiosk-question");
            machine.click("form[action='/kiosk/height'] button");
            machine.click(".machine-ways a[href='/kiosk/mine']");
            machine.photograph("kiosk-mine-low");
            machine.click("form[action='/kiosk/height'] button");
            machine.photograph("kiosk-mine");
            machine.click("a[href$='/appointments']");
            machine.photograph("kiosk-book");
            machine.click("a[href='/kiosk']");
            assertThat(machine.page().context().cookies().stream().map(one -> one.name))
                    .doesNotContain("zt_session");
        }
    }

    private static void press(Surfer machine, String keys) {
        keys.chars()
                .forEach(key -> machine.find(".keypad button")
                        .filter(new Locator.FilterOptions().setHasText(Character.toString(key)))
                        .click());
    }
}
