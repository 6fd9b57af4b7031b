package org.zhengtong.services.halls.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Release;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.Plans;
import org.zhengtong.services.halls.Roster.Shift;
import org.zhengtong.services.halls.Rosters;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** The system administrator sets a hall up from nothing. */
@ZhengtongTest
class PlanPagesTest {
    private static final String BODY = "云溪市市场监督管理局";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Halls halls;

    @Autowired
    HallPlans plans;

    @Autowired
    Rosters rosters;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private Hall hall;
    private String here;
    private Browser administrator;

    @BeforeEach
    void aHallWithoutPlan() {
        hall = Plans.hall(organisation.bodyNamed(BODY).orElseThrow().uscc().value());
        halls.put(hall);
        here = "/desk/halls/" + hall.id();
        administrator = signedIn(Role.SYSTEM_ADMINISTRATOR);
    }

    @Test
    void a_hall_is_set_up_step_by_step_and_then_takes_bookings() {
        assertThat(administrator.get(here).body())
                .contains("不接受预约", "没有归到任何业务组")
                .doesNotContain("??");

        done(form(here + "/hours").with("MONDAY", "9：00—12：00，13:30~17:00"));
        done(form(here + "/areas/new").with("name", "A 区").with("windows", "1-3、5"));
        assertThat(plans.bookable(hall.id())).isEmpty();
        done(form(here + "/groups/new")
                .with("name", "企业服务")
                .with("windows", "1-3")
                .with("bodies", hall.bodies().getFirst())
                .with("PORTAL", "4"));

        assertThat(plans.bookable(hall.id())).isPresent();
        assertThat(administrator.get(here).body())
                .contains("接受预约", "09:00-12:00 13:30-17:00", "1-3、5", "企业服务")
                .doesNotContain("不接受预约", "??");
        assertThat(administrator.get("/halls/" + hall.id()).body()).contains("预约来办的时间", "A 区");
        assertThat(administrator.get("/desk/halls").body())
                .contains(hall.name())
                .doesNotContain("??");
    }

    @Test
    void a_change_that_would_bring_a_fault_is_refused_with_the_fault() {
        plans.put(Plans.plan(hall, 3, Plans.RULES));

        HttpResponse<String> overlapping =
                form(here + "/hours").with("FRIDAY", "9:00-12:00 11:00-17:00").send(administrator);
        String area = administrator.get(here).body().replaceAll("(?s).*(" + here + "/areas/a)\".*", "$1");
        HttpResponse<String> without = form(area).with("windows", "1").send(administrator);

        assertThat(overlapping.statusCode()).isEqualTo(422);
        assertThat(overlapping.body()).contains("周五的两段时间互相重叠", "9:00-12:00 11:00-17:00");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("写了 2 号窗口，但是大厅里没有");
        assertThat(plans.plan(hall.id())).contains(Plans.plan(hall, 3, Plans.RULES));
    }

    @ParameterizedTest
    @CsvSource({
        "hours, MONDAY, 上午",
        "hours, MONDAY, 25:00-26:00",
        "rules, slotMinutes, 3",
        "rules, slotMinutes, 一",
        "rules, daysAhead, -1",
        "rules, releaseTime, 25:00",
        "rules, releaseTime, 早上",
        "areas/new, windows, 3-1",
        "areas/new, windows, 一号",
        "groups/new, PORTAL, 1000",
        "groups/new, name, ''"
    })
    void what_cannot_be_read_is_said_beside_its_field(String page, String field, String typed) {
        HttpResponse<String> answer = form(here + "/" + page).with(field, typed).send(administrator);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#" + field + "\"").doesNotContain("??");
    }

