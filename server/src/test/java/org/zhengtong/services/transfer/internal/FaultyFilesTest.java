package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.transfer.Fault;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Transfer;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class FaultyFilesTest {
    private static final String BODY = "云溪市司法局";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Transfer transfer;

    @Autowired
    ImportWork work;

    @Autowired
    JdbcClient database;

    private StaffMember steward;
    private StewardsFiles files;
    private Browser browser;

    @BeforeEach
    void aSteward() {
        People.Someone person = new People(identity).staff(organisation, BODY, Role.CATALOGUE);
        steward = organisation.staff(person.id()).orElseThrow();
        files = new StewardsFiles(steward, transfer, work, database);
        browser = new Browser(port);
        browser.signIn(person.phone(), People.PASSWORD);
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
        Import made = files.imported(Workbooks.changed(files.mine(), change), true);

        assertThat(made.step()).isEqualTo(Import.Step.REFUSED);
        assertThat(files.faults(made)).as(files.faults(made).toString()).anySatisfy(fault -> {
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
        Import made = files.imported(content, true);

        assertThat(made.step()).isEqualTo(Import.Step.REFUSED);
        assertThat(files.faults(made)).extracting(Fault::code).contains(code);
        assertThat(browser.get("/desk/transfer/imports/" + made.id()).body()).doesNotContain("??");
    }

    @Test
    void a_cut_off_workbook_is_damaged() {
        byte[] whole = files.mine();

        assertThat(files.faults(files.imported(Arrays.copyOf(whole, whole.length / 2), true)))
                .extracting(Fault::code)
                .containsExactly("damaged");
    }

    @Test
    void columns_may_stand_in_another_order_and_hidden_things_are_passed_over_knowingly() {
        byte[] changed = Workbooks.changed(files.mine(), book -> {
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

        Import made = files.imported(changed, true);

        assertThat(made.step()).as(files.faults(made).toString()).isEqualTo(Import.Step.DONE);
        assertThat(files.faults(made))
                .extracting(Fault::place, Fault::code, Fault::blocking)
                .containsExactlyInAnyOrder(
                        tuple("草稿纸", "hidden-sheet", false), tuple("事项!901:901", "hidden-row", false));
    }

    @Test
    void random_faults_are_each_told_at_their_cell_and_nothing_is_kept() {
        long seed = System.nanoTime();
        System.out.println("seed of random_faults: " + seed);
        Random random = new Random(seed);
        byte[] whole = files.mine();
        for (int round = 0; round < 8; round++) {
            List<String> places = new ArrayList<>();
            byte[] broken = Workbooks.changed(whole, book -> {
                for (int i = 0; i < 6; i++) {
                    places.add(breakSomething(book, random));
                }
            });

            Import made = files.imported(broken, true);

            assertThat(made.step()).as("seed " + seed).isEqualTo(Import.Step.REFUSED);
            assertThat(files.faults(made))
                    .extracting(Fault::place)
                    .as("seed " + seed)
                    .containsAll(places);
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
}
