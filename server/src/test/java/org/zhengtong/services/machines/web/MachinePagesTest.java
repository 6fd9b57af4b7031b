package org.zhengtong.services.machines.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.identity.NumberSignIns;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Telephones;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.ShopFiling;

/** What somebody does at a machine of the hall, and what they cannot do there. */
class MachinePagesTest extends QueueHouse {
    @Autowired
    private Telephones telephones;

    @Autowired
    private NumberSignIns signIns;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ShopFiling shops;

    private Someone citizen;
    private Browser machine;

    @BeforeEach
    void atTheMachine() {
        citizen = people.someone("李约时");
        machine = new Browser(port);
        machine.get(machineAddress());
    }

    private void confirmTelephone() {
        SignedIn me = me(citizen.id());
        telephones.send(me, Locale.SIMPLIFIED_CHINESE);
        telephones.confirm(me, telephones.demonstratedCode(me).orElseThrow());
    }

    private String begin(String number) {
        assertThat(Browser.location(machine.post("/kiosk/sign-in/number", "number", number)))
                .isEqualTo("/kiosk/sign-in/number/code");
        return signIns.demonstratedCode(machine.cookie("zt_number")).orElseThrow();
    }

    private HttpResponse<String> type(String code) {
        return machine.post("/kiosk/sign-in/number/code", "code", code);
    }

