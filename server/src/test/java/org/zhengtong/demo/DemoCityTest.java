package org.zhengtong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.RosterDesk;
import org.zhengtong.services.halls.RosterFault;
import org.zhengtong.services.halls.Rosters;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
@ActiveProfiles("demo")
class DemoCityTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    @Autowired
    Identity identity;

    @Autowired
    CityLife life;

    @Autowired
    Organisation organisation;

    @Autowired
    HallPlans plans;

    @Autowired
    Rosters rosters;

    @Autowired
    RosterDesk desk;

    @Test
    void about_a_thousand_people_and_firms_live_there_and_all_are_marked_synthetic() {
        assertThat(count("select count(*) from identity.person") + count("select count(*) from identity.firm"))
                .isBetween(1000, 1300);
        assertThat(count("select count(*) from identity.person where not synthetic"))
                .isZero();
        assertThat(count("select count(*) from identity.firm where not synthetic"))
                .isZero();
    }

    @Test
    void a_few_hundred_cases_of_ninety_days_stand_in_all_states() {
        Set<CaseState> states =
                database.sql("select distinct state from cases.case_file").query(String.class).list().stream()
                        .map(CaseState::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));

        assertThat(count("select count(*) from cases.case_file")).isBetween(300, 500);
        assertThat(states)
                .contains(
                        CaseState.SUBMITTED,
                        CaseState.RECEIVED,
                        CaseState.CORRECTION_REQUESTED,
                        CaseState.ACCEPTED,
                        CaseState.IN_REVIEW,
                        CaseState.SUSPENDED,
                        CaseState.REVIEWED,
                        CaseState.CLOSED,
                        CaseState.NOT_ACCEPTED,
                        CaseState.NOT_REQUIRED,
                        CaseState.WITHDRAWN);
    }

    @Test
    void what_went_wrong_in_the_city_is_found_by_supervision() {
        assertThat(count("select count(*) from supervision.card where colour = 'RED'"))
                .isPositive();
        assertThat(database.sql("select distinct pattern from supervision.suspicion")
                        .query(String.class)
                        .list())
                .contains(
                        "REFILED", "ENDLESS_CORRECTIONS", "HANDLED_OUTSIDE", "PAUSED_OVER_OVERDUE", "EXTENDED_IN_BULK");
        assertThat(startOf("overseer")).isEqualTo("/desk/supervision");
    }

    @Test
    void the_clerk_has_a_window_in_a_roster_without_double_use_and_one_hall_opens_its_days_at_a_time() {
        PersonId clerk = ofPersona("clerk");
        StaffMember administrator = organisation.staff(ofPersona("system")).orElseThrow();

        assertThat(rosters.roster("citizen-centre").orElseThrow().clerks()).contains(clerk);
        assertThat(List.of("citizen-centre", "marriage"))
                .allSatisfy(hall ->
                        assertThat(desk.roster(administrator, hall).faults()).noneMatch(RosterFault::isRefused));
        assertThat(plans.bookable("marriage").orElseThrow().rules().release()).isPresent();
    }

    private PersonId ofPersona(String key) {
        return Persona.all().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .flatMap(one -> identity.findAccount(one.account()))
                .orElseThrow();
    }

    /** As somebody would who found a dump of the database: every table, byte for byte. */
    @Test
    void a_dump_of_the_database_tells_no_number_telephone_or_address() throws Exception {
        Set<String> told = new TreeSet<>();
        for (UUID id :
                database.sql("select id from identity.person").query(UUID.class).list()) {
            PersonProfile person = identity.person(new PersonId(id));
            told.add(identity.openNumber(person.id(), "system", "test").value());
            told.add(person.phone());
            person.address().ifPresent(told::add);
        }
        assertThat(told).hasSizeGreaterThan(1500);
        HiddenWords hidden = new HiddenWords(told);

        for (String table : database.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list()) {
            assertThat(hidden.in(copyOf(table))).as(table).isEmpty();
        }
    }

    private byte[] copyOf(String table) throws Exception {
        try (Connection connection = source.getConnection()) {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table + " to stdout (format binary)", copy);
            return copy.toByteArray();
        }
    }

    @Test
    void a_second_start_adds_nobody() {
        int before = count("select count(*) from identity.person");

        life.run(new org.springframework.boot.DefaultApplicationArguments());

        assertThat(count("select count(*) from identity.person")).isEqualTo(before);
    }

    @Test
    void one_click_signs_in_as_somebody_of_the_city() {
        Browser browser = new Browser(port);

        assertThat(browser.get("/demo").body()).contains("周建国", "赵文静", "高翔");
        assertThat(browser.post("/demo", "persona", "owner").statusCode()).isEqualTo(302);

        assertThat(Browser.location(browser.get("/sign-in"))).isEqualTo("/my");
        assertThat(browser.get("/my").body()).contains("周建国，您好", "营业执照", "正在办理");
    }

    @Test
    void staff_and_administrators_begin_where_their_duty_is() {
        assertThat(startOf("clerk")).isEqualTo("/desk");
        assertThat(startOf("steward")).isEqualTo("/desk/items");
        assertThat(startOf("security")).isEqualTo("/desk/staff");
        assertThat(startOf("audit")).isEqualTo("/desk/audit");
    }

    @Test
    void who_has_no_cases_is_led_from_the_inbox_to_their_own_duty() {
        Browser browser = new Browser(port);
        browser.post("/demo", "persona", "audit");

        assertThat(Browser.location(browser.get("/desk"))).isEqualTo("/desk/audit");
    }

    @Test
    void who_has_to_correct_something_reads_it_on_the_front_page() {
        Browser browser = new Browser(port);
        browser.post("/demo", "persona", "mother");

        assertThat(browser.get("/").body()).contains("等您处理", "居住证申领");
    }

    @Test
    void nobody_is_signed_in_from_another_machine() {
        Browser browser = new Browser(port);
        browser.get("/demo");

        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/demo"))
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("persona=owner&_csrf=" + browser.token())));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.cookie("zt_session")).isEmpty();
    }

    @Test
    void an_unknown_persona_is_nobody() {
        assertThat(new Browser(port).post("/demo", "persona", "mayor").statusCode())
                .isEqualTo(404);
    }

    private String startOf(String persona) {
        Browser browser = new Browser(port);
        browser.post("/demo", "persona", persona);
        return Browser.location(browser.get("/sign-in"));
    }

    private int count(String query) {
        return database.sql(query).query(Integer.class).single();
    }
}
