package org.zhengtong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API is complete and true. */
@ZhengtongTest
class OpenApiTest {
    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    private JsonNode description;
    private Map<String, JsonNode> calls;

    @BeforeEach
    void read() {
        description = new JsonMapper()
                .readTree(new Browser(port).get("/api/v1/openapi.json").body());
        calls = new TreeMap<>();
        description
                .path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry(
                        (method, call) -> calls.put(method.toUpperCase(Locale.ROOT) + " " + path, call)));
    }

    @Test
    void it_is_openapi_3_1_and_says_what_it_describes() {
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.at("/info/title").asString()).contains("政通");
        assertThat(description.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void every_call_the_program_answers_is_described_and_no_other() {
        Set<String> answered = new TreeSet<>();
        mappings.getHandlerMethods()
                .forEach((mapping, _) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/") && !path.contains("openapi"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> answered.add(method + " " + path))));

        assertThat(calls.keySet()).hasSizeGreaterThan(40).isEqualTo(answered);
    }

    @Test
    void every_call_says_in_words_what_it_does_and_how_it_fails() {
        calls.forEach((name, call) -> {
            assertThat(call.path("summary").asString()).as(name).isNotBlank();
            assertThat(call.path("responses").path("default").path("content").has("application/problem+json"))
                    .as(name)
                    .isTrue();
        });
    }

    @Test
    void every_post_takes_an_idempotency_key_once() {
        calls.forEach((name, call) -> assertThat(parameters(call))
                .as(name)
                .filteredOn("Idempotency-Key"::equals)
                .hasSize(name.startsWith("POST") ? 1 : 0));
    }

    @Test
    void who_calls_is_told_by_the_token_and_never_a_parameter() {
        calls.forEach((name, call) ->
                assertThat(parameters(call)).as(name).doesNotContain("me", "staff", "visitor", "locale"));

        assertThat(calls.entrySet().stream()
                        .filter(call -> call.getValue().has("security"))
                        .map(Map.Entry::getKey))
                .contains("GET /api/v1/cases", "GET /api/v1/desk/cases")
                .doesNotContain("GET /api/v1/items", "POST /api/v1/sessions");
        assertThat(description.at("/components/schemas").propertyNames()).doesNotContain("SignedIn", "StaffMember");
    }

    private static List<String> parameters(JsonNode call) {
        return StreamSupport.stream(call.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }
}
