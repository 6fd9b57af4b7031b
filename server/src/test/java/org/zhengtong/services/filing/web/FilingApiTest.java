package org.zhengtong.services.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Checklist.Duty;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filing as a program does it. */
@ZhengtongTest
class FilingApiTest {
    private static final byte[] PICTURE = picture();

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    private People.Someone someone;
    private String token = "";
    private ServiceItem item;

    @BeforeEach
    void somebodySignedIn() throws Exception {
        someone = new People(identity).someone("周自横");
        token = json(post(
                        "/api/v1/sessions", Map.of("account", someone.phone(), "password", People.PASSWORD), Map.of()))
                .get("token")
                .asString();
        item = catalogue.item(YunxiBodies.item("普通护照签发").code()).orElseThrow();
    }

    @Test
    void the_same_key_and_filing_are_one_case_with_one_receipt() throws Exception {
        Map<String, Object> filing = filing();

        HttpResponse<String> first = file("first", filing);
        HttpResponse<String> again = file("first", filing);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.headers().firstValue("location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("/api/v1/cases/"));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(cases.of(someone.id())).hasSize(1);
    }

    @Test
    void the_same_key_for_another_filing_is_refused() throws Exception {
        file("one-key", filing());

        HttpResponse<String> other = file("one-key", filing());

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("/problems/cases.key-used");
        assertThat(cases.of(someone.id())).hasSize(1);
    }

    @Test
    void a_bad_key_is_told_so_and_nothing_is_filed() throws Exception {
        HttpResponse<String> answer = file("not a key", filing());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/idempotency-key");
        assertThat(cases.of(someone.id())).isEmpty();
    }

    @Test
    void what_is_missing_is_named_all_at_once_by_its_place_in_the_body() throws Exception {
        HttpResponse<String> answer =
                post("/api/v1/cases", Map.of("item", item.code().value()), Map.of());

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode errors = json(answer).get("errors");
        assertThat(errors.valueStream().map(error -> error.get("field").asString()))
                .anyMatch(field -> field.startsWith("/answers/"))
                .anyMatch(field -> field.startsWith("/materials"));
        assertThat(errors.valueStream().map(error -> error.get("sentence").asString()))
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("filing."));
    }

    @Test
    void a_program_renamed_to_a_picture_is_refused() throws Exception {
        HttpResponse<String> answer = upload("photo.png", new byte[] {'M', 'Z', 0, 3, 0, 0, 0, 4});

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/filing.file-refused");
    }

    private HttpResponse<String> file(String key, Map<String, Object> filing) throws Exception {
        return post("/api/v1/cases", filing, Map.of("Idempotency-Key", key));
    }

    /** Everything the item asks for; other answers at each call. */
    private Map<String, Object> filing() throws Exception {
        Map<String, String> situations = new LinkedHashMap<>();
        item.situations()
                .forEach(
                        one -> situations.put(one.id(), one.answers().getFirst().id()));
        Map<String, String> answers = new AnswerSamples(new Random()).right(item.form());
        answers.remove("applicant_number");
        List<Map<String, Object>> materials = new ArrayList<>();
        for (Checklist.Line line :
                Checklist.of(item, situations, AtHand.NOTHING).lines()) {
            if (line.duty() instanceof Duty.Upload) {
                String file = json(upload("材料.png", PICTURE)).get("id").asString();
                materials.add(Map.of("material", line.material().id(), "files", List.of(file)));
            }
        }
        return Map.of(
                "item", item.code().value(), "situations", situations, "answers", answers, "materials", materials);
    }

    private HttpResponse<String> post(String path, Object body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String name, byte[] content) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        request("/api/v1/files")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", content);
            return content.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
