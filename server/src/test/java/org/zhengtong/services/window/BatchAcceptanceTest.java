package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many filings looked through and accepted at once. */
class BatchAcceptanceTest extends AtTheWindow {
    @Autowired
    BatchAcceptance batch;

    @Test
    void many_are_accepted_at_once_and_each_has_its_own_answer() throws FileRefused {
        CaseId complete = filed(people.someone("林青石"), Map.of());
        CaseId stale = filed(people.someone("周青石"), Map.of());
        CaseId held = filed(people.someone("孙青石"), Map.of());
        desk.take(held, staff(REGULATOR, Role.ACCEPTANCE), OptionalLong.empty(), false);
        CaseId nowhere = new CaseId(new UUID(4, 2));

        List<BatchAcceptance.Answer> answers = batch.accept(
                clerk,
                List.of(
                        new BatchAcceptance.Chosen(complete, OptionalLong.of(1)),
                        new BatchAcceptance.Chosen(stale, OptionalLong.of(77)),
                        new BatchAcceptance.Chosen(held, OptionalLong.empty()),
                        new BatchAcceptance.Chosen(nowhere, OptionalLong.empty())));

        assertThat(answers)
                .extracting(
                        BatchAcceptance.Answer::id,
                        answer -> answer.problem()
                                .map(BatchAcceptance.Refused::code)
                                .orElse(""))
                .containsExactly(
                        tuple(complete, ""),
                        tuple(stale, "cases.changed"),
                        tuple(held, "cases.taken"),
                        tuple(nowhere, "cases.unknown"));
        assertThat(desk.open(complete, clerk).state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(desk.open(stale, clerk).state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(browser(clerk).get("/desk/window/acceptance").body())
                .contains(stale.value().toString(), "齐全")
                .doesNotContain("??");
        assertThatThrownBy(() -> batch.accept(clerk, List.of())).isInstanceOf(Problem.class);
    }

    @Test
    void programs_accept_many_as_well_and_are_told_of_each() throws Exception {
        CaseId good = filed(people.someone("林青石"), Map.of());
        CaseId stale = filed(people.someone("周青石"), Map.of());
        String phone = identity.person(clerk.person()).phone();
        String token = JsonMapper.shared()
                .readTree(call("/api/v1/sessions", "", """
                        {"account": "%s", "password": "%s"}""".formatted(phone, People.PASSWORD))
                        .body())
                .get("token")
                .asString();

        HttpResponse<String> answer =
                call("/api/v1/desk/acceptances", token, """
                {"cases": [{"id": "%s", "version": 1}, {"id": "%s", "version": 9}]}""".formatted(good.value(), stale.value()));
        HttpResponse<String> nothing = call("/api/v1/desk/acceptances", token, "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode answers = JsonMapper.shared().readTree(answer.body()).get("answers");
        assertThat(answers.get(0).get("accepted").asBoolean()).isTrue();
        assertThat(answers.get(1).get("problem").asString()).isEqualTo("/problems/cases.changed");
        assertThat(answers.get(1).get("detail").asString()).isNotBlank();
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    }

    private HttpResponse<String> call(String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
