package org.zhengtong.ground.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.command.AuditCommand;
import org.zhengtong.ground.audit.tree.ConsistencyProof;
import org.zhengtong.ground.audit.tree.Digest;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as anybody reaches it. */
@ZhengtongTest
class AuditAddressesTest {
    @LocalServerPort
    int port;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    private SignedCheckpoint older;
    private SignedCheckpoint newest;
    private String digest;

    @BeforeEach
    void a_published_leaf() {
        older = checkpoints.make();
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> log.append(subject, "cases.file", "system", Map.of()));
        newest = checkpoints.make();
        digest = trail.find(AuditQuestion.about(subject, 1)).getFirst().digest();
    }

    @Test
    void the_command_checks_the_log_over_http(@TempDir Path folder) {
        String address = "http://localhost:" + port + "/audit";

        assertThat(AuditCommand.run(List.of("verify", address, "--tiles"), System.out, clock))
                .isZero();
        assertThat(AuditCommand.run(
                        List.of("witness", "--data", folder.toString(), "--name", "witness.example/w1", address),
                        System.out,
                        clock))
                .isZero();
    }

    @Test
    void tiles_are_kept_for_ever_and_the_checkpoint_for_seconds() throws Exception {
        HttpResponse<String> tile = get("/audit/tile/0/000.p/1");
        HttpResponse<String> checkpoint = get("/audit/checkpoint");

        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("cache-control").orElseThrow()).contains("immutable", "max-age=31536000");
        assertThat(checkpoint.headers().firstValue("cache-control").orElseThrow())
                .contains("max-age=2");
        assertThat(checkpoint.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
        assertThat(checkpoint.body()).isEqualTo(newest.note().toString());
        for (String nowhere :
                List.of("/audit/tile/0/999", "/audit/tile/0/..%2fcheckpoint", "/audit/tile/x", "/audit/tile/9/000")) {
            assertThat(get(nowhere).statusCode()).as(nowhere).isBetween(400, 404);
        }
    }

    @Test
    void the_api_proves_a_leaf_and_the_growth_of_the_log() throws Exception {
        JsonNode checkpoint = json.readTree(get("/api/v1/audit/checkpoint").body());
        JsonNode inclusion = json.readTree(get("/api/v1/audit/proofs/" + digest).body());
        JsonNode consistency = json.readTree(
                get("/api/v1/audit/consistency?first=" + Math.max(1, older.size()) + "&second=" + newest.size())
                        .body());

        NoteKey key = NoteKey.parse(checkpoint.get("key").asString());
        Proof proof = Proof.parse(inclusion.get("file").asString());
        assertThat(proof.check(key).size())
                .isEqualTo(inclusion.get("size").asLong())
                .isEqualTo(newest.size());
        assertThat(proof.entry().hex()).isEqualTo(digest);
        assertThat(new ConsistencyProof(
                                consistency.get("first").asLong(),
                                newest.size(),
                                consistency
                                        .get("path")
                                        .valueStream()
                                        .map(step ->
                                                Digest.ofBase64(step.asString()).orElseThrow())
                                        .toList())
                        .connects(
                                Digest.ofBase64(consistency.get("firstRoot").asString())
                                        .orElseThrow(),
                                newest.root()))
                .isTrue();
    }

    @Test
    void what_the_log_does_not_hold_is_answered_by_a_sentence() throws Exception {
        String unknown = "0".repeat(64);

        assertThat(get("/api/v1/audit/proofs/" + unknown).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/audit/proofs/" + unknown).body()).contains("/problems/audit-no-leaf");
        assertThat(get("/api/v1/audit/proofs/not-a-digest").statusCode()).isEqualTo(404);
        for (String sizes : List.of("first=0&second=1", "first=2&second=1", "first=1&second=99999999")) {
            assertThat(get("/api/v1/audit/consistency?" + sizes).statusCode())
                    .as(sizes)
                    .isEqualTo(422);
        }
        assertThat(get("/api/v1/audit/consistency?first=x&second=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void without_a_script_the_server_checks_and_says_that_it_did() throws Exception {
        String file = json.readTree(get("/api/v1/audit/proofs/" + digest).body())
                .get("file")
                .asString();
        Browser browser = new Browser(port);

        assertThat(browser.get("/audit").body()).contains("核验存证").doesNotContain("??");
        assertThat(browser.get("/audit/proofs/" + digest).body())
                .contains(file.lines().toList().get(1))
                .doesNotContain("??");
        assertThat(browser.post("/audit", "proof", file).body())
                .contains("由服务器核验", digest)
                .doesNotContain("??");
        HttpResponse<String> forged = browser.post("/audit", "proof", file.replace("index ", "index 1"));
        assertThat(forged.statusCode()).isEqualTo(422);
        assertThat(forged.body()).contains("这条记录不在日志里").doesNotContain("??");
        assertThat(browser.post("/audit", "proof", "").statusCode()).isEqualTo(422);
        assertThat(browser.get("/audit/proofs/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
