package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.clients.internal.FarewellsNow;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.testing.CertifiedClient;
import org.zhengtong.testing.ClientHouse;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;

/** A client library certified by the OpenID Foundation signs people in against the program, in a browser. */
@ZhengtongTest
class SignInForOthersTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clients clients;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ApplicationContext program;

    @Autowired
    TestClock clock;

    private ClientHouse house;
    private People.Someone someone;

    @BeforeEach
    void house() {
        house = new ClientHouse(clients, identity, organisation);
        People people = new People(identity);
        someone = people.someone("林小满");
        people.firmOf(someone.id(), "云溪小满面馆");
    }

    @Test
    void somebody_signs_in_agrees_is_known_and_is_signed_out_everywhere() {
        try (CertifiedClient client = new CertifiedClient();
                Surfer surfer = new Surfer(port, Device.PHONE)) {
            ClientHouse.Registered registered = discovered(client, ClientProof.SECRET);

            surfer.page().navigate(begun(client, "openid profile phone level firms"));
            assertThat(surfer.path()).startsWith("/sign-in?next=");
            surfer.type("#account", someone.phone()).type("#password", People.PASSWORD);
            surfer.click("main form button");
            assertThat(surfer.heading()).contains("想知道您是谁");
            assertThat(surfer.text()).contains("林小满", "云溪小满面馆", "云溪市市场监督管理局", "办理借书证");
            surfer.photograph("consent-phone");
            surfer.find("button[value=true]").click();
            surfer.page().waitForURL(client.site() + "/back**");

            JsonNode signedIn = client.call("finish");
            assertThat(signedIn.path("wrong").asString(""))
                    .as(signedIn.toString())
                    .isEmpty();
            assertThat(signedIn.path("scope").asString()).isEqualTo("openid profile phone level firms");
            assertThat(signedIn.path("expires_in").asInt()).isEqualTo(600);
            assertThat(signedIn.at("/claims/acr").asString()).isEqualTo("urn:zhengtong:factors:two");
            assertThat(signedIn.at("/claims/amr/0").asString()).isEqualTo("pwd");
            assertThat(signedIn.at("/claims/auth_time").asLong())
                    .isEqualTo(clock.instant().getEpochSecond());
            assertThat(signedIn.at("/header/alg").asString()).isEqualTo("RS256");
            String subject = signedIn.at("/claims/sub").asString();
            JsonNode told = client.call(
                    "userinfo", "token", signedIn.path("access_token").asString(), "subject", subject);
            assertThat(told.path("name").asString()).isEqualTo("林小满");
            assertThat(told.path("phone_number").asString()).isEqualTo("+86" + someone.phone());
            assertThat(told.path("real_name_level").asString()).isEqualTo("confirmed");
            assertThat(told.at("/firms/0/name").asString()).isEqualTo("云溪小满面馆");
            assertThat(told.toString()).doesNotContain(someone.number().value());

            JsonNode refreshed = client.call(
                    "refresh", "token", signedIn.path("refresh_token").asString());
            assertThat(refreshed.at("/claims/sub").asString()).isEqualTo(subject);

            surfer.go("/my/clients");
            assertThat(surfer.text()).contains("读者系统", "姓名", "您经办的企业");
            surfer.photograph("my-clients-phone");
            surfer.go("/my/data");
            assertThat(surfer.text()).contains("同意过的信息，由其他系统查看", "办理借书证，按实名借书");

            surfer.page()
                    .navigate(client.call(
                                    "signOutAddress",
                                    "id_token_hint",
                                    refreshed.path("id_token").asString(),
                                    "post_logout_redirect_uri",
                                    client.site() + "/bye",
                                    "state",
                                    "再见 {x}")
                            .path("address")
                            .asString());
            assertThat(surfer.heading()).contains("要退出政务服务账号吗");
            surfer.photograph("sign-out-phone");
            surfer.find("main form button").click();
            surfer.page().waitForURL(client.site() + "/bye?state=**");
            deliveries.runDue();
            FarewellsNow.tell(program);

            JsonNode farewell = client.call("logout");
            assertThat(farewell.at("/payload/sub").asString())
                    .as(farewell.toString())
                    .isEqualTo(subject);
            assertThat(farewell.at("/payload/sid").asString())
                    .isEqualTo(signedIn.at("/claims/sid").asString());
            assertThat(farewell.at("/payload/events").has("http://schemas.openid.net/event/backchannel-logout"))
                    .isTrue();
            assertThat(farewell.at("/payload").has("nonce")).isFalse();
            assertThat(house.lastTold(registered.id()))
                    .hasValueSatisfying(told2 -> assertThat(told2.delivered()).isTrue());
            assertThat(client.call(
                                    "refresh",
                                    "token",
                                    refreshed.path("refresh_token").asString())
                            .path("wrong")
                            .asString())
                    .isEqualTo("invalid_grant");
        }
    }

    private ClientHouse.Registered discovered(CertifiedClient client, ClientProof proof) {
        ClientHouse.Registered registered = house.register(client.site(), proof, "");
        JsonNode found = client.call(
                "discover",
                "issuer",
                "http://localhost:" + port,
                "client",
                registered.id().toString(),
                "secret",
                registered.secret(),
                "skew",
                skew());
        assertThat(found.path("issuer").asString()).as(found.toString()).isEqualTo("http://localhost:" + port);
        return registered;
    }

    /** Seconds the program's clock is ahead of the machine's. */
    private long skew() {
        return Duration.between(Instant.now(Clock.systemUTC()), clock.instant()).toSeconds();
    }

    private static String begun(CertifiedClient client, String scope) {
        return client.call("begin", "scope", scope).path("address").asString();
    }
}
