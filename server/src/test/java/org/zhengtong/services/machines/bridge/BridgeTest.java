package org.zhengtong.services.machines.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program beside the browser of a machine, spoken to as docs/machine-bridge.md says. */
class BridgeTest {
    private static final String HOUSE = "https://zwfw.example.gov.cn";
    private static final String CHALLENGE = "0123456789abcdefghij";
    private static final Card CARD = new Card("李\"约时\\", "11010519900517001X");

    @TempDir
    Path folder;

    private final HandedCards reader = new HandedCards("simulated");
    private final List<byte[]> printed = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Bridge bridge;

    @BeforeEach
    void open() throws Exception {
        bridge = new Bridge(
                0,
                HOUSE,
                reader,
                BridgeKey.keptIn(folder.resolve("key")),
                Optional.of(printed::add),
                Optional.of(new SimulatorPage(reader)));
    }

    @AfterEach
    void close() {
        bridge.close();
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + path))
                .header("Origin", HOUSE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void it_tells_the_house_what_it_has_and_keeps_its_key_to_itself() throws Exception {
        HttpResponse<String> about = send(asked("/about"));

        assertThat(about.headers().firstValue("Access-Control-Allow-Origin")).contains(HOUSE);
        assertThat(json(about).path("reader").asString()).isEqualTo("simulated");
        assertThat(json(about).path("printer").asBoolean()).isTrue();
        assertThat(BridgeKey.isKey(json(about).path("key").asString())).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(BridgeKey.keptIn(folder.resolve("key")).publicKey())
                .as("after a start anew")
                .isEqualTo(json(about).path("key").asString());
    }

    @Test
    void a_card_that_is_laid_while_the_page_waits_is_signed_for_its_challenge() throws Exception {
        String key = json(send(asked("/about"))).path("key").asString();
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(asked("/card?challenge=" + CHALLENGE).build(), HttpResponse.BodyHandlers.ofString());
        while (!reader.lay(CARD)) {
            Thread.onSpinWait();
        }

        JsonNode answer = json(waiting.join());

        assertThat(answer.path("name").asString()).isEqualTo(CARD.name());
        assertThat(answer.path("number").asString()).isEqualTo(CARD.number());
        String signature = answer.path("signature").asString();
        assertThat(BridgeKey.verifies(key, CARD.signed(CHALLENGE), signature)).isTrue();
        assertThat(BridgeKey.verifies(key, CARD.signed(CHALLENGE + "x"), signature))
                .as("another question")
                .isFalse();
        assertThat(BridgeKey.verifies(key, new Card("张三", CARD.number()).signed(CHALLENGE), signature))
                .as("another name")
                .isFalse();
        assertThat(BridgeKey.verifies("no key", CARD.signed(CHALLENGE), "no signature"))
                .isFalse();
    }

    @Test
    void pages_of_others_and_machines_under_another_name_are_not_answered() throws Exception {
        HttpRequest.Builder foreign =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + "/about"));

        assertThat(send(foreign).statusCode()).as("no origin").isEqualTo(403);
        assertThat(send(foreign.header("Origin", "https://evil.example")).statusCode())
                .isEqualTo(403);
        assertThat(send(asked("/card?challenge=short")).statusCode()).isEqualTo(400);
        assertThat(send(asked("/elsewhere")).statusCode()).isEqualTo(404);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bridge.port())) {
            socket.getOutputStream()
                    .write("GET /about HTTP/1.1\r\nHost: evil.example\r\nOrigin: %s\r\n\r\n"
                            .formatted(HOUSE)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .contains("421");
        }
    }

    @Test
    void a_browser_that_asks_beforehand_is_told_that_it_may() throws Exception {
        HttpResponse<String> answer = send(asked("/print").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Private-Network"))
                .contains("true");
    }

    @Test
    void slips_go_to_the_printer_and_what_is_no_slip_does_not() throws Exception {
        byte[] slip = {0x1b, '@', 'A'};

        assertThat(send(asked("/print").POST(HttpRequest.BodyPublishers.ofByteArray(slip)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(asked("/print").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[65 * 1024])))
                        .statusCode())
                .isEqualTo(413);

        assertThat(printed).singleElement().isEqualTo(slip);
    }

    @Test
    void the_simulator_lays_a_card_only_while_somebody_waits() throws Exception {
        HttpRequest.Builder laid = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + "/"))
                .header("Origin", "http://127.0.0.1:" + bridge.port())
                .POST(HttpRequest.BodyPublishers.ofString("name=%E6%9D%8E&number=11010519900517001X"));
        HttpRequest.Builder byAnother = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bridge.port() + "/"))
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("name=%E6%9D%8E&number=11010519900517001X"));
        assertThat(send(byAnother).statusCode()).isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(URI.create("http://localhost:" + bridge.port() + "/")))
                        .body())
                .contains("模拟读卡器", "没有真的读卡器");
        assertThat(send(laid).body()).contains("没有页面在等刷卡");

        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(asked("/card?challenge=" + CHALLENGE).build(), HttpResponse.BodyHandlers.ofString());
        while (!send(laid).body().contains("读到了")) {
            Thread.onSpinWait();
        }
        assertThat(json(waiting.join()).path("name").asString()).isEqualTo("李");
    }

    @Test
    void cards_come_by_lines_from_the_program_of_the_readers_maker() throws Exception {
        PipedWriter maker = new PipedWriter();
        LineReader lines = new LineReader(new BufferedReader(new PipedReader(maker)));
        CompletableFuture<Optional<Card>> next = CompletableFuture.supplyAsync(() -> {
            try {
                return lines.next(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        maker.write("no card\n11010519900517001X\t李约时\n");
        maker.flush();

        assertThat(next.join()).contains(new Card("李约时", "11010519900517001X"));
    }
}
