package org.zhengtong.people.clients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ClientHouse;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of {@code docs/openid-connect.md} do what stands there. */
@ZhengtongTest
class DocumentedCallsTest {
    private static final Path DOCUMENT = Path.of("").toAbsolutePath().resolveSibling("docs/openid-connect.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clients clients;

    @Test
    void somebody_signs_in_by_the_commands_of_the_document() throws Exception {
        List<String> blocks = BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        List<String> calls = blocks.getLast()
                .replace("\\\n", "")
                .lines()
                .filter(line -> line.startsWith("curl"))
                .toList();
        ClientHouse.Registered client =
                new ClientHouse(clients, identity, organisation).register(Visit.SITE, ClientProof.SECRET, "");
        Browser browser = new Browser(port);
        browser.signIn(new People(identity).someone("林小满").phone(), People.PASSWORD);
        Map<String, String> known = Map.of(
                "issuer", "http://localhost:" + port,
                "client", client.id().toString(),
                "secret", client.secret());

        List<String> begun =
                run(blocks.getFirst() + "\necho $verifier", known).lines().toList();
        String query = URI.create(begun.getFirst()).getRawQuery();
        Map<String, String> answer = Visit.answer(browser.post("/consent", "request", query, "agreed", "true"));
        JsonNode tokens = json(
                run(calls.get(0), with(known, "code", answer.getOrDefault("code", ""), "verifier", begun.getLast())));
        JsonNode told = json(run(
                calls.get(1), with(known, "access", tokens.path("access_token").asString())));
        JsonNode next = json(run(
                calls.get(2),
                with(known, "refresh", tokens.path("refresh_token").asString())));

        assertThat(calls).hasSize(3);
        assertThat(answer).containsEntry("state", "s1");
        assertThat(told.path("name").asString()).isEqualTo("林小满");
        assertThat(next.path("access_token").asString()).isNotBlank();
    }

    private static Map<String, String> with(Map<String, String> known, String... more) {
        Map<String, String> all = new HashMap<>(known);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String run(String commands, Map<String, String> known) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", commands);
        shell.environment().putAll(known);
        return new String(shell.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
