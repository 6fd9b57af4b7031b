package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Uscc;
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
    private Browser browser;

    @BeforeEach
    void aSteward() {
        person = new People(identity).staff(organisation, BODY, Role.CATALOGUE);
        steward = organisation.staff(person.id()).orElseThrow();
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
        Import made = imported(exported(Transfer.Selection.ALL, format), true);

        assertThat(faults(made)).isEmpty();
        assertThat(made.step()).isEqualTo(Import.Step.DONE);
        assertThat(made.unchanged()).isEqualTo(catalogue.items().size()).isPositive();
        assertThat(transfer.drafts(steward, made.id())).isEmpty();
    }

    @Test
    void a_changed_entry_becomes_a_draft_that_somebody_else_approves() {
        byte[] changed = Workbooks.changed(
                mine(), book -> Workbooks.cell(book, "事项", "一句话说明", 2).setCellValue("改过的说明。"));
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
                mine(), book -> Workbooks.cell(book, "事项", "一句话说明", 2).setCellValue("再改一次。"));
        Import made = imported(changed, false);
        assertThat(transfer.drafts(steward, made.id())).containsOnlyKeys(Stage.EDITING);

        Import again = imported(changed, false);

        assertThat(again.step()).isEqualTo(Import.Step.REFUSED);
        assertThat(faults(again)).extracting(Fault::place, Fault::code).contains(tuple("事项!A2", "draft-open"));

        Import asPublished = imported(mine(), false);

        assertThat(faults(asPublished))
                .as("what is published already needs no draft")
                .isEmpty();
        assertThat(asPublished.unchanged()).isPositive();
    }

    static Stream<Arguments> faultyWorkbooks() {
        return Stream.of(
                change("formula", "事项!I2", book -> cell(book, "事项", "事项名称").setCellFormula("1+1")),
                change(
                        "number-range",
                        at("事项", "到办事现场次数"),
                        book -> cell(book, "事项", "到办事现场次数").setCellValue("12")),
                change(
                        "not-number",
                        at("事项", "法定办结时限（工作日）"),
                        book -> cell(book, "事项", "法定办结时限（工作日）").setCellValue("二十天")),
                change(
                        "unknown-choice",
                        at("材料", "来源渠道"),
                        book -> cell(book, "材料", "来源渠道").setCellValue("自备")),
                change(
                        "yes-no",
                        at("事项", "可以网上办理"),
                        book -> cell(book, "事项", "可以网上办理").setCellValue("可以")),
                change(
                        "required",
                        at("事项", "办理地点"),
                        book -> cell(book, "事项", "办理地点").setBlank()),
                change(
                        "too-long",
                        at("事项", "事项名称"),
                        book -> cell(book, "事项", "事项名称").setCellValue("长".repeat(201))),
                change(
                        "bidi",
                        at("事项", "办理地点"),
                        book -> cell(book, "事项", "办理地点").setCellValue("正义路\u202e5号")),
                change(
                        "control",
                        at("事项", "办理地点"),
                        book -> cell(book, "事项", "办理地点").setCellValue("正义路\u0085号")),
                change("code-check", "事项!A2", book -> code(book, "113399009900002288" + tail(book))),
                change("code-form", "事项!A2", book -> code(book, "113399")),
                change("code-type", "事项!A2", book -> code(book, head(book) + "009900000000")),
                change("unknown-base-item", "事项!A2", book -> code(book, head(book) + "000199999999")),
                change("not-your-division", "事项!A2", book -> code(book, "11339921990000001K4" + base(book))),
                change("unknown-body", "事项!A2", book -> code(book, "12441500196720244T3" + base(book))),
                change(
                        "code-twice",
                        "事项!A3",
                        book -> Workbooks.cell(book, "事项", "实施编码", 3)
                                .setCellValue(cell(book, "事项", "实施编码").getStringCellValue())),
                change("unknown-item", "材料!A2", book -> cell(book, "材料", "实施编码").setCellValue("没有")),
                change(
                        "disagrees",
                        at("事项", "事项类型"),
                        book -> cell(book, "事项", "事项类型").setCellValue("行政处罚")),
                change(
                        "number-as-code",
                        "事项!A2",
                        book -> cell(book, "事项", "实施编码").setCellValue(1.13e30)),
                change("date-cell", at("事项", "办理时间"), book -> {
                    Cell cell = cell(book, "事项", "办理时间");
                    var style = book.createCellStyle();
                    style.setDataFormat((short) 14);
                    cell.setCellStyle(style);
                    cell.setCellValue(45000);
                }),
                change(
                        "merged",
                        "材料!B2:B3",
                        book -> book.getSheet("材料").addMergedRegion(CellRangeAddress.valueOf("B2:B3"))),
                change(
                        "unknown-column",
                        at("事项", "办理地点").replace("2", "1"),
                        book -> cell(book, "事项", "办理地点", 1).setCellValue("办公地点")),
                change(
                        "missing-column",
                        "事项!1:1",
                        book -> cell(book, "事项", "办理地点", 1).setCellValue("办公地点")),
                change("unknown-sheet", "收费", book -> book.createSheet("收费").createRow(0)),
                change("missing-sheet", "", book -> book.setSheetName(0, "清单")),
                change(
                        "form-json",
                        at("表单", "定义"),
                        book -> cell(book, "表单", "定义").setCellValue("{\"fields\":[")),
                change(
                        "form-incomplete",
                        at("表单", "定义"),
                        book -> cell(book, "表单", "定义").setCellValue("{\"fields\":null}")),
                change(
                        "rule.PHONES_DIFFER",
                        at("事项", "监督投诉电话"),
                        book -> cell(book, "事项", "监督投诉电话")
                                .setCellValue(cell(book, "事项", "咨询电话").getStringCellValue())),
                change(
                        "rule.NO_CATCH_ALL_MATERIAL",
                        at("材料", "材料名称"),
                        book -> cell(book, "材料", "材料名称").setCellValue("其他材料")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyWorkbooks")
    void a_faulty_cell_is_told_at_its_place_and_nothing_is_kept(
            String code, String place, Consumer<XSSFWorkbook> change) {
        Import made = imported(Workbooks.changed(mine(), change), true);

        assertThat(made.step()).isEqualTo(Import.Step.REFUSED);
        assertThat(faults(made)).as(faults(made).toString()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.place()).isEqualTo(place);
        });
        assertThat(transfer.drafts(steward, made.id())).isEmpty();
        assertThat(browser.get("/desk/transfer/imports/" + made.id()).body())
                .contains("没有导入")
                .doesNotContain("??");
    }

    static Stream<Arguments> badFiles() throws Exception {
        byte[] json = "[{\"code\":\"中文\"}]".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("text".getBytes(StandardCharsets.UTF_8));
        }
        return Stream.of(
                Arguments.of("old-excel", new byte[] {
                    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0
                }),
                Arguments.of("csv", "实施编码,事项名称\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("not-known", new byte[] {1, 2, 3, 4}),
                Arguments.of("empty-file", "  \n ".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("not-excel", zip.toByteArray()),
                Arguments.of("damaged", Arrays.copyOf(zip.toByteArray(), 40)),
                Arguments.of("bomb", bomb()),
                Arguments.of("utf-16", new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)),
                Arguments.of("gb18030", new String(json, StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"))),
                Arguments.of("json", "[{\"code\":".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("json", "{\"code\":\"1\",\"code\":\"2\"}".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("json-entries", "[1,2]".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("no-entries", "[]".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "code-form",
                        ("\ufeff" + new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("unknown-element", "{\"code\":\"1\",\"nmae\":\"2\"}".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("json-list", "{\"code\":\"1\",\"materials\":{}}".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("control", "{\"code\":\"1\",\"name\":\"\\u0000\"}".getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bomb() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/sharedStrings.xml")) {
                out.putNextEntry(new ZipEntry(name));
                byte[] blanks = new byte[1 << 20];
                for (int i = 0; i < (name.contains("shared") ? 140 : 1); i++) {
                    out.write(blanks);
                }
            }
        }
        return zip.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_bad_file_gets_a_sentence_that_says_what_to_do(String code, byte[] content) {
        Import made = imported(content, true);

        assertThat(made.step()).isEqualTo(Import.Step.REFUSED);
        assertThat(faults(made)).extracting(Fault::code).contains(code);
        assertThat(browser.get("/desk/transfer/imports/" + made.id()).body()).doesNotContain("??");
    }

    @Test
    void a_cut_off_workbook_is_damaged_and_an_empty_upload_is_no_file() {
        byte[] whole = mine();

        assertThat(faults(imported(Arrays.copyOf(whole, whole.length / 2), true)))
                .extracting(Fault::code)
                .containsExactly("damaged");
        assertThat(upload(browser, new byte[0], "then", "EDIT").statusCode()).isEqualTo(422);
        assertThat(upload(browser, whole, "then", "REVIEW", "reason", " ").statusCode())
                .isEqualTo(422);
    }

    @Test
    void columns_may_stand_in_another_order_and_hidden_things_are_passed_over_knowingly() {
        byte[] changed = Workbooks.changed(mine(), book -> {
            var questions = book.getSheet("常见问题");
            for (var row : questions) {
                String first = row.getCell(1).getStringCellValue();
                row.getCell(1).setCellValue(row.getCell(2).getStringCellValue());
                row.getCell(2).setCellValue(first);
            }
            var secret = book.createSheet("草稿纸");
            secret.createRow(0).createCell(0).setCellValue("随便写的");
            book.setSheetHidden(book.getSheetIndex(secret), true);
            var row = book.getSheet("事项").createRow(900);
            row.createCell(0).setCellValue("不导入");
            row.setZeroHeight(true);
        });

        Import made = imported(changed, true);

        assertThat(made.step()).as(faults(made).toString()).isEqualTo(Import.Step.DONE);
        assertThat(faults(made))
                .extracting(Fault::place, Fault::code, Fault::blocking)
                .containsExactlyInAnyOrder(
                        tuple("草稿纸", "hidden-sheet", false), tuple("事项!901:901", "hidden-row", false));
    }

    @Test
    void random_faults_are_each_told_at_their_cell_and_nothing_is_kept() {
        long seed = System.nanoTime();
        System.out.println("seed of random_faults: " + seed);
        Random random = new Random(seed);
        byte[] whole = mine();
        for (int round = 0; round < 8; round++) {
            List<String> places = new ArrayList<>();
            byte[] broken = Workbooks.changed(whole, book -> {
                for (int i = 0; i < 6; i++) {
                    places.add(breakSomething(book, random));
                }
            });

            Import made = imported(broken, true);

            assertThat(made.step()).as("seed " + seed).isEqualTo(Import.Step.REFUSED);
            assertThat(faults(made)).extracting(Fault::place).as("seed " + seed).containsAll(places);
            assertThat(transfer.drafts(steward, made.id())).as("seed " + seed).isEmpty();
        }
    }

    private static String breakSomething(XSSFWorkbook book, Random random) {
        List<Column> breakable = Stream.of(Sheet.values())
                .flatMap(sheet -> sheet.columns().stream())
                .filter(column -> column.isRead() && column.kind() != Column.Kind.CODE)
                .filter(column ->
                        book.getSheet(Sheet.of(column.sheet()).shownName()).getLastRowNum() > 0)
                .toList();
        Column column = breakable.get(random.nextInt(breakable.size()));
        String sheet = Sheet.of(column.sheet()).shownName();
        int line = 2 + random.nextInt(book.getSheet(sheet).getLastRowNum());
        Cell cell = Workbooks.cell(book, sheet, column.header(), line);
        if (column.kind() == Column.Kind.JSON || random.nextBoolean()) {
            cell.setCellFormula("1+1");
        } else {
            cell.setCellValue("坏\u202e字");
        }
        return sheet + "!" + CellReference.convertNumToColString(cell.getColumnIndex()) + line;
    }

    @Test
    void it_can_be_called_off_by_who_began_it_and_nothing_is_kept() {
        UUID id = begin(mine(), true);
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
        assertThat(left(id)).isZero();
    }

    @Test
    void a_clerk_and_a_citizen_take_nothing_out_and_bring_nothing_in() {
        UUID id = begin(mine(), true);
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
            assertThat(upload(other, mine(), "then", "EDIT").statusCode()).isEqualTo(403);
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
        Import made = imported("[{\"code\":\"1\"}]".getBytes(StandardCharsets.UTF_8), true);

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
                organisation.staff(far.id()).orElseThrow(), "a.xlsx", new ByteArrayInputStream(mine()), true, "试");
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

        assertThat(faults(imported(template.toByteArray(), true)))
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

    /** The cell of a column in the first line of entries, as an export has it. */
    private static String at(String sheet, String header) {
        List<String> headers = Sheet.named(sheet).orElseThrow().columns().stream()
                .map(Column::header)
                .toList();
        return sheet + "!" + CellReference.convertNumToColString(headers.indexOf(header)) + "2";
    }

    private static Arguments change(String code, String place, Consumer<XSSFWorkbook> change) {
        return Arguments.of(code, place, change);
    }

    private static Cell cell(XSSFWorkbook book, String sheet, String header) {
        return cell(book, sheet, header, 2);
    }

    private static Cell cell(XSSFWorkbook book, String sheet, String header, int line) {
        return Workbooks.cell(book, sheet, header, line);
    }

    private static void code(XSSFWorkbook book, String code) {
        cell(book, "事项", "实施编码").setCellValue(code);
    }

    private static String head(XSSFWorkbook book) {
        return cell(book, "事项", "实施编码").getStringCellValue().substring(0, 19);
    }

    private static String tail(XSSFWorkbook book) {
        return cell(book, "事项", "实施编码").getStringCellValue().substring(18);
    }

    private static String base(XSSFWorkbook book) {
        return cell(book, "事项", "实施编码").getStringCellValue().substring(19);
    }

    private Body countyBody() {
        return organisation.bodies().stream()
                .filter(body -> body.division().equals("339921"))
                .findFirst()
                .orElseThrow();
    }

    private byte[] mine() {
        Uscc body = organisation.bodyNamed(BODY).orElseThrow().uscc();
        return exported(new Transfer.Selection(Optional.of(body), Optional.empty()), Format.XLSX);
    }

    private byte[] exported(Transfer.Selection selection, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transfer.export(steward, selection, format, out);
        return out.toByteArray();
    }

    private UUID begin(byte[] content, boolean submit) {
        return transfer.begin(steward, "事项.xlsx", new ByteArrayInputStream(content), submit, "试一试");
    }

    private Import imported(byte[] content, boolean submit) {
        UUID id = begin(content, submit);
        work.run(id);
        assertThat(left(id)).isZero();
        return transfer.find(steward, id);
    }

    private List<Fault> faults(Import made) {
        return transfer.faults(steward, made.id(), 0, 1000);
    }

    private long left(UUID id) {
        return database.sql("""
                        select (select count(*) from transfer.staged_row where import = :id)
                            + (select count(*) from transfer.checked_entry where import = :id)
                            + (select count(*) from transfer.import_part where import = :id)
                        """).param("id", id).query(Long.class).single();
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
