package org.zhengtong.services.licences.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** Existing licences of a body come into the house from a file. */
@ZhengtongTest
class HoldingImportTest {
    private static final String BODY = "云溪市市场监督管理局";
    private static final String FOOD = "食品经营许可证";
    private static final String WORKER = "特种设备作业人员证";
    private static final String FOOD_HEADINGS = "证照编号,持证主体名称,持证主体代码,发证日期,有效期至,经营者名称,法定代表人,住所,经营场所,主体业态,经营项目";
    private static final String WORKER_HEADINGS = "证照编号,持证主体名称,持证主体代码,发证日期,有效期至,姓名,作业项目";
    private static final String PATH = "/desk/licences/holdings";
    private static final String READY =
            "state = 'READY' and import in (select id from licences.holding_import where state = 'RUNNING')";
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    HoldingRound round;

    @Autowired
    Licences licences;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private People people;
    private People.Someone agent;
    private FirmId firm;
    private String uscc;
    private Browser steward;

    @BeforeEach
    void people() {
        people = new People(identity);
        agent = people.someone("李小明");
        firm = people.firmOf(agent.id(), "云溪老李饭店");
        uscc = identity.firm(firm).uscc().value();
        steward = staff(Role.CATALOGUE);
    }

    @AfterEach
    void back() {
        clock.set(TestClock.START);
    }

