package org.zhengtong.people.clients.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.clients.internal.FarewellsNow;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ClientHouse;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;

/** What a client gets for a code, how long it is good, and what ends it. */
@ZhengtongTest
class TokensTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clients clients;

    @Autowired
    AuditTrail trail;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient sql;

    @Autowired
    TestClock clock;

    private ClientHouse house;
    private People.Someone someone;
    private Visit visit;

    @BeforeEach
    void visit() {
        house = new ClientHouse(clients, identity, organisation);
        someone = new People(identity).someone("林小满");
        visit = at(house.register(Visit.SITE, ClientProof.SECRET, ""));
    }

    private Visit at(ClientHouse.Registered client) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return new Visit(port, client, browser);
    }

    @Test
    void a_code_is_good_once_and_shown_again_ends_all_that_came_of_it() {
        String code = visit.code();
        JsonNode tokens = Visit.json(visit.redeem(code));
        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(200);

        assertThat(Visit.error(visit.redeem(code))).isEqualTo("invalid_grant");

        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(401);
        assertThat(Visit.error(visit.refresh(refresh(tokens)))).isEqualTo("invalid_grant");
        assertThat(trail.find(AuditQuestion.about(someone.id().value(), "clients.replayed", 9)))
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.actor()).isEqualTo("client:" + visit.client.id()));
    }

    @Test
    void of_two_who_show_a_code_at_once_at_most_one_gets_something() {
        String code = visit.code();

        List<CompletableFuture<HttpResponse<String>>> both = Stream.of(1, 2, 3, 4)
                .map(_ -> CompletableFuture.supplyAsync(() -> visit.redeem(code)))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).filter(one -> one.statusCode() == 200))
                .hasSize(1);
    }

    @Test
    void a_code_is_good_for_a_minute() {
        String code = visit.code();
        clock.advance(Duration.ofSeconds(60));

        assertThat(Visit.error(visit.redeem(code))).isEqualTo("invalid_grant");
    }

    @Test
    void who_shows_a_code_without_its_verifier_has_stolen_it() {
        for (String wrong : List.of(new CodeVerifier().getValue(), "", "short")) {
            String code = visit.code();

            assertThat(visit.redeem(code, "code_verifier", wrong).statusCode()).isEqualTo(400);

            if (!wrong.equals("short")) {
                assertThat(Visit.error(visit.redeem(code))).isEqualTo("invalid_grant");
            }
        }
    }

    @Test
    void a_code_belongs_to_its_client_and_its_address() {
        Visit other = at(house.register(Visit.SITE, ClientProof.SECRET, ""));
        String code = visit.code();

        assertThat(Visit.error(other.redeem(code, "code_verifier", visit.verifier.getValue())))
                .isEqualTo("invalid_grant");
        assertThat(visit.redeem(code).statusCode()).isEqualTo(200);
        assertThat(Visit.error(visit.redeem(visit.code(), "redirect_uri", Visit.SITE + "/elsewhere")))
                .isEqualTo("invalid_grant");
        assertThat(Visit.error(visit.redeem(visit.code(), "redirect_uri", ""))).isEqualTo("invalid_grant");
    }

    @Test
    void refresh_tokens_rotate_and_one_shown_again_ends_the_family() {
        JsonNode first = visit.signedIn();
        JsonNode second = Visit.json(visit.refresh(refresh(first)));
        assertThat(refresh(second)).isNotEqualTo(refresh(first));
        assertThat(visit.userinfo(access(second)).statusCode()).isEqualTo(200);

        assertThat(Visit.error(visit.refresh(refresh(first)))).isEqualTo("invalid_grant");

        assertThat(Visit.error(visit.refresh(refresh(second)))).isEqualTo("invalid_grant");
        assertThat(visit.userinfo(access(second)).statusCode()).isEqualTo(401);
    }

    @Test
    void an_access_token_is_good_for_ten_minutes_and_a_refresh_token_while_the_session_goes_on() {
        JsonNode tokens = visit.signedIn();
        clock.advance(Duration.ofMinutes(10));

        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(401);
        JsonNode next = Visit.json(visit.refresh(refresh(tokens)));
        assertThat(visit.userinfo(access(next)).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofHours(3));

        assertThat(Visit.error(visit.refresh(refresh(next)))).isEqualTo("invalid_grant");
    }

    @Test
    void with_the_consent_ends_everything_at_once() {
        JsonNode tokens = visit.signedIn();

        HttpResponse<String> ended = visit.browser.post("/my/clients/" + visit.client.id() + "/end");

        assertThat(Browser.location(ended)).isEqualTo("/my/clients?done=ended");
        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(401);
        assertThat(Visit.error(visit.refresh(refresh(tokens)))).isEqualTo("invalid_grant");
        assertThat(Browser.location(visit.ask())).startsWith("/consent?");
        assertThat(visit.browser
                        .post("/my/clients/" + visit.client.id() + "/end")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_suspended_client_has_nothing_any_more_and_a_code_in_its_hands_is_worth_nothing() {
        JsonNode tokens = visit.signedIn();
        String code = visit.code();

        house.suspend(visit.client.id());

        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(401);
        assertThat(Visit.error(visit.redeem(code))).isEqualTo("invalid_client");
        house.resume(visit.client.id());
        assertThat(Visit.error(visit.redeem(code))).isEqualTo("invalid_grant");
        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_what_was_begun_in_the_session() {
        JsonNode tokens = visit.signedIn();

        visit.browser.post("/sign-out");

        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(401);
        assertThat(Visit.error(visit.refresh(refresh(tokens)))).isEqualTo("invalid_grant");
    }

    @Test
    void two_clients_know_nobody_by_the_same_name() throws Exception {
        Visit other = at(house.register(Visit.SITE, ClientProof.NONE, ""));

        String here = subject(visit.signedIn());
        String again = subject(visit.signedIn());
        String there = subject(other.signedIn());

        assertThat(here).isEqualTo(again).isNotEqualTo(there).hasSize(43);
        assertThat(here).doesNotContain(someone.id().value().toString());
    }

    @Test
    void a_client_is_told_what_was_allowed_and_no_more() {
        JsonNode told = Visit.json(visit.userinfo(access(visit.signedIn("scope", "openid level"))));

        assertThat(told.propertyNames()).containsExactlyInAnyOrder("sub", "real_name_level");
        assertThat(trail.find(AuditQuestion.about(someone.id().value(), "clients.look", 1))
                        .getFirst()
                        .facts())
                .containsEntry("scopes", "openid level");
        assertThat(visit.browser.get("/my/data").body()).contains("同意过的信息，由其他系统查看");
    }

    @Test
    void a_client_that_does_not_prove_itself_gets_nothing() {
        Visit hidden = at(house.register(Visit.SITE, ClientProof.NONE, ""));
        String id = visit.client.id().toString();
        String body = "grant_type=authorization_code&code=x&redirect_uri=https://readers.example/back";

        HttpResponse<String> wrong = visit.call("/oauth2/token", Visit.basic(id, "wrong"), body);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("www-authenticate")).contains("Basic realm=\"zhengtong\"");
        assertThat(Visit.error(wrong)).isEqualTo("invalid_client");
        for (HttpResponse<String> answer : List.of(
                visit.call("/oauth2/token", "", body + "&client_id=" + id),
                visit.call("/oauth2/token", "", body + "&client_id=" + id + "&client_secret=" + visit.client.secret()),
                visit.call("/oauth2/introspect", "", "token=x&client_id=" + hidden.client.id()),
                visit.call("/oauth2/introspect", "", "token=x"))) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 401);
            assertThat(answer.body()).doesNotContain("access_token", "active");
        }
    }

    @Test
    void after_a_change_only_the_new_secret_is_good() {
        String renewed =
                clients.renewSecret(house.administrator(), visit.client.id()).value();
        String code = visit.code();

        assertThat(Visit.error(visit.redeem(code))).isEqualTo("invalid_client");
        assertThat(new Visit(port, new ClientHouse.Registered(visit.client.id(), renewed), visit.browser)
                        .redeem(code, "code_verifier", visit.verifier.getValue())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_client_looks_at_its_own_tokens_and_gives_them_back() {
        Visit other = at(house.register(Visit.SITE, ClientProof.SECRET, ""));
        JsonNode tokens = visit.signedIn();

        JsonNode standing = Visit.json(visit.post("/oauth2/introspect", Map.of("token", access(tokens))));
        assertThat(standing.path("active").asBoolean()).isTrue();
        assertThat(standing.path("scope").asString()).isEqualTo("openid profile");
        assertThat(Visit.json(other.post("/oauth2/introspect", Map.of("token", access(tokens))))
                        .toString())
                .isEqualTo("{\"active\":false}");

        assertThat(other.post("/oauth2/revoke", Map.of("token", refresh(tokens)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(200);
        assertThat(visit.post("/oauth2/revoke", Map.of("token", refresh(tokens)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visit.userinfo(access(tokens)).statusCode()).isEqualTo(401);
        assertThat(visit.post("/oauth2/revoke", Map.of("token", "never-was")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_client_may_prove_itself_by_a_key_and_each_assertion_once() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        Visit keyed = at(house.register(Visit.SITE, ClientProof.KEY, new JWKSet(key.toPublicJWK()).toString()));
        Instant now = clock.instant();
        String good = assertion(key, keyed.client, "http://localhost:" + port, now.plusSeconds(60));

        assertThat(byKey(keyed, keyed.code(), good).statusCode()).isEqualTo(200);
        assertThat(Visit.error(byKey(keyed, keyed.code(), good))).isEqualTo("invalid_client");

        for (String bad : List.of(
                assertion(key, keyed.client, "https://elsewhere.example", now.plusSeconds(60)),
                assertion(key, keyed.client, "http://localhost:" + port, now.minusSeconds(1)),
                assertion(key, keyed.client, "http://localhost:" + port, now.plusSeconds(3600)),
                assertion(
                        new ECKeyGenerator(Curve.P_256).keyID("k1").generate(),
                        keyed.client,
                        "http://localhost:" + port,
                        now.plusSeconds(60)),
                "a.b.c")) {
            HttpResponse<String> answer = byKey(keyed, keyed.code(), bad);
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 401);
        }
    }

    private static String assertion(ECKey key, ClientHouse.Registered client, String audience, Instant expires)
            throws Exception {
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(),
                new JWTClaimsSet.Builder()
                        .issuer(client.id().toString())
                        .subject(client.id().toString())
                        .audience(audience)
                        .jwtID(new CodeVerifier().getValue())
                        .expirationTime(Date.from(expires))
                        .build());
        assertion.sign(new ECDSASigner(key));
        return assertion.serialize();
    }

    private static HttpResponse<String> byKey(Visit visit, String code, String assertion) {
        return visit.call(
                "/oauth2/token",
                "",
                Visit.encoded(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        Visit.SITE + "/back",
                        "code_verifier",
                        visit.verifier.getValue(),
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant_type=",
                "grant_type=password&username=a&password=b",
                "grant_type=client_credentials",
                "grant_type=authorization_code",
                "grant_type=authorization_code&code=",
                "grant_type=authorization_code&code=%00%ff",
                "grant_type=authorization_code&code=x&redirect_uri=%25%25&code_verifier=" + "a",
                "grant_type=authorization_code&code=x&code=y",
                "grant_type=refresh_token",
                "grant_type=refresh_token&refresh_token=eyJhbGciOiJub25lIn0.e30.",
                "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=a.b.c",
                "%zz=%",
                "token=",
                "token=%zz",
                "{\"grant_type\":\"authorization_code\"}"
            })
    void nonsense_is_refused_in_words_of_the_protocol(String body) {
        for (String path : List.of("/oauth2/token", "/oauth2/revoke", "/oauth2/introspect")) {
            for (String proof : List.of(
                    "",
                    "Basic",
                    "Basic %%%",
                    "Bearer x",
                    Visit.basic(visit.client.id().toString(), "x"))) {
                assertThat(visit.call(path, proof, body).statusCode())
                        .as(path + " " + proof)
                        .isBetween(400, 415);
            }
            assertThat(visit.post(path, Map.of("x", body)).statusCode()).isBetween(400, 415);
        }
        HttpResponse<String> json = new Browser(port).call("POST", "/oauth2/token", "", "{\"x\":1}");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(visit.call("/oauth2/token?grant_type=refresh_token", "", "").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "eyJhbGciOiJub25lIn0.e30.", "%00", "a b"})
    void a_token_that_is_none_opens_nothing(String token) {
        assertThat(visit.userinfo(token).statusCode()).isBetween(400, 401);
        assertThat(new Browser(port).get("/oauth2/userinfo").statusCode()).isEqualTo(401);
        assertThat(visit.call("/oauth2/userinfo", "Basic eDp4", "").statusCode())
                .isBetween(400, 401);
    }

    @Test
    void neither_codes_nor_tokens_nor_secrets_stand_in_the_database() {
        JsonNode tokens = visit.signedIn();

        List<String> rows = Stream.of("client", "sign_in", "token", "signing_key", "consent")
                .flatMap(table ->
                        sql.sql("select t::text from clients." + table + " t").query(String.class).list().stream())
                .toList();

        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains(access(tokens))
                        || row.contains(refresh(tokens))
                        || row.contains(visit.client.secret())
                        || row.contains("\"d\":"));
    }

    @Test
    void a_new_key_is_known_a_day_before_it_signs_and_the_old_one_a_day_after() throws Exception {
        SignedJWT before = SignedJWT.parse(visit.signedIn().path("id_token").asString());
        clock.advance(Duration.ofDays(89).plusHours(1));
        FarewellsNow.changeKeyWhenDue(program);

        assertThat(keys().getKeys()).hasSize(2);
        SignedJWT still =
                SignedJWT.parse(at(visit.client).signedIn().path("id_token").asString());
        assertThat(still.getHeader().getKeyID()).isEqualTo(before.getHeader().getKeyID());

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        SignedJWT after =
                SignedJWT.parse(at(visit.client).signedIn().path("id_token").asString());
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        assertThat(after.verify(new RSASSAVerifier(
                        keys().getKeyByKeyId(after.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        FarewellsNow.changeKeyWhenDue(program);
        assertThat(keys().getKeyByKeyId(before.getHeader().getKeyID())).isNotNull();

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        FarewellsNow.changeKeyWhenDue(program);
        assertThat(keys().getKeys())
                .singleElement()
                .satisfies(key ->
                        assertThat(key.getKeyID()).isEqualTo(after.getHeader().getKeyID()));
        assertThat(keys().getKeys()).noneMatch(key -> key.isPrivate());
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(new Browser(port).get("/oauth2/jwks").body());
    }

    @Test
    void the_provider_says_what_it_does() {
        JsonNode said = Visit.json(new Browser(port).get("/.well-known/openid-configuration"));

        assertThat(said.path("subject_types_supported").toString()).isEqualTo("[\"pairwise\"]");
        assertThat(said.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(said.path("response_types_supported").toString()).isEqualTo("[\"code\"]");
        assertThat(said.path("backchannel_logout_session_supported").asBoolean())
                .isTrue();
        assertThat(said.path("token_endpoint").asString()).isEqualTo("http://localhost:" + port + "/oauth2/token");
    }

    private static String access(JsonNode tokens) {
        return tokens.path("access_token").asString();
    }

    private static String refresh(JsonNode tokens) {
        return tokens.path("refresh_token").asString();
    }

    private static String subject(JsonNode tokens) throws Exception {
        return SignedJWT.parse(tokens.path("id_token").asString())
                .getJWTClaimsSet()
                .getSubject();
    }
}
