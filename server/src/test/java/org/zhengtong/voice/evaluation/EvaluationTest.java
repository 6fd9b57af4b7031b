package org.zhengtong.voice.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.voice.evaluation.Rating.Channel;

/** Whoever was served says how it was, or does not. */
class EvaluationTest extends QueueHouse {
    @Autowired
    private Evaluations evaluations;

    private Ticket served(StaffMember clerk) {
        Ticket ticket = taken();
        windows.next(clerk);
        windows.start(clerk);
        windows.done(clerk);
        deliveries.runDue();
        return ticket;
    }

    @Test
    void the_national_list_has_forty_reasons_for_five_levels() {
        assertThat(evaluations.indicators())
                .hasSize(40)
                .allMatch(one -> Level.ofStars(one.stars()).isPresent());
    }

    @Test
    void who_was_served_rates_once_with_reasons_of_the_level_and_finds_it_by_its_receipt() {
        Ticket ticket = served(clerkAt(1));

        assertThat(evaluations.rate(ticket.id(), Level.SATISFIED, List.of(517), Channel.WEB))
                .isEqualTo(new Evaluations.Answer.WrongReasons());
        Rating given = ((Evaluations.Answer.Given)
                        evaluations.rate(ticket.id(), Level.SATISFIED, List.of(411, 410), Channel.WEB))
                .rating();
        assertThat(evaluations.withReceipt(given.receipt())).contains(given);
        assertThat(given.reasons()).containsExactly(410, 411);
        assertThat(evaluations.rate(ticket.id(), Level.VERY_DISSATISFIED, List.of(), Channel.TABLET))
                .isEqualTo(new Evaluations.Answer.AlreadyGiven(given));
    }

    @Test
    void who_was_not_served_is_not_asked_and_who_says_nothing_has_given_no_rating() {
        StaffMember clerk = clerkAt(1);
        served(clerk);
        Ticket waits = taken();

        assertThat(evaluations.rate(waits.id(), Level.SATISFIED, List.of(), Channel.WEB))
                .isEqualTo(new Evaluations.Answer.NotInvited());
        Evaluations.Summary summary =
                evaluations.summary(clerk, here.id(), LocalDate.ofInstant(clock.instant(), Page.ZONE));
        assertThat(summary).isEqualTo(new Evaluations.Summary(1, Map.of(), Map.of()));
        assertThat(summary.given()).isZero();
    }

    @Test
    void the_tablet_of_the_window_asks_who_was_just_served() {
        Someone person = people.staff(organisation, REGULATOR, Role.ACCEPTANCE);
        StaffMember clerk = organisation.staff(person.id()).orElseThrow();
        windows.open(clerk, here.id(), 1);
        Browser desk = new Browser(port);
        desk.signIn(person.phone(), People.PASSWORD);
        desk.get("/desk/queue");
        String pairing = desk.post("/desk/tablet").body();
        String key = pairing.replaceAll("(?s).*/tablet\\?key=([A-Za-z0-9_-]+).*", "$1");
        Browser tablet = new Browser(port);
        assertThat(tablet.get("/tablet").statusCode()).isEqualTo(404);
        tablet.get("/tablet?key=" + key);
        assertThat(tablet.get("/tablet").body()).contains("请稍候").doesNotContain("??");

        Ticket ticket = served(clerk);

        assertThat(tablet.get("/tablet").body())
                .contains(ticket.number(), "非常满意")
                .doesNotContain("??");
        assertThat(tablet.get("/tablet?stars=5").body()).contains("服务热情效率高").doesNotContain("??");
        assertThat(tablet.post("/tablet", "stars", "5", "reasons", "517").body())
                .contains("谢谢您的评价")
                .doesNotContain("??");
        assertThat(tablet.get("/tablet").body()).contains("请稍候");
        assertThat(new Browser(port)
                        .get("/ratings/"
                                + evaluations
                                        .ofTicket(ticket.id())
                                        .orElseThrow()
                                        .receipt())
                        .body())
                .contains("服务热情效率高", "非常满意");
        assertThat(desk.get("/desk/ratings?hall=" + here.id()).body())
                .contains("主动评价 1 人", "服务热情效率高")
                .doesNotContain("??");
        desk.post("/desk/tablet");
        assertThat(tablet.get("/tablet").statusCode())
                .as("another tablet lies there now")
                .isEqualTo(404);
    }

    @Test
    void a_telephone_rates_without_scripts() {
        Ticket ticket = served(clerkAt(1));
        Browser phone = new Browser(port);
        String page = "/tickets/" + ticket.id() + "/rating";

        assertThat(phone.get("/tickets/" + ticket.id()).body()).contains(page);
        assertThat(phone.get(page).body()).contains("非常不满意").doesNotContain("??");
        String receipt = Browser.location(phone.post(page, "stars", "2", "reasons", "214"));
        assertThat(phone.get(receipt).body()).contains("服务态度生硬").doesNotContain("??");
        assertThat(Browser.location(phone.get(page))).isEqualTo(receipt);
    }
}
