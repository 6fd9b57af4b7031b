package org.zhengtong.people.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** Who is away names a colleague, who then has both duties and no other's. */
@ZhengtongTest
class AbsenceTest {
    private static final String BODY = "云溪市文化和旅游局";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clock clock;

    private People.Someone head;
    private People.Someone clerk;
    private Browser away;
    private LocalDate today;

    @BeforeEach
    void head_and_clerk_of_one_body() {
        People people = new People(identity);
        head = people.staff(organisation, BODY, Role.DECISION, Role.CATALOGUE);
        clerk = people.staff(organisation, BODY, Role.ACCEPTANCE);
        away = new Browser(port);
        away.signIn(head.phone(), People.PASSWORD);
        today = LocalDate.now(clock);
    }

    @Test
    void the_deputy_decides_while_the_head_is_away_and_no_longer() {
        arrange(clerk, today, today.plusDays(3));

        assertThat(organisation.onDuty(clerk.id()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ACCEPTANCE, Role.DECISION);
        assertThat(organisation.staff(clerk.id()).orElseThrow().roles()).containsExactly(Role.ACCEPTANCE);
        assertThat(away.get("/desk/absence").body()).contains("收回委托").doesNotContain("??");

        away.post("/desk/absence/end");
        assertThat(organisation.onDuty(clerk.id()).orElseThrow().roles()).containsExactly(Role.ACCEPTANCE);
    }

    @Test
    void before_the_first_day_nothing_is_handed_on() {
        arrange(clerk, today.plusDays(1), today.plusDays(3));

        assertThat(organisation.onDuty(clerk.id()).orElseThrow().roles()).containsExactly(Role.ACCEPTANCE);
    }

    @Test
    void a_stranger_to_the_body_and_days_in_disorder_are_refused_and_kept() {
        People.Someone stranger = new People(identity).staff(organisation, "云溪市公安局", Role.REVIEW);

        HttpResponse<String> deputy = arrange(stranger, today, today.plusDays(3));
        assertThat(deputy.statusCode()).isEqualTo(422);
        assertThat(deputy.body()).contains("本机构的一位同事").doesNotContain("??");
        HttpResponse<String> days = arrange(clerk, today.plusDays(3), today);
        assertThat(days.statusCode()).isEqualTo(422);
        assertThat(days.body()).contains("结束不早于开始", today.plusDays(3).toString());
    }

    private HttpResponse<String> arrange(People.Someone deputy, LocalDate from, LocalDate until) {
        return away.post(
                "/desk/absence",
                "deputy",
                deputy.id().value().toString(),
                "from",
                from.toString(),
                "until",
                until.toString());
    }
}
