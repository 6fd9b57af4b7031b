package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** Somebody books a time at the citizens' centre from the page of an item; a clerk books for a caller; a hall is set up. */
@ZhengtongTest
class AppointmentJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    private People people;

    @BeforeEach
    void people() {
        people = new People(identity);
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_WITHOUT_SCRIPTS", "PHONE", "ELDER_PHONE", "DARK_DESKTOP"})
    void a_time_is_booked_moved_and_cancelled(Device device) {
        Someone citizen = people.someone("李约时");
        try (Surfer surfer = new Surfer(port, device).signIn(citizen.phone(), People.PASSWORD)) {
            surfer.go("/search?q=食品经营许可").click(".result a").click("a[href^='/halls/citizen-centre/appointments']");
            surfer.click(".days a >> nth=2");
            surfer.photograph("appointment-choose-" + device);
            surfer.find("input[name=time]:enabled").first().check();
            surfer.click("main form button");
            assertThat(surfer.text()).contains("约好了", "云溪市市民中心");
            surfer.photograph("appointment-booked-" + device);
            surfer.click("a[href$='/time']").click(".days a >> nth=3");
            surfer.find("input[name=time]:enabled").first().check();
            surfer.click("main form button");
            assertThat(surfer.text()).contains("时间改好了");
            surfer.go("/my").click("a[href='/my/appointments']");
            surfer.photograph("appointments-mine-" + device);
            surfer.click("main .tasks a").click("form[action$='/cancellation'] button");
            assertThat(surfer.text()).contains("预约取消了");
        }
    }

    @Test
    void an_item_is_looked_for_in_the_hall_first() {
        try (Surfer surfer = new Surfer(port, Device.PHONE)) {
            surfer.go("/halls/citizen-centre");
            surfer.photograph("hall-phone");
            surfer.click("main a[href='/halls/citizen-centre/appointments']").type("#q", "食品经营");
            surfer.click("main form button");
            surfer.photograph("appointment-item-phone");
            surfer.click("main .tasks a");
            assertThat(surfer.text()).contains("选择日期");
        }
    }

    @Test
    void a_clerk_books_for_a_caller() {
        Someone citizen = people.someone("周来电");
        Someone clerk = people.staff(organisation, "云溪市市场监督管理局", Role.ACCEPTANCE);
        try (Surfer window = new Surfer(port, Device.DESKTOP).signIn(clerk.phone(), People.PASSWORD)) {
            window.go("/desk/appointments");
            window.photograph("appointments-desk");
            window.type("#number", citizen.number().value()).click("main form:has(#number) button");
            window.find("#hall").selectOption("citizen-centre");
            window.type("#q", "食品经营").click("main form:has(#q) button").click("main .tasks a");
            window.photograph("appointment-call-desk");
            window.find("input[name=time]:enabled").first().check();
            window.click("main form[action$='/bookings'] button");
            assertThat(window.text()).contains("约好了", "周**");
            window.photograph("appointment-call-booked-desk");
            window.click("form[action$='/cancellation'] button");
            assertThat(window.text()).contains("预约取消了");
        }
    }

    @Test
    void the_system_administrator_sees_how_the_halls_are_set_up() {
        Someone administrator = people.staff(organisation, "云溪市数据局", Role.SYSTEM_ADMINISTRATOR);
        try (Surfer desk = new Surfer(port, Device.DESKTOP).signIn(administrator.phone(), People.PASSWORD)) {
            desk.go("/desk/halls");
            desk.photograph("halls-desk");
            desk.click("main a[href='/desk/halls/citizen-centre']");
            desk.photograph("hall-plan-desk");
            for (String page : new String[] {
                "/hours", "/rules", "/closing", "/areas/household", "/groups/enterprise", "/roster", "/roster/MONDAY"
            }) {
                desk.go("/desk/halls/citizen-centre" + page);
                desk.photograph("hall-plan" + page.replace('/', '-') + "-desk");
            }
        }
    }
}