    @Test
    void the_last_day_is_given_a_time_at_which_it_opens_and_a_queue() {
        plans.put(Plans.plan(hall, 3, Plans.RULES));

        done(form(here + "/rules").with("releaseTime", "8：00").with("rushMinutes", "15"));

        assertThat(plans.plan(hall.id()).orElseThrow().rules().release()).contains(new Release(LocalTime.of(8, 0), 15));
        assertThat(administrator.get(here).body())
                .contains("每天 08:00 放号，前后各 15 分钟排队")
                .doesNotContain("??");
        assertThat(administrator.get(here + "/rules").body()).contains("value=\"08:00\"", "value=\"15\"");
        assertThat(form(here + "/rules")
                        .with("rushMinutes", "61")
                        .send(administrator)
                        .body())
                .contains("href=\"#rushMinutes\"");
        assertThat(form(here + "/rules")
                        .with("daysAhead", "0")
                        .send(administrator)
                        .body())
                .contains("只能约当天的大厅不能定放号时间");
        done(form(here + "/rules").with("releaseTime", ""));
        assertThat(plans.plan(hall.id()).orElseThrow().rules().release()).isEmpty();
    }

    @Test
    void a_plan_that_was_kept_before_days_opened_at_a_time_is_read() {
        plans.put(Plans.plan(hall, 3, Plans.RULES));
        sql.sql("update halls.plan set document = document #- '{rules,release}', version = 7 where hall = :hall")
                .param("hall", hall.id())
                .update();
        transaction.executeWithoutResult(
                _ -> assertThat(plans.hold(hall.id()).orElseThrow().rules()).isEqualTo(Plans.RULES));
    }

    @Test
    void a_special_day_is_added_and_removed() {
        plans.put(Plans.plan(hall, 3, Plans.RULES));
        LocalDate day = LocalDate.now(clock).plusDays(20);

        done(PageForm.of(administrator.get(here + "/hours").body(), here + "/days")
                .with("day", day.toString())
                .with("reason", "设备检修"));
        assertThat(administrator.get(here + "/hours").body()).contains("设备检修");
        assertThat(administrator.get("/halls/" + hall.id()).body())
                .contains("%d年%d月%d日：不开放 · 设备检修".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        assertThat(plans.plan(hall.id()).orElseThrow().specialDays()).hasSize(1);
        done(PageForm.of(administrator.get(here + "/hours").body(), here + "/days/removal"));

        assertThat(plans.plan(hall.id()).orElseThrow().specialDays()).isEmpty();
    }

    @Test
    void another_hall_is_taken_as_a_template_with_the_bodies_that_are_here() {
        Hall template = Plans.hall(
                hall.bodies().getFirst(),
                organisation.bodyNamed("云溪市公安局").orElseThrow().uscc().value());
        halls.put(template);
        plans.put(Plans.plan(template, 5, Plans.RULES));

        done(form(here, here + "/copies").with("from", template.id()));

        assertThat(plans.bookable(hall.id()).orElseThrow().groups())
                .singleElement()
                .satisfies(group -> assertThat(group.bodies()).isEqualTo(hall.bodies()));
    }

    @Test
    void a_roster_is_set_up_for_a_day_copied_to_others_and_changed_for_a_date() {
        LocalDate date = LocalDate.now(clock).plusDays(1);
        plans.put(openOn(date));
        Someone clerk = new People(identity).staff(organisation, BODY, Role.ACCEPTANCE);
        Someone other = new People(identity).staff(organisation, BODY, Role.ACCEPTANCE);
        String roster = here + "/roster";
        String monday = roster + "/MONDAY";
        assertThat(administrator.get(here).body()).contains("href=\"" + roster + "\"");
        assertThat(administrator.get(roster).body())
                .contains("排班", "href=\"" + monday + "\"")
                .doesNotContain("??");
        assertThat(administrator.get(roster + "/SUNDAY").statusCode()).isEqualTo(404);

        PageForm day = form(monday).with("at-1-0900", id(clerk));
        HttpResponse<String> twice = day.with("at-2-0900", id(clerk)).send(administrator);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body())
                .contains("周一" + clerk.name() + "同一时间排在 1 号和 2 号两个窗口", "href=\"#grid\"")
                .doesNotContain("??");
        assertThat(Browser.location(day.with("at-2-0900", "").send(administrator)))
                .isEqualTo(roster + "?done=changed");
        assertThat(form(monday, monday + "/shifts")
                        .with("hours", "下午")
                        .send(administrator)
                        .body())
                .contains("href=\"#hours\"", "href=\"#clerk\"")
                .doesNotContain("??");
        form(monday, monday + "/shifts")
                .with("window", "2")
                .with("hours", "13:30-15:00")
                .with("clerk", id(other))
                .send(administrator);
        form(monday, monday + "/copies").with("to", "TUESDAY", "FRIDAY").send(administrator);
        assertThat(rosters.roster(hall.id()).orElseThrow().week())
                .containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)
                .allSatisfy((_, shifts) -> assertThat(shifts)
                        .containsExactly(
                                new Shift(1, Plans.opening("09:00", "12:00"), clerk.id()),
                                new Shift(2, Plans.opening("13:30", "15:00"), other.id())));
        assertThat(administrator.get(roster).body())
                .contains("周一 15:00-17:00 没有人的窗口：2", "周三 09:00-12:00 没有人的窗口：1-2")
                .doesNotContain("只改这天", "??");
        form(monday, monday + "/shifts/removal").send(administrator);
        assertThat(administrator.get(monday).body()).doesNotContain(monday + "/shifts/removal");

