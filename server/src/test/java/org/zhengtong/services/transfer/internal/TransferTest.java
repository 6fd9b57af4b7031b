package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.editing.Stage;
import org.zhengtong.services.transfer.Fault;
import org.zhengtong.services.transfer.Format;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Transfer;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class TransferTest {
    private static final String BODY = "云溪市司法局";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Transfer transfer;

    @Autowired
    ImportWork work;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private People.Someone person;
    private StaffMember steward;
    private StewardsFiles files;
    private Browser browser;

    @BeforeEach
    void aSteward() {
        person = new People(identity).staff(organisation, BODY, Role.CATALOGUE);
        steward = organisation.staff(person.id()).orElseThrow();
        files = new StewardsFiles(steward, transfer, work, database);
        browser = browser(person);
    }

    @AfterEach
    void noDraftIsLeft() {
        database.sql(
                        "update editing.draft set stage = 'DISCARDED' where id in (select draft from transfer.import_draft)")
                .update();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_is_exported_comes_back_as_the_same_documents(Format format) {
        Import made = files.imported(files.exported(Transfer.Selection.ALL, format), true);

        assertThat(files.faults(made)).isEmpty();
        assertThat(made.step()).isEqualTo(Import.Step.DONE);
        assertThat(made.unchanged()).isEqualTo(catalogue.items().size()).isPositive();
        assertThat(transfer.drafts(steward, made.id())).isEmpty();
    }

    @Test
    void a_changed_entry_becomes_a_draft_that_somebody_else_approves() {
        byte[] changed = Workbooks.changed(
                files.mine(), book -> Workbooks.cell(book, "事项", "一句话说明", 2).setCellValue("改过的说明。"));
        HttpResponse<String> sent = upload(browser, changed, "then", "REVIEW", "reason", "说明写得更清楚");
        String page = Browser.location(sent);
        assertThat(page).matches("/desk/transfer/imports/[0-9a-f-]{36}");
        assertThat(browser.get(page).body()).contains("等待开始", "every 1s").doesNotContain("??");
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        work.run(id);
        assertThat(browser.get(page).body())
                .contains("已导入", "得到 1 份草稿", "写的人不能审自己的")
                .doesNotContain("every 1s", "??");
        HttpResponse<String> own = browser.post(page + "/approve", "day", day());
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("另一个人");
        Browser reviewer = browser(new People(identity).staff(organisation, BODY, Role.CATALOGUE));
        assertThat(reviewer.get(page).body()).contains("全部批准（1 份）");
        assertThat(reviewer.post(page + "/approve", "day", "morgen").statusCode())
                .isEqualTo(422);
        assertThat(reviewer.post(page + "/approve", "day", day()).statusCode()).isEqualTo(302);

        assertThat(transfer.drafts(steward, id)).containsOnlyKeys(Stage.APPROVED);
        assertThat(database.sql("""
                        select document->>'summary' from editing.draft
                        join transfer.import_draft on draft = id where import = :id
                        """).param("id", id).query(String.class).single())
                .isEqualTo("改过的说明。");
        assertThat(audited(id)).containsExactly("transfer.begin", "transfer.import", "transfer.approve");
    }

    @Test
    void drafts_may_also_be_left_to_be_edited_and_then_keep_others_out() {
        byte[] changed = Workbooks.changed(
                files.mine(), book -> Workbooks.cell(book, "事项", "一句话说明", 2).setCellValue("再改一次。"));
        Import made = files.imported(changed, false);
        assertThat(transfer.drafts(steward, made.id())).containsOnlyKeys(Stage.EDITING);

        Import again = files.imported(changed, false);

        assertThat(again.step()).isEqualTo(Import.Step.REFUSED);
        assertThat(files.faults(again)).extracting(Fault::place, Fault::code).contains(tuple("事项!A2", "draft-open"));

        Import asPublished = files.imported(files.mine(), false);

        assertThat(files.faults(asPublished))
                .as("what is published already needs no draft")
                .isEmpty();
        assertThat(asPublished.unchanged()).isPositive();
    }

    @Test
    void an_empty_upload_is_no_file_and_for_review_there_must_be_a_reason() {
        byte[] mine = files.mine();

        assertThat(upload(browser, new byte[0], "then", "EDIT").statusCode()).isEqualTo(422);
        assertThat(upload(browser, mine, "then", "REVIEW", "reason", " ").statusCode())
                .isEqualTo(422);
    }

    @Test
    void it_can_be_called_off_by_who_began_it_and_nothing_is_kept() {
        UUID id = files.begin(files.mine(), true);
        Browser other = browser(new People(identity).staff(organisation, BODY, Role.CATALOGUE));
        assertThat(other.post("/desk/transfer/imports/" + id + "/cancel").statusCode())
                .isEqualTo(403);

        assertThat(browser.post("/desk/transfer/imports/" + id + "/cancel").statusCode())
                .isEqualTo(302);
        work.run(id);

        assertThat(transfer.find(steward, id).step()).isEqualTo(Import.Step.CANCELLED);
        assertThat(transfer.drafts(steward, id)).isEmpty();
        assertThat(browser.post("/desk/transfer/imports/" + id + "/cancel").statusCode())
                .isEqualTo(409);
        assertThat(files.left(id)).isZero();
    }

    @Test
    void a_clerk_and_a_citizen_take_nothing_out_and_bring_nothing_in() {
        UUID id = files.begin(files.mine(), true);
        People.Someone acceptance = new People(identity).staff(organisation, BODY, Role.ACCEPTANCE);
        Browser clerk = browser(acceptance);
        Browser citizen = new Browser(port);
        citizen.signIn(new People(identity).someone("李市民").phone(), People.PASSWORD);
        People.Someone far =
                new People(identity).staff(organisation, countyBody().name(), Role.CATALOGUE);

        for (Browser other : List.of(clerk, citizen)) {
            for (String page : List.of(
                    "/desk/transfer",
                    "/desk/transfer/files/template.xlsx",
                    "/desk/transfer/files/items",
                    "/desk/transfer/files/exchange/national",
                    "/desk/transfer/exchange/national",
                    "/desk/transfer/imports/" + id)) {
                assertThat(other.get(page).statusCode()).as(page).isEqualTo(403);
            }
            assertThat(upload(other, files.mine(), "then", "EDIT").statusCode()).isEqualTo(403);
        }
        assertThat(browser(far).get("/desk/transfer/imports/" + id).statusCode())
                .isEqualTo(404);
        assertThat(call(acceptance, "/api/v1/transfer/items").statusCode()).isEqualTo(403);
        assertThat(call(acceptance, "/api/v1/transfer/exchange/national").statusCode())
                .isEqualTo(403);
        assertThat(call(far, "/api/v1/transfer/items").body()).doesNotContain("云溪市司法局");
    }

    @Test
    void programs_read_the_same_result() {
        Import made = files.imported("[{\"code\":\"1\"}]".getBytes(StandardCharsets.UTF_8), true);

        JsonNode state = JsonMapper.shared()
                .readTree(call(person, "/api/v1/transfer/imports/" + made.id()).body());
        JsonNode faults = JsonMapper.shared()
                .readTree(call(person, "/api/v1/transfer/imports/" + made.id() + "/faults")
                        .body());

        assertThat(state.path("step").asString()).isEqualTo("REFUSED");
        assertThat(faults.path("faults").size()).isEqualTo(state.path("faults").asInt());
        assertThat(faults.path("faults")
                        .valueStream()
                        .map(one -> one.path("cell").asString()))
                .contains("$[0].code", "$[0].name");
        assertThat(faults.path("faults")
                        .valueStream()
                        .map(one -> one.path("sentence").asString()))
                .allMatch(sentence -> sentence.endsWith("。"));
    }

    @Test
    void a_county_brings_in_its_own_entries_only() {
        People.Someone far =
                new People(identity).staff(organisation, countyBody().name(), Role.CATALOGUE);
        UUID id = transfer.begin(
                organisation.staff(far.id()).orElseThrow(),
                "a.xlsx",
                new ByteArrayInputStream(files.mine()),
                true,
                "试");
        work.run(id);

        assertThat(transfer.faults(organisation.staff(far.id()).orElseThrow(), id, 0, 99))
                .isNotEmpty()
                .extracting(Fault::code)
                .containsOnly("not-your-division");
    }

    @Test
    void the_template_is_read_again_and_its_page_and_api_work() {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        transfer.template(steward, template);

        assertThat(files.faults(files.imported(template.toByteArray(), true)))
                .extracting(Fault::code)
                .containsExactly("no-entries");
        assertThat(browser.get("/desk/transfer").body())
                .contains("下载导入模板", "导入记录")
                .doesNotContain("??");
        assertThat(browser.get("/desk/items").body()).contains("href=\"/desk/transfer\"");
        assertThat(browser.get("/desk/transfer/files/items?format=doc").statusCode())
                .isEqualTo(422);
        assertThat(browser.get("/desk/transfer/files/items?body=1").statusCode())
                .isEqualTo(422);
        assertThat(call(person, "/api/v1/transfer/items?division=339900").body())
                .contains("公证办理");
        assertThat(browser.get("/desk/transfer/exchange/national").body())
                .contains("放得进去")
                .doesNotContain("??");
        assertThat(browser.get("/desk/transfer/exchange/gbt39046").body())
                .contains("最长 10，现在 12")
                .doesNotContain("??");
        assertThat(browser.get("/desk/transfer/exchange/none").statusCode()).isEqualTo(404);
        assertThat(call(person, "/api/v1/transfer/exchange/national").body()).contains("UP_TASK_GENERAL_MATERIAL");
    }

    private Body countyBody() {
        return organisation.bodies().stream()
                .filter(body -> body.division().equals("339921"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> audited(UUID id) {
        return database.sql("select action from audit.leaf where subject = :id order by subject_sequence")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private String day() {
        return LocalDate.ofInstant(clock.instant(), Page.ZONE).toString();
    }

    private HttpResponse<String> upload(Browser who, byte[] content, String... fields) {
        who.get("/desk/items");
        List<String> query = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            query.add(fields[i] + "=" + java.net.URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return who.upload("/desk/transfer/imports?" + String.join("&", query), "file", "a.xlsx", content);
    }

    private HttpResponse<String> call(People.Someone someone, String path) {
        Browser program = new Browser(port);
        String token = JsonMapper.shared()
                .readTree(program.send(HttpRequest.newBuilder(program.address("/api/v1/sessions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"account\":\"%s\",\"password\":\"%s\"}"
                                        .formatted(someone.phone(), People.PASSWORD))))
                        .body())
                .path("token")
                .asString();
        return program.send(HttpRequest.newBuilder(program.address(path)).header("Authorization", "Bearer " + token));
    }

    private Browser browser(People.Someone someone) {
        Browser fresh = new Browser(port);
        fresh.signIn(someone.phone(), People.PASSWORD);
        return fresh;
    }
}
