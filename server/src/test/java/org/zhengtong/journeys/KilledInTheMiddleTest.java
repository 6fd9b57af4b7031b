package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.zhengtong.testing.People;
import org.zhengtong.testing.RunningProgram;
import org.zhengtong.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The power fails while people file: a receipt once shown is a case that is there, once. */
class KilledInTheMiddleTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PEOPLE = 4;
    private static final int RECEIPTS_BEFORE_THE_KILL = 60;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();

    @Test
    void every_receipt_shown_before_the_kill_is_one_case_after_the_restart() throws Exception {
        var data = TestDatabase.temporaryFolder();
        String phone = People.phone();
        String order;
        try (RunningProgram program = RunningProgram.start(data)) {
            register(program, phone);
            String token = signIn(program, phone);
            order = order(program, token, phone);
            try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
                for (int i = 0; i < PEOPLE; i++) {
                    people.execute(() -> fileUntilItBreaks(program, token, order));
                }
                Awaitility.await()
                        .atMost(1, TimeUnit.MINUTES)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> receipts.size() >= RECEIPTS_BEFORE_THE_KILL);
                program.kill();
            }
        }

        try (RunningProgram program = RunningProgram.start(data)) {
            String token = signIn(program, phone);
            Set<String> there = receiptsOf(program, token);

            assertThat(there).containsAll(receipts.values());
            assertThat(receipts.values()).doesNotHaveDuplicates();

            for (String key : unanswered) {
                receipts.put(key, receipt(file(program, token, key, order)));
            }
            assertThat(receiptsOf(program, token))
                    .as("asked again, what had no answer is one case as well")
                    .isEqualTo(new HashSet<>(receipts.values()));
            assertThat(receipts.values()).doesNotHaveDuplicates();

            List<ProcessHandle> database = program.database();
            program.stop();
            assertThat(database).isNotEmpty();
            Awaitility.await().until(() -> database.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void a_program_killed_alone_is_started_again_and_takes_its_database_back() throws Exception {
        var data = TestDatabase.temporaryFolder();
        String phone = People.phone();
        List<ProcessHandle> leftBehind;
        try (RunningProgram program = RunningProgram.start(data)) {
            register(program, phone);
            leftBehind = program.database();
            program.killWithoutDatabase();
            assertThat(leftBehind.getFirst().isAlive()).isTrue();

            try (RunningProgram again = RunningProgram.start(data)) {
                Awaitility.await().until(() -> leftBehind.stream().noneMatch(ProcessHandle::isAlive));
                assertThat(signIn(again, phone)).isNotBlank();
            }
        }
    }

    private void fileUntilItBreaks(RunningProgram program, String token, String order) {
        while (true) {
            String key = UUID.randomUUID().toString();
            unanswered.add(key);
            try {
                receipts.put(key, receipt(file(program, token, key, order)));
                unanswered.remove(key);
            } catch (IOException | InterruptedException | IllegalStateException killed) {
                return;
            }
        }
    }

    private HttpResponse<String> file(RunningProgram program, String token, String key, String order)
            throws IOException, InterruptedException {
        return post(
                program, "/api/v1/cases", order, Map.of("Authorization", "Bearer " + token, "Idempotency-Key", key));
    }

    private static String receipt(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("receiptNumber").asString();
    }

    private Set<String> receiptsOf(RunningProgram program, String token) throws Exception {
        HttpResponse<String> answer = client.send(
                request(program, "/api/v1/cases")
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Set<String> receipts = new HashSet<>();
        for (JsonNode row : JSON.readTree(answer.body()).path("cases")) {
            assertThat(receipts.add(row.path("receiptNumber").asString())).isTrue();
        }
        return receipts;
    }

    private void register(RunningProgram program, String phone) throws Exception {
        Map<String, Object> person = new HashMap<>();
        person.put("name", "林青石");
        person.put("number", People.number(LocalDate.of(1990, 5, 17)).value());
        person.put("phone", phone);
        person.put("address", "云溪市青石路 12 号");
        person.put("password", People.PASSWORD);
        person.put("agreed", true);
        HttpResponse<String> answer = post(program, "/api/v1/persons", JSON.writeValueAsString(person), Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String signIn(RunningProgram program, String phone) throws Exception {
        HttpResponse<String> answer = post(
                program,
                "/api/v1/sessions",
                JSON.writeValueAsString(Map.of("account", phone, "password", People.PASSWORD)),
                Map.of());
        return JSON.readTree(answer.body()).path("token").asString();
    }

    private String order(RunningProgram program, String token, String phone) throws Exception {
        HttpResponse<String> found = client.send(
                request(
                                program,
                                "/api/v1/items?limit=1&q="
                                        + java.net.URLEncoder.encode("社会保障卡申领", StandardCharsets.UTF_8))
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String code =
                JSON.readTree(found.body()).path("items").path(0).path("code").asString();
        return JSON.writeValueAsString(Map.of(
                "item", code,
                "situations", Map.of("reason", "replace"),
                "answers",
                        Map.of(
                                "applicant_name", "林青石",
                                "applicant_phone", phone,
                                "applicant_address", "云溪市青石路 12 号",
                                "card_kind", "丢失补卡",
                                "bank", "工商银行",
                                "guardian", "本人",
                                "delivery", "只要电子的"),
                "materials", List.of(Map.of("material", "m1", "files", List.of(upload(program, token))))));
    }

    private String upload(RunningProgram program, String token) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(String.join(
                        "\r\n",
                        "--part",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"card.png\"",
                        "Content-Type: image/png",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII));
        ImageIO.write(new BufferedImage(400, 250, BufferedImage.TYPE_INT_RGB), "png", body);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> kept = client.send(
                request(program, "/api/v1/files")
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(kept.body()).path("id").asString();
    }

    private HttpResponse<String> post(RunningProgram program, String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(program, path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return client.send(request.POST(BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(RunningProgram program, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                .timeout(Duration.ofSeconds(20));
    }
}
