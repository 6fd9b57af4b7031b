package org.zhengtong.ground.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.json.JsonMapper;

/** A call sent twice is carried out once. Each sign-in gives another token, so the same token is the first answer. */
@ZhengtongTest
class IdempotencyTest {
    private static int keys;

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    JdbcClient sql;

    private final HttpClient client = HttpClient.newHttpClient();
    private People.Someone someone;
    private String key;

    @BeforeEach
    void somebodyWithAKey() {
        someone = new People(identity).someone("周自横");
        key = "key-" + ++keys;
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_again() throws Exception {
        HttpResponse<String> first = send(key, People.PASSWORD);

        HttpResponse<String> again = send(key, People.PASSWORD);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("content-type"))
                .isEqualTo(first.headers().firstValue("content-type"));
    }

    @Test
    void without_a_key_every_call_is_carried_out() throws Exception {
        assertThat(token(send("", People.PASSWORD))).isNotEqualTo(token(send("", People.PASSWORD)));
    }

    @Test
    void the_same_key_with_another_body_is_refused() throws Exception {
        send(key, People.PASSWORD);

        HttpResponse<String> other = send(key, "另一个-密码-2026");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("/problems/idempotency-reused");
    }

    @Test
    void what_failed_is_not_kept() throws Exception {
        assertThat(send(key, "不对的-密码-2026").statusCode()).isEqualTo(401);

        assertThat(send(key, People.PASSWORD).statusCode()).isEqualTo(201);
    }

    static List<String> keysThatAreNone() {
        return List.of("two words", "a\tb", "x".repeat(201));
    }

    @ParameterizedTest
    @MethodSource("keysThatAreNone")
    void a_key_that_is_none_is_told_so(String bad) throws Exception {
        HttpResponse<String> answer = send(bad, People.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/idempotency-key");
    }

    @Test
    void of_many_at_once_one_is_carried_out() {
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 8)
                .mapToObj(any -> client.sendAsync(request(key, People.PASSWORD), HttpResponse.BodyHandlers.ofString()))
                .toList();

        List<String> tokens = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            HttpResponse<String> answer = call.join();
            if (answer.statusCode() == 201) {
                tokens.add(token(answer));
            } else {
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(answer.headers().firstValue("retry-after")).isPresent();
            }
        }
        assertThat(tokens).isNotEmpty();
        assertThat(tokens.stream().distinct()).hasSize(1);
    }

    @Test
    void neither_key_nor_answer_stand_readable_in_the_database() throws Exception {
        String token = token(send(key, People.PASSWORD));

        String everything = sql.sql("select string_agg(answer::text, ' ') from web.answer")
                .query(String.class)
                .single();

        assertThat(everything).doesNotContain(token).doesNotContain(key).doesNotContain(People.PASSWORD);
    }

    private HttpResponse<String> send(String key, String password) throws Exception {
        return client.send(request(key, password), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String key, String password) {
        String body = "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(someone.phone(), password);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key)).build();
    }

    private static String token(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).get("token").asString();
    }
}
