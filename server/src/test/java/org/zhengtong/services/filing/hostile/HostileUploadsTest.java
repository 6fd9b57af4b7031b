package org.zhengtong.services.filing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of somebody who means harm, sent as a program would send them. */
@ZhengtongTest
class HostileUploadsTest {
    private static final long SEED = 20261129;

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    JdbcClient sql;

    private Browser browser;
    private String bearer;

    @BeforeEach
    void somebody() {
        People.Someone someone = new People(identity).someone("吴来路");
        browser = new Browser(port);
        bearer = browser.bearer(someone.phone(), People.PASSWORD);
    }

    @Test
    void two_hundred_hostile_files_are_all_refused_with_a_sentence_and_none_is_kept() {
        List<HostileFiles.Hostile> all = new HostileFiles(new Random(SEED)).all();
        assertThat(all).as("seed " + SEED).hasSizeGreaterThanOrEqualTo(200);
        long before = kept();
        List<String> wrong = new ArrayList<>();

        for (HostileFiles.Hostile one : all) {
            HttpResponse<String> answer = send(one.name(), one.content());
            JsonNode told = JsonMapper.shared().readTree(answer.body());
            if (answer.statusCode() != 422 || told.path("detail").asString("").isBlank()) {
                wrong.add(one + ": " + answer.statusCode() + " " + answer.body());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_good_file_under_a_hostile_name_is_kept_under_a_clean_one() {
        byte[] picture = HostileFiles.picture("png");
        for (String name : List.of(
                "../../../etc/passwd.png",
                "..\\\\..\\\\boot.png",
                "/etc/cron.d/job.png",
                "C:\\\\Windows\\\\System32\\\\a.png",
                "gnp.exe\u202Egnp.png",
                "\u2066照片\u2069.png",
                "照片\u200B\u200F.png",
                "a\u0000b.png",
                "a\tb.png",
                "<script>alert(1)</script>.png",
                "'; drop table cases.case_file; --.png",
                "%2e%2e%2fetc.png",
                "${jndi:ldap://evil/a}.png",
                "-rf.png",
                "....png",
                ".png",
                "\uFF0E\uFF0E\uFF0Fx.png",
                "照".repeat(400) + ".png")) {
            HttpResponse<String> answer = send(name, picture);

            assertThat(answer.statusCode()).as(name + answer.body()).isIn(201, 400, 413, 422);
            if (answer.statusCode() == 201) {
                String kept =
                        JsonMapper.shared().readTree(answer.body()).get("name").asString();
                assertThat(kept)
                        .as(name)
                        .doesNotContain("/", "\\", "<", ">", "\u202E", "\u2066", "\u200B", "\u0000", "\t")
                        .hasSizeLessThan(250);
            }
        }
    }

    private HttpResponse<String> send(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("""
                --cut\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(name.replace("\"", "%22")).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.send(HttpRequest.newBuilder(browser.address("/api/v1/files"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Authorization", "Bearer " + bearer)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private long kept() {
        return sql.sql("select count(*) from files.file").query(Long.class).single();
    }
}