    private static String other(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    private void signIn() {
        confirmTelephone();
        assertThat(Browser.location(type(begin(citizen.number().value())))).isEqualTo("/kiosk/mine");
    }

    @Test
    void somebody_signs_in_with_their_identity_number_and_the_code_on_their_telephone() {
        confirmTelephone();
        assertThat(machine.get("/kiosk/sign-in").body()).contains("身份证号和短信验证码").doesNotContain("??");
        assertThat(machine.post("/kiosk/sign-in/number", "number", "110101").body())
                .contains("身份证号不对")
                .doesNotContain("??");
        String code = begin(citizen.number().value().toLowerCase(Locale.ROOT));
        assertThat(machine.get("/kiosk/sign-in/number/code").body())
                .contains("验证码已经发出")
                .doesNotContain("??", citizen.number().value());
        assertThat(type(other(code)).statusCode()).isEqualTo(422);

        assertThat(Browser.location(type(code))).isEqualTo("/kiosk/mine");

        assertThat(machine.get("/kiosk/mine").body())
                .contains("李**，您要办什么", "在这里办事", "退出登录")
                .doesNotContain("李约时", "??");
        SignedIn who =
                sessions.find(new SessionToken(machine.cookie("zt_session"))).orElseThrow();
        assertThat(who.proof().way()).isEqualTo(SignInWay.TELEPHONE);
        assertThat(who.proof().isFreshAt(clock.instant()))
                .as("may change what signs in")
                .isFalse();
        assertThat(type(code).statusCode()).as("the code again").isEqualTo(409);
    }

    @Test
    void nobody_learns_at_a_machine_which_identity_numbers_have_an_account() {
        List<String> without = List.of(
                People.number(LocalDate.of(1980, 1, 1)).value(),
                citizen.number().value(),
                people.staff(organisation, REGULATOR, Role.ACCEPTANCE).number().value());
        for (String number : without) {
            String code = begin(number);
            assertThat(machine.get("/kiosk/sign-in/number/code").statusCode()).isEqualTo(200);
            assertThat(type(code).statusCode())
                    .as("unknown, not confirmed, or staff")
                    .isEqualTo(422);
        }
    }

    @Test
    void a_code_is_good_for_five_tries_and_ten_minutes() {
        confirmTelephone();
        String code = begin(citizen.number().value());
        for (int tries = 0; tries < 5; tries++) {
            assertThat(type(other(code)).statusCode()).isEqualTo(422);
        }
        assertThat(type(code).statusCode()).isEqualTo(409);

        String late = begin(citizen.number().value());
        pass(10);
        assertThat(type(late).statusCode()).isEqualTo(409);
    }

    @Test
    void what_somebody_wanted_to_file_they_find_again_after_they_said_who_they_are() {
        String list = "/kiosk/items/" + ofMachines().code() + "?whole";
        assertThat(machine.get(list).body()).contains("先确认您是谁").doesNotContain("??");
        machine.get("/kiosk/sign-in?next=" + list.replace("?", "%3F"));
        confirmTelephone();

        assertThat(Browser.location(type(begin(citizen.number().value())))).isEqualTo(list);
        machine.get("/kiosk/sign-in?next=https://elsewhere.example/");
        assertThat(machine.cookie("zt_onwards")).isEmpty();
    }

    private ServiceItem ofMachines() {
        return catalogue.items().stream().filter(ServiceItem::kiosk).findFirst().orElseThrow();
    }

    private ServiceItem notOfMachines() {
        return catalogue.items().stream()
                .filter(one -> !one.kiosk())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_item_for_machines_is_filed_there_in_large_letters_and_others_are_not() {
        signIn();
        ServiceItem item = ofMachines();
        assertThat(machine.get("/kiosk/here").body())
                .contains(item.name())
                .doesNotContain("??", notOfMachines().name());

        String draft = Browser.location(machine.post("/items/" + item.code() + "/start", "for", "me"));

        assertThat(draft).startsWith("/drafts/");
        assertThat(machine.get(draft).body())
                .contains("data-mode=\"kiosk\"", "class=\"machine\"", "退出登录", "data-idle")
                .doesNotContain("??", "class=\"site");
        assertThat(Browser.location(machine.post("/items/" + notOfMachines().code() + "/start")))
                .isEqualTo("/kiosk/items/" + notOfMachines().code());
    }

    @Test
    void accounts_downloads_and_uploads_wait_for_a_device_of_ones_own() throws Exception {
        CaseId filed = shops.filed(citizen, true);
        signIn();

        for (String page :
                List.of("/my", "/my/profile", "/my/security", "/my/data", "/desk", "/", "/items", "/api/v1/me")) {
            assertThat(Browser.location(machine.get(page))).as(page).isEqualTo("/kiosk/mine");
        }
        assertThat(machine.get("/my/cases/" + filed.value()).statusCode()).isEqualTo(200);
        for (String page :
                List.of("/application/pdf", "/application/%70df", "/documents/1", "/correction", "/proofs")) {
            assertThat(Browser.location(machine.get("/my/cases/" + filed.value() + page)))
                    .as(page)
                    .isEqualTo("/kiosk/mine?elsewhere");
        }
        assertThat(Browser.location(machine.upload(
                        "/drafts/" + UUID.randomUUID() + "/materials/1", "file", "a.png", new byte[] {1})))
                .isEqualTo("/kiosk/mine?elsewhere");
        assertThat(machine.get("/kiosk/mine?elsewhere").body())
                .contains("自己的手机")
                .doesNotContain("??");
    }

    @Test
    void a_receipt_is_printed_or_shown_to_be_printed_and_nothing_stays_for_the_next_person() throws Exception {
        CaseId filed = shops.filed(citizen, true);
        signIn();
        assertThat(machine.get("/kiosk/mine").body()).contains("打印回执").doesNotContain("??");

        String receipt = Browser.location(machine.post("/kiosk/mine/receipts/" + filed.value()));

        assertThat(receipt).isEqualTo("/my/cases/" + filed.value() + "/receipt");
        assertThat(machine.get(receipt).body()).contains("data-print").doesNotContain("??");
        assertThat(machine.get(receipt).headers().firstValue("cache-control")).contains("no-store");
        machine.post("/kiosk/height", "low", "true", "back", "/kiosk/mine");
        assertThat(machine.get("/kiosk/mine").body()).contains("class=\"kiosk low\"");
        machine.get("/kiosk");
        assertThat(machine.cookie("zt_session")).isEmpty();
        assertThat(machine.get("/kiosk").body()).contains("class=\"kiosk\"");
        assertThat(Browser.location(machine.post("/kiosk/mine/receipts/" + filed.value())))
                .startsWith("/sign-in");
        assertThat(Browser.location(machine.get("/sign-in"))).isEqualTo("/kiosk");
    }

    @Test
    void a_session_by_identity_number_is_the_machines_whatever_the_browser_says_and_begins_at_a_machine_only() {
        signIn();
        machine.forget("zt_shared");
        assertThat(Browser.location(machine.get("/my/data"))).isEqualTo("/kiosk/mine");

        Browser elsewhere = new Browser(port);
        assertThat(Browser.location(elsewhere.post(
                        "/kiosk/sign-in/number", "number", citizen.number().value())))
                .isEqualTo("/kiosk/numbers");
    }

    @Test
    void what_goes_wrong_is_said_in_the_machines_frame() {
        String wrong = machine.post("/kiosk/arrivals", "number", "A0930-9", "four", "0000")
                .body();

        assertThat(wrong).contains("class=\"machine\"", "回到开始").doesNotContain("??", "href=\"/sign-in");
    }

    @Test
    void who_books_at_a_machine_has_a_seat_of_those_set_aside_for_machines() {
        signIn();
        String hour = "/halls/" + hall.id() + "/appointments";
        String page = machine.get(hour + "?item=" + item.code()).body();
        String day = page.replaceAll("(?s).*name=\"day\" value=\"([^\"]+)\".*", "$1");
        String time = page.replaceAll("(?s).*?name=\"time\" value=\"([^\"]+)\".*", "$1");

        String booked = Browser.location(machine.post(hour, "item", item.code().value(), "day", day, "time", time));

        assertThat(booked).startsWith("/my/appointments/");
        assertThat(machine.get(booked).body()).contains("class=\"machine\"").doesNotContain("??");
        UUID id = UUID.fromString(booked.replaceAll("/my/appointments/([^?]+).*", "$1"));
        Appointment one = appointments.one(me(citizen.id()), id);
        assertThat(one.channel()).isEqualTo(BookingChannel.KIOSK);
    }

    @Test
    void who_only_says_that_they_stand_at_a_machine_has_none_of_its_seats() {
        Browser atHome = new Browser(port);
        atHome.signIn(citizen.phone(), People.PASSWORD);
        atHome.put("zt_shared", "made-up");
        String hour = "/halls/" + hall.id() + "/appointments";
        String page = atHome.get(hour + "?item=" + item.code()).body();
        String day = page.replaceAll("(?s).*name=\"day\" value=\"([^\"]+)\".*", "$1");
        String time = page.replaceAll("(?s).*?name=\"time\" value=\"([^\"]+)\".*", "$1");

        atHome.post(hour, "item", item.code().value(), "day", day, "time", time);

        assertThat(appointments.of(me(citizen.id())))
                .extracting(Appointment::channel)
                .containsExactly(BookingChannel.PORTAL);
    }

    @Test
    void who_was_served_touches_their_number_and_rates_and_each_number_once() {
        StaffMember clerk = clerkAt(1);
        String number = taken().number();
        windows.next(clerk);
        windows.start(clerk);
        windows.done(clerk);
        deliveries.runDue();

        String numbers = machine.get("/kiosk/rating").body();
        assertThat(numbers).contains(">" + number + "</a>").doesNotContain("??");
        String ticket = numbers.replaceAll("(?s).*href=\"(/kiosk/rating/[^\"]+)\".*", "$1");
        assertThat(machine.get(ticket + "?stars=5").body())
                .contains("name=\"reasons\"")
                .doesNotContain("??");
        assertThat(machine.post(ticket, "stars", "5").body()).contains("谢谢您的评价").doesNotContain("??");

        assertThat(machine.get("/kiosk/rating").body()).doesNotContain(number + "</a>");
        assertThat(machine.post(ticket, "stars", "1").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/kiosk/rating").body())
                .as("a browser that is no machine")
                .contains("没有可以评价的号码");
    }
}