    @Test
    void a_file_is_checked_first_and_issued_when_the_steward_begins() {
        String number = number();
        String page = sent(FOOD, FOOD_HEADINGS + "\n" + line(number, "2024-05-06", "2029年5月5日"));

        assertThat(steward.get(page).body()).contains("UTF-8", "开始签发 1 份").doesNotContain("??");
        assertThat(held()).isEmpty();
        PageForm.of(steward.get(page).body(), page + "/begin").send(steward);
        settle(READY);

        assertThat(held()).singleElement().satisfies(licence -> {
            assertThat(licence.number()).isEqualTo(number);
            assertThat(licence.issuedOn()).isEqualTo(LocalDate.of(2024, 5, 6));
            assertThat(licence.validUntil()).contains(LocalDate.of(2029, 5, 5));
            assertThat(licence.attributes()).containsEntry("经营项目", "热食类食品制售");
            assertThat(licences.verify(licence.identifier()).valid()).isTrue();
        });
        assertThat(steward.get(page).body()).contains("已完成", "已签发").doesNotContain("??");
        assertThat(database.sql(
                                "select count(*) from licences.holding_row where content is not null and state = 'ISSUED'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_same_file_again_doubles_nothing_and_a_begun_import_is_begun_once() {
        String file = FOOD_HEADINGS + "\n" + line(number(), "2024-05-06", "长期");
        String first = sent(FOOD, file);
        String second = sent(FOOD, file);
        for (String page : List.of(first, second, first)) {
            steward.post(page + "/begin");
        }
        settle(READY);
        String third = sent(FOOD, file);
        steward.post(third + "/begin");
        settle(READY);

        assertThat(held()).hasSize(1);
        assertThat(report(third)).contains("系统里已有");
    }

    @Test
    void gbk_from_an_old_spreadsheet_is_read_as_it_was_meant() {
        String text = FOOD_HEADINGS + "\r\n" + line(number(), "20240506", "2029/5/5");
        String page = Browser.location(steward.upload(
                PATH + "?type=" + encoded(FOOD), "file", "a.csv", text.getBytes(Charset.forName("GBK"))));

        assertThat(steward.get(page).body()).contains("GBK", "开始签发 1 份");
    }

    @Test
    void each_fault_is_told_with_its_line_its_column_and_what_to_do() {
        String bad = String.join(
                "\n",
                WORKER_HEADINGS,
                number() + ",李小明," + agent.number().value() + ",2024-01-01,2030-01-01,李小明,电梯",
                ",李小明,110105194912310021,2024-13-01,2020-01-01,李小明,电梯",
                number() + ",王别名," + agent.number().value() + ",2024-01-01,2030-01-01,王别名,电梯",
                number() + ",李小明," + agent.number().value() + ",2099-01-01,2030-01-01,李小明,电梯");

        String page = sent(WORKER, bad);

        assertThat(steward.get(page).body())
                .contains("不是正确的公民身份号码", "不是日期", "没有填写", "名称与登记的不一致", "发证日期不能晚于今天", "开始签发 1 份")
                .doesNotContain("??")
                .doesNotContain(agent.number().value());
        assertThat(report(page))
                .startsWith("\uFEFF\"行\",\"结果\"")
                .contains("\"3\",\"有问题，不签发\",\"证照编号\",\"没有填写\",\"请补上。\"")
                .doesNotContain(agent.number().value())
                .doesNotContain("王别名");
    }

    @Test
    void whose_holder_is_unknown_is_kept_aside_until_they_register() {
        IdentityNumber unborn = People.number(LocalDate.of(1988, 3, 4));
        String page = sent(
                WORKER,
                WORKER_HEADINGS + "\n" + number() + ",赵晚来," + unborn.value() + ",2024-01-01,2030-01-01,赵晚来,锅炉作业");
        steward.post(page + "/begin");
        settle(READY);
        assertThat(report(page)).contains("持证主体未注册");
        assertThat(database.sql("select content::text from licences.holding_row where state = 'WAITING'")
                        .query(String.class)
                        .list())
                .allSatisfy(content -> assertThat(content).doesNotContain(unborn.value()));

        PersonId late = identity.add(new NewPerson(
                "赵晚来", unborn, People.phone(), Optional.empty(), Optional.empty(), Optional.of(People.PASSWORD), true));
        clock.advance(Duration.ofHours(2));
        settle("state = 'WAITING' and import = '" + page.substring(page.lastIndexOf('/') + 1) + "'");

        assertThat(licences.heldBy(new Party.Person(late)))
                .singleElement()
                .extracting(Licence::type)
                .isEqualTo(WORKER);
        clock.set(TestClock.START);
        assertThat(report(page)).contains("已签发");
    }

    @Test
    void hostile_files_are_refused_with_a_sentence_and_never_an_error() {
        byte[] broken = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b', 0};
        byte[] noText = {(byte) 0x81, (byte) 0xFF, (byte) 0xFF, ','};
        for (byte[] content : List.of(
                broken,
                noText,
                new byte[0],
                "".getBytes(StandardCharsets.UTF_8),
                "甲,乙\n1,2".getBytes(StandardCharsets.UTF_8),
                (FOOD_HEADINGS + ",证照编号\n1").getBytes(StandardCharsets.UTF_8),
                (FOOD_HEADINGS + "\n\"never closed,1,2").getBytes(StandardCharsets.UTF_8),
                FOOD_HEADINGS.getBytes(StandardCharsets.UTF_8))) {
            HttpResponse<String> answer = steward.upload(PATH + "?type=" + encoded(FOOD), "file", "a.csv", content);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("??");
        }
        assertThat(steward.upload(PATH + "?type=none", "file", "a.csv", "x".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void formulas_huge_cells_and_hidden_characters_get_no_further_than_the_report() {
        String huge = "长".repeat(300_000);
        String page = sent(
                FOOD,
                String.join(
                        "\n",
                        FOOD_HEADINGS,
                        "\"=HYPERLINK(\"\"http://x\"\")\",=1+1,@SUM(A1),-2,+3,,,,,,",
                        line(number(), "2024-05-06", "长期").replace("热食类食品制售", huge),
                        line(number() + "\u202E", "2024-05-06", "长期")));

        String report = report(page);

        assertThat(report).contains("太长", "有不可见的字符").doesNotContain("HYPERLINK").doesNotContain("=1+1");
        assertThat(report.lines().flatMap(one -> List.of(one.split(",")).stream()))
                .noneMatch(cell -> cell.matches("\"?[=+@-].*"));
        assertThat(steward.get(page).body()).contains("开始签发 0 份");
    }

    @Test
    void whatever_bytes_come_are_answered() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String good = FOOD_HEADINGS + "\n" + line(number(), "2024-05-06", "长期") + "\n" + line(number(), "x", "长期");
        for (int i = 0; i < 60; i++) {
            byte[] content = good.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change <= random.nextInt(12); change++) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            HttpResponse<String> answer = steward.upload(PATH + "?type=" + encoded(FOOD), "file", "a.csv", content);
            assertThat(answer.statusCode()).as("seed %d, round %d", seed, i).isIn(302, 422);
        }
    }

    @Test
    void only_the_steward_of_the_body_sees_it() {
        String page = sent(FOOD, FOOD_HEADINGS + "\n" + line(number(), "2024-05-06", "长期"));
        Browser decider = staff(Role.DECISION);
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(people.staff(organisation, "云溪市司法局", Role.CATALOGUE).phone(), People.PASSWORD);

        assertThat(decider.get(PATH).statusCode()).isEqualTo(403);
        assertThat(decider.post(page + "/begin").statusCode()).isEqualTo(403);
        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(page + "/report.csv").statusCode()).isEqualTo(404);
        assertThat(elsewhere.post(page + "/begin").statusCode()).isEqualTo(404);
        assertThat(steward.get(PATH + "/template.csv?type=" + encoded(FOOD)).body())
                .contains("\"证照编号\"", "\"经营项目\"");
    }

    @Test
    void hundreds_of_lines_are_looked_at_and_issued() {
        String lines = IntStream.range(0, 300)
                .mapToObj(i -> line(number(), "2024-05-06", "长期"))
                .collect(Collectors.joining("\n"));
        String page = sent(FOOD, FOOD_HEADINGS + "\n" + lines);
        steward.post(page + "/begin");

        settle(READY);

        assertThat(held()).hasSize(300);
    }

    /** The program's own round may have a line in hand at the same moment. */
    private void settle(String open) {
        for (int i = 0; i < 1_000; i++) {
            round.pass();
            boolean left = database.sql("select exists (select from licences.holding_row where " + open + ")")
                    .query(Boolean.class)
                    .single();
            if (!left) {
                return;
            }
        }
        throw new AssertionError("lines were left");
    }

    private List<Licence> held() {
        return licences.heldBy(new Party.Firm(firm));
    }

    private String sent(String type, String text) {
        HttpResponse<String> answer = steward.upload(
                PATH + "?type=" + encoded(type), "file", "holdings.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(302);
        return Browser.location(answer);
    }

    private String report(String page) {
        return steward.get(page + "/report.csv").body();
    }

    private String line(String number, String issued, String until) {
        return String.join(
                ",", number, "云溪老李饭店", uscc, issued, until, "云溪老李饭店", "王法定", "长宁路", "长宁路", "餐饮服务经营者", "热食类食品制售");
    }

    private static synchronized String number() {
        return "JYOLD%06d".formatted(++count);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser staff(Role role) {
        Browser browser = new Browser(port);
        browser.signIn(people.staff(organisation, BODY, role).phone(), People.PASSWORD);
        browser.get("/desk/licences");
        return browser;
    }
}
