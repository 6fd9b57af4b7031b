package org.zhengtong.services.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.filing.web.FilingBrowser.Answer;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Groups, addresses by division and files, from the page to the case, and the same by API and on paper. */
@ZhengtongTest
class FormKindsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    private ServiceItem item;
    private People.Someone someone;
    private FilingBrowser browser;
    private String questions = "";

    /** An item with a form that asks for everything. */
    @BeforeEach
    void anItemThatAsksForEverything() {
        ServiceItem card = YunxiBodies.item("无犯罪记录证明开具");
        item = catalogue.item(card.code()).orElseThrow();
        if (item.form().section("members").isEmpty()) {
            Map<String, Object> document = JSON.convertValue(item, new tools.jackson.core.type.TypeReference<>() {});
            document.put("form", form());
            document.put("materials", List.of(generated(item.materials().getFirst())));
            document.put("situations", List.of());
            catalogue.publish(JSON.convertValue(document, ServiceItem.class));
            item = catalogue.item(card.code()).orElseThrow();
        }
        someone = new People(identity).someone("林小满");
        browser = new FilingBrowser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
    }

    private static Material generated(Material one) {
        return new Material(
                one.id(),
                "申请表",
                one.requirement(),
                Material.MaterialSource.APPLICANT,
                Optional.empty(),
                one.copies(),
                one.format(),
                one.legalBasis(),
                one.acceptanceStandard(),
                true,
                Optional.empty());
    }

    private static Form form() {
        return new Form(List.of(
                new Form.Section(
                        "home",
                        "住址",
                        List.of(
                                field("home_address", Form.Kind.DIVISION_ADDRESS, "现居住地", 60),
                                field("photo", Form.Kind.FILE, "照片", 0))),
                new Form.Section(
                        "members",
                        "家庭成员",
                        List.of(
                                field("member_name", Form.Kind.TEXT, "姓名", 20),
                                field("member_age", Form.Kind.NUMBER, "年龄", 3)),
                        Optional.empty(),
                        Optional.of(new Form.Repeat("家庭成员", 1, 3)))));
    }

    private static Form.Field field(String id, Form.Kind kind, String label, int most) {
        return new Form.Field(id, kind, label, "", true, most, List.of(), Optional.empty(), Optional.empty());
    }

    @Test
    void another_entry_is_added_and_one_removed_without_a_script() {
        String draft = begin();

        Answer added = save("members", Map.of("add", "1", "answer-members.1.member_name", "父亲"), 1);
        assertThat(added.location()).contains("/questions/members?entries=2").endsWith("#members-2");
        Answer two = browser.get(added.location().replaceFirst("#.*", ""));
        assertThat(two.questions())
                .contains("answer-members.1.member_name", "answer-members.2.member_name")
                .doesNotContain("answer-members.3.member_name");
        assertThat(two.body()).contains("value=\"父亲\"").contains("家庭成员 2");

        Map<String, String> both = new LinkedHashMap<>(Map.of(
                "answer-members.1.member_name", "父亲",
                "answer-members.1.member_age", "60",
                "answer-members.2.member_name", "母亲",
                "answer-members.2.member_age", "58"));
        both.put("remove", "1");
        Answer removed = save("members", both, 2);
        Answer one = browser.get(removed.location().replaceFirst("#.*", ""));

        assertThat(one.body()).contains("value=\"母亲\"").contains("value=\"58\"").doesNotContain("value=\"父亲\"");
        assertThat(one.questions()).doesNotContain("answer-members.2.member_name");
        assertThat(draft).startsWith("/drafts/");
    }

    @Test
    void what_is_wrong_in_an_entry_is_told_with_its_number() {
        begin();

        Answer wrong = save(
                "members",
                Map.of(
                        "answer-members.1.member_name", "父亲",
                        "answer-members.1.member_age", "六十"),
                1);
        Answer none = save("members", Map.of(), 1);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#members.1.member_age\"").contains("“家庭成员 1 · 年龄”请用数字填写");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("href=\"#members\"").contains("请至少填写 1 个家庭成员");
    }

    @Test
    void a_place_outside_the_own_city_is_chosen_level_by_level() {
        begin();
        assertThat(browser.get(questions + "home").body()).contains("云锦区青石街道").doesNotContain(">浙江省<");

        String elsewhere = home("00", "文三路 1 号").body();
        String province = home("33", "文三路 1 号").body();
        String city = home("3301", "文三路 1 号").body();

        assertThat(elsewhere).contains(">浙江省</option>").contains("value=\"文三路 1 号\"");
        assertThat(province).contains(">杭州市</option>").contains("请继续选到区县");
        assertThat(city).contains(">上城区湖滨街道</option>");
        assertThat(home("330102003", "文三路 1 号").body()).contains("请上传“照片”").contains("selected");
    }

    @Test
    void a_file_of_somebody_else_is_not_taken_by_naming_it() throws IOException {
        begin();
        browser.upload(questions + "home", "file-photo", "照片.png", FilingBrowser.picture());
        Answer kept = browser.get(questions + "home");
        assertThat(kept.body()).contains("已上传：照片.png");
        String file = kept.hidden("answer-photo");

        People.Someone stranger = new People(identity).someone("陈一");
        browser = new FilingBrowser(port);
        browser.signIn(stranger.phone(), People.PASSWORD);
        begin();
        Answer named = save("home", Map.of("answer-photo", file), 0);

        assertThat(named.body()).contains("请上传“照片”").doesNotContain("照片.png");
        assertThat(browser.get(questions + "home/files/" + file).status()).isEqualTo(404);
    }

    @Test
    void a_program_files_groups_as_arrays_and_reads_them_so_again() throws Exception {
        String token = token();
        String photo = upload(token);
        Map<String, Object> answers = new HashMap<>(Map.of(
                "home_address",
                "330102003 文三路 1 号",
                "photo",
                photo,
                "members",
                List.of(Map.of("member_name", "父亲", "member_age", 60), Map.of("member_name", "母亲"))));

        JsonNode refused = JSON.readTree(file(token, answers).body());
        assertThat(refused.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("/answers/members/1/member_age");

        answers.put("members", List.of(Map.of("member_name", "父亲", "member_age", 60)));
        HttpResponse<String> filed = file(token, answers);
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        UUID id = UUID.fromString(JSON.readTree(filed.body()).get("id").asString());
        JsonNode read =
                JSON.readTree(call(token, "GET", "/api/v1/cases/" + id, "").body());
        assertThat(read.at("/answers/members/0/member_age").asString()).isEqualTo("60");

        CaseFile file = cases.open(new CaseId(id), someone.id());
        assertThat(file.has(UUID.fromString(photo))).isTrue();
        String page = browser.get("/my/cases/" + id).body();
        assertThat(page).contains("杭州市上城区湖滨街道文三路 1 号").contains("家庭成员 1").contains("/files/" + photo);
        assertThat(browser.get("/my/cases/" + id + "/files/" + photo).status()).isEqualTo(200);
        String paper = browser.get("/my/cases/" + id + "/application").body();
        assertThat(paper).contains(file.receiptNumber()).contains("父亲").contains("我声明");
        assertThat(text("/my/cases/" + id + "/application/pdf", token))
                .contains(file.receiptNumber())
                .contains("杭州市上城区湖滨街道");
    }

    @Test
    void the_blank_form_is_printed_for_everybody() throws Exception {
        FilingBrowser nobody = new FilingBrowser(port);

        Answer blank = nobody.get("/items/" + item.code() + "/form");

        assertThat(blank.status()).isEqualTo(200);
        assertThat(blank.body()).contains("家庭成员 2").contains("申请人签名").doesNotContain("??");
        assertThat(text("/items/" + item.code() + "/form/pdf", ""))
                .contains("现居住地")
                .contains("申请人签名");
    }

    @Test
    void the_published_schema_says_what_the_form_asks() {
        JsonNode schema = JSON.readTree(new FilingBrowser(port)
                .get("/api/v1/items/" + item.code() + "/schema")
                .body());

        assertThat(schema.at("/properties/answers/properties/members/type").asString())
                .isEqualTo("array");
        assertThat(schema.at("/properties/answers/properties/photo/format").asString())
                .isEqualTo("uuid");
    }

    private String begin() {
        String draft = browser.start(item);
        questions = draft + "/questions/";
        return draft;
    }

    private Answer home(String division, String detail) {
        return save("home", Map.of("answer-home_address.division", division, "answer-home_address", detail), 0);
    }

    private Answer save(String section, Map<String, String> answers, int entries) {
        Map<String, String> fields = new LinkedHashMap<>(answers);
        if (entries > 0) {
            fields.put("entries", Integer.toString(entries));
        } else {
            fields.put("asked", "photo");
        }
        return browser.save(questions.replace("/questions/", ""), section, fields);
    }

    private String token() throws Exception {
        return JSON.readTree(call(
                                "",
                                "POST",
                                "/api/v1/sessions",
                                JSON.writeValueAsString(
                                        Map.of("account", someone.phone(), "password", People.PASSWORD)))
                        .body())
                .get("token")
                .asString();
    }

    private HttpResponse<String> file(String token, Map<String, Object> answers) throws Exception {
        return call(
                token,
                "POST",
                "/api/v1/cases",
                JSON.writeValueAsString(Map.of("item", item.code().value(), "answers", answers)));
    }

    private String upload(String token) throws Exception {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(FilingBrowser.picture());
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/files"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .get("id")
                .asString();
    }

    private HttpResponse<String> call(String token, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The words of a PDF. */
    private String text(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!token.isEmpty()) {
            request.header("Cookie", browser.cookieHeader());
        }
        byte[] pdf = HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
