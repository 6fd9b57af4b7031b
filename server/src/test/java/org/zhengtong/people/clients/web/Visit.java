package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ClientHouse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's way from a client to the program and back, step by step. */
final class Visit {
    static final String SITE = "https://readers.example";
    private static final Pattern REFRESH = Pattern.compile("0;url=(.*)");

    final ClientHouse.Registered client;
    final Browser browser;
    final CodeVerifier verifier = new CodeVerifier();
    private final int port;

    Visit(int port, ClientHouse.Registered client, Browser browser) {
        this.port = port;
        this.client = client;
        this.browser = browser;
    }

    /** @param changes names and values by turns; an empty value leaves the parameter out */
    String query(String... changes) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "client_id", client.id().toString(),
                "redirect_uri", SITE + "/back",
                "response_type", "code",
                "scope", "openid profile",
                "state", "s t&1",
                "nonce", "n",
                "code_challenge",
                        CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                .getValue(),
                "code_challenge_method", "S256"));
        for (int i = 0; i < changes.length; i += 2) {
            parameters.put(changes[i], changes[i + 1]);
        }
        return encoded(parameters);
    }

    HttpResponse<String> ask(String... changes) {
        return browser.get("/oauth2/authorize?" + query(changes));
    }

    /** Agrees, and is sent back. */
    String code(String... changes) {
        return answer(agree(changes)).getOrDefault("code", "");
    }

    HttpResponse<String> agree(String... changes) {
        return browser.post("/consent", "request", query(changes), "agreed", "true");
    }

    /** What stands in the address the person is sent back to. */
    static Map<String, String> answer(HttpResponse<String> response) {
        String address = response.headers().firstValue("location").orElseGet(() -> {
            Matcher refresh =
                    REFRESH.matcher(response.headers().firstValue("refresh").orElse(""));
            return refresh.matches() ? refresh.group(1) : "";
        });
        if (!address.startsWith(SITE)) {
            throw new IllegalStateException(response.statusCode() + " leads to '" + address + "'");
        }
        return URLUtils.parseParameters(URI.create(address).getRawQuery()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getFirst()));
    }

    HttpResponse<String> redeem(String code, String... changes) {
        Map<String, String> body = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                SITE + "/back",
                "code_verifier",
                verifier.getValue()));
        for (int i = 0; i < changes.length; i += 2) {
            body.put(changes[i], changes[i + 1]);
        }
        return post("/oauth2/token", body);
    }

    JsonNode signedIn(String... changes) {
        return json(redeem(code(changes)));
    }

    HttpResponse<String> refresh(String token) {
        return post("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    /** As the client, by its secret or, without one, by its name. */
    HttpResponse<String> post(String path, Map<String, String> body) {
        Map<String, String> fields = new LinkedHashMap<>(body);
        if (client.secret().isEmpty()) {
            fields.put("client_id", client.id().toString());
        }
        return call(
                path, client.secret().isEmpty() ? "" : basic(client.id().toString(), client.secret()), encoded(fields));
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> call(String path, String authorization, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(new Browser(port).address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return new Browser(port).send(request);
    }

    HttpResponse<String> userinfo(String token) {
        return new Browser(port).call("GET", "/oauth2/userinfo", token, "");
    }

    static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }

    static String error(HttpResponse<String> response) {
        return json(response).path("error").asString("");
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static List<String> words(JsonNode scope) {
        return List.of(scope.asString().split(" "));
    }
}
