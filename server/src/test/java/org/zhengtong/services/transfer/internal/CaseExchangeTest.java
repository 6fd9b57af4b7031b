package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.CommaLines;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.transfer.CaseExchange;
import org.zhengtong.services.transfer.CaseExchange.Order;
import org.zhengtong.services.transfer.CaseExchange.Selection;
import org.zhengtong.services.transfer.CaseProfile;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class CaseExchangeTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseExchange exchange;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient sql;

    private People people;
    private ServiceItem item;
    private StaffMember steward;
    private People.Someone stewardPerson;
    private People.Someone applicant;

    @BeforeEach
    void aSteward() {
        people = new People(identity);
        item = catalogue.items().stream()
                .filter(one -> one.name().equals("食品经营许可"))
                .findFirst()
                .orElseThrow();
        stewardPerson = people.staff(organisation, item.bodyName(), Role.CATALOGUE);
        steward = organisation.staff(stewardPerson.id()).orElseThrow();
        applicant = people.someone("欧阳远山");
    }

    @Test
    void a_decided_case_stands_in_every_table_with_every_step_and_its_number_opened_for_a_purpose() {
        Receipt receipt = granted();

        List<JsonNode> rows = rows(order("national", day(), "2026 年 3 月报送"), receipt);

        assertThat(rows)
                .extracting(row -> row.get("table").asString())
                .contains(
                        "UP_PRO_ACCEPT",
                        "UP_PRO_PROCESS",
                        "UP_PRO_SPECIALPROCEDURE",
                        "UP_PRO_RESULT",
                        "UP_PRO_MATERIAL");
        JsonNode accepted = only(rows, "UP_PRO_ACCEPT");
        assertThat(accepted.get("applyer_name").asString()).isEqualTo("欧阳远山");
        assertThat(accepted.get("applyer_page_code").asString())
                .isEqualTo(applicant.number().value());
        assertThat(accepted.get("accept_date").asString()).matches("2026-.* ..:..:..");
        JsonNode result = only(rows, "UP_PRO_RESULT");
        assertThat(result.get("result_type").asString()).isEqualTo("1");
        assertThat(result.get("result_cetr_no").asString()).isNotBlank();
        assertThat(only(rows, "UP_PRO_SPECIALPROCEDURE").get("special_name").asString())
                .isEqualTo("检验");
        assertThat(rows.stream()
                        .filter(row -> row.get("table").asString().equals("UP_PRO_PROCESS"))
                        .map(row -> row.at("/row/process_name").asString()))
                .contains("受理", "审查", "准予许可", "办结");
        assertThat(sql.sql("""
                        select facts::text from audit.leaf
                         where subject = :person and action = 'identity.open-number'
                        """)
                        .param("person", applicant.id().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("2026 年 3 月报送");
        assertThat(audited()).contains("transfer.export-cases", "transfer.exported-cases");
    }

    @Test
    void a_masked_profile_names_nobody_says_nothing_and_opens_no_number() {
        Receipt receipt = granted();

        List<JsonNode> rows = rows(order("check", day(), ""), receipt);

        assertThat(rows).isNotEmpty();
        assertThat(rows.toString())
                .doesNotContain("欧阳远山", applicant.number().value(), applicant.phone(), "符合要求的意见")
                .contains("欧**");
        assertThat(sql.sql(
                                "select count(*) from audit.leaf where subject = :person and action = 'identity.open-number'")
                        .param("person", applicant.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_does_not_fit_is_left_out_of_all_tables_and_told() {
        Receipt receipt = granted();

        List<JsonNode> lines = lines(order("gbt39046", day(), "报送"));

        assertThat(lines.stream().filter(line -> about(line, receipt)).toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.has("misfit")).isTrue());
        CaseExchange.Report report = exchange.report(steward, exchange.profile("gbt39046"), day());
        assertThat(report.fitting()).isZero();
        assertThat(report.leftOut()).isPositive();
        assertThat(report.misfits())
                .anySatisfy(misfit -> assertThat(misfit.column()).isEqualTo("task_code 实施编码"));
    }

    @Test
    void since_a_number_only_what_changed_later_comes() {
        Receipt before = granted();
        deliveries.runDue();
        List<JsonNode> first = lines(order("check", new Selection.Since(0), ""));
        assertThat(first.stream().anyMatch(line -> about(line, before))).isTrue();
        long until = first.getLast().get("until").asLong();

        Receipt after = granted();
        deliveries.runDue();
        List<JsonNode> second = lines(order("check", new Selection.Since(until), ""));

        assertThat(second.stream().anyMatch(line -> about(line, after))).isTrue();
        assertThat(second.stream().anyMatch(line -> about(line, before))).isFalse();
        assertThat(second.getLast().get("until").asLong()).isGreaterThan(until);
    }

    @Test
    void a_filing_nobody_has_answered_is_in_no_table() {
        Receipt receipt = filed();

        assertThat(lines(order("check", day(), "")).stream().filter(line -> about(line, receipt)))
                .isEmpty();
        assertThat(exchange.report(steward, exchange.profile("check"), day()).unanswered())
                .isPositive();
    }

    @Test
    void persons_are_named_only_for_a_purpose_and_to_stewards() {
        assertThatThrownBy(() -> exchange.allow(steward, order("national", day(), " ")))
                .isInstanceOf(Problem.class)
                .hasMessage("transfer-purpose");
        StaffMember clerk = organisation
                .staff(people.staff(organisation, item.bodyName(), Role.ACCEPTANCE)
                        .id())
                .orElseThrow();
        assertThatThrownBy(() -> exchange.lines(clerk, order("check", day(), ""), new ByteArrayOutputStream()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> exchange.report(clerk, exchange.profile("check"), day()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_page_shows_what_fits_and_hands_out_each_table() {
        Receipt receipt = granted();
        Browser browser = new Browser(port);
        browser.signIn(stewardPerson.phone(), People.PASSWORD);
        String days = "&from=" + today() + "&until=" + today();

        assertThat(browser.get("/desk/transfer").body()).contains("href=\"/desk/transfer/cases\"");
        assertThat(browser.get("/desk/transfer/cases").body()).contains("办件交换").doesNotContain("??");
        assertThat(browser.get("/desk/transfer/cases?profile=gbt39046" + days).body())
                .contains("task_code 实施编码", "放不进去")
                .doesNotContain("??");
        assertThat(browser.get("/desk/transfer/cases?profile=check&from=2025-01-01&until=2026-01-01")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> table = browser.get("/desk/transfer/files/cases?profile=check&table=UP_PRO_ACCEPT" + days);
        assertThat(table.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body()).startsWith("\ufeff\"row_guid\",\"project_no\"").contains(receipt.caseNumber());
        assertThat(browser.get("/desk/transfer/files/cases?profile=national" + days)
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/desk/transfer/files/cases?profile=check&table=MISFITS" + days)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_text() {
        java.io.StringWriter out = new java.io.StringWriter();

        CommaLines.write(out, List.of("=1+1", "说\"好\"", ""));

        assertThat(out).hasToString("\"'=1+1\",\"说\"\"好\"\"\",\"\"\r\n");
    }

    private Receipt filed() {
        return cases.file(new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of("premises_name", "好味小馆"),
                List.of(new HandedIn.Generated(item.materials().getFirst().id())),
                Channel.WEB));
    }

    private Receipt granted() {
        Receipt receipt = filed();
        StaffMember all = organisation
                .staff(people.staff(organisation, item.bodyName(), Role.ACCEPTANCE, Role.REVIEW, Role.DECISION)
                        .id())
                .orElseThrow();
        for (CaseCommand command : List.of(
                new CaseCommand.Accept(),
                new CaseCommand.StartReview(),
                new CaseCommand.Announce(new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, today(), 5)),
                new CaseCommand.Resume("现场符合"),
                new CaseCommand.Review(true, "符合要求的意见"),
                new CaseCommand.Grant("准予"))) {
            desk.act(receipt.id(), all, OptionalLong.empty(), command);
        }
        return receipt;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private Selection.Days day() {
        return new Selection.Days(today(), today());
    }

    private Order order(String profile, Selection selection, String purpose) {
        CaseProfile chosen = exchange.profile(profile);
        return new Order(chosen, selection, purpose);
    }

    private List<JsonNode> lines(Order order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exchange.lines(steward, order, out);
        List<JsonNode> lines = new ArrayList<>();
        out.toString(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
        return lines;
    }

    private List<JsonNode> rows(Order order, Receipt receipt) {
        return lines(order).stream()
                .filter(line -> line.has("row") && about(line, receipt))
                .toList();
    }

    private static boolean about(JsonNode line, Receipt receipt) {
        return Set.of(
                        line.at("/row/project_no").asString(""),
                        line.at("/misfit/code").asString(" "))
                .contains(receipt.caseNumber());
    }

    private static JsonNode only(List<JsonNode> rows, String table) {
        List<JsonNode> own = rows.stream()
                .filter(row -> row.get("table").asString().equals(table))
                .toList();
        assertThat(own).hasSize(1);
        return own.getFirst().get("row");
    }

    private List<String> audited() {
        return sql.sql("select action from audit.leaf where actor = :actor")
                .param("actor", steward.actor())
                .query(String.class)
                .list();
    }
}