        String once = roster + "/" + date;
        assertThat(Browser.location(form(once).with("at-1-1330", id(clerk)).send(administrator)))
                .isEqualTo(roster + "?done=changed&week=" + date);
        assertThat(administrator.get(roster + "?week=" + date).body()).contains("只改这天");
        assertThat(rosters.of(clerk.id(), date, date))
                .anySatisfy(own ->
                        assertThat(own.shift()).isEqualTo(new Shift(1, Plans.opening("13:30", "17:00"), clerk.id())));
        form(once, once + "/removal").send(administrator);
        assertThat(administrator.get(roster + "?week=" + date).body()).doesNotContain("只改这天", "??");
    }

    private HallPlan openOn(LocalDate date) {
        HallPlan plan = Plans.plan(hall, 3, Plans.RULES);
        return new HallPlan(
                plan.hall(),
                plan.areas(),
                plan.windows(),
                plan.groups(),
                plan.week(),
                List.of(new HallPlan.SpecialDay(
                        date, List.of(Plans.opening("09:00", "12:00"), Plans.opening("13:30", "17:00")), "开放")),
                plan.rules());
    }

    private static String id(Someone someone) {
        return someone.id().value().toString();
    }

    @Test
    void who_had_the_page_open_while_somebody_else_changed_it_is_told() {
        plans.put(Plans.plan(hall, 3, Plans.RULES));
        PageForm open = form(here + "/rules").with("daysAhead", "7");
        done(form(here + "/rules").with("daysAhead", "9"));

        HttpResponse<String> late = open.send(administrator);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("别人改过").doesNotContain("??");
        assertThat(plans.plan(hall.id()).orElseThrow().rules().daysAhead()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM_ADMINISTRATOR")
    void nobody_else_sets_up_halls(Role role) {
        Browser other = signedIn(role);

        assertThat(other.get("/desk/halls").statusCode()).isEqualTo(403);
        assertThat(other.get(here).statusCode()).isEqualTo(403);
        assertThat(other.get(here + "/roster").statusCode()).isEqualTo(403);
        assertThat(other.post(here + "/roster/MONDAY", "version", "0").statusCode())
                .isEqualTo(403);
        assertThat(other.post(here + "/hours", "version", "0", "MONDAY", "9:00-12:00")
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.post(here + "/closing", "day", "2026-12-24", "reason", "停电")
                        .statusCode())
                .isEqualTo(403);
        assertThat(plans.plan(hall.id())).isEmpty();
    }

    private Browser signedIn(Role role) {
        People people = new People(identity);
        Browser browser = new Browser(port);
        browser.signIn(people.staff(organisation, BODY, role).phone(), People.PASSWORD);
        return browser;
    }

    private PageForm form(String page) {
        return form(page, page);
    }

    private PageForm form(String page, String action) {
        return PageForm.of(administrator.get(page).body(), action);
    }

    private void done(PageForm form) {
        assertThat(Browser.location(form.send(administrator))).isEqualTo(here + "?done=changed");
    }
}
