package org.zhengtong.people.clients.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.ground.calls.ReceivingSystem;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.clients.SigningKeys;
import org.zhengtong.people.clients.internal.FarewellsNow;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ClientHouse;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** A client that signed somebody in is told when that has ended, whatever ended it. */
@ZhengtongTest
class FarewellsTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clients clients;

    @Autowired
    SigningKeys keys;

    @Autowired
    Deliveries deliveries;

    @Autowired
    ApplicationContext program;

    @Autowired
    TestClock clock;

    private final ReceivingSystem system = new ReceivingSystem();
    private ClientHouse house;
    private People.Someone someone;
    private Visit visit;

    @BeforeEach
    void visit() {
        house = new ClientHouse(clients, identity, organisation);
        someone = new People(identity).someone("林小满");
        visit = new Visit(port, house.registerToldAt(system.address()), signedIn());
    }

    @AfterEach
    void close() {
        system.close();
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }

    private void tell() {
        deliveries.runDue();
        FarewellsNow.tell(program);
    }

    private List<JWTClaimsSet> told() {
        return system.got().stream()
                .map(got -> got.body().replaceFirst("^logout_token=", ""))
                .map(token -> keys.signed(token).orElseThrow())
                .toList();
    }

    @Test
    void signing_out_is_told_once_for_each_session() throws Exception {
        SignedJWT first = SignedJWT.parse(visit.signedIn().path("id_token").asString());
        visit.signedIn();

        visit.browser.post("/sign-out");
        tell();
        tell();

        assertThat(told()).singleElement().satisfies(claims -> {
            assertThat(claims.getSubject()).isEqualTo(first.getJWTClaimsSet().getSubject());
            assertThat(claims.getStringClaim("sid"))
                    .isEqualTo(first.getJWTClaimsSet().getStringClaim("sid"));
            assertThat(claims.getAudience()).containsExactly(visit.client.id().toString());
        });
    }

    @Test
    void only_the_session_that_ended_is_told_of() throws Exception {
        visit.signedIn();
        Visit elsewhere = new Visit(port, visit.client, signedIn());
        SignedJWT other = SignedJWT.parse(elsewhere.signedIn().path("id_token").asString());

        visit.browser.post("/my/profile/sessions/close-others");
        tell();

        assertThat(told())
                .singleElement()
                .satisfies(claims -> assertThat(claims.getStringClaim("sid"))
                        .isEqualTo(other.getJWTClaimsSet().getStringClaim("sid")));
    }

    @Test
    void a_session_that_is_over_by_itself_is_told_of() {
        visit.signedIn();
        clock.advance(Duration.ofHours(13));

        FarewellsNow.lookForSessionsOver(program);
        tell();

        assertThat(told()).hasSize(1);
        assertThat(house.lastTold(visit.client.id()).orElseThrow().why()).isEqualTo("session");
    }

    @Test
    void the_end_of_consent_and_of_the_account_are_told_of() {
        visit.signedIn();
        visit.browser.post("/my/clients/" + visit.client.id() + "/end");
        tell();
        assertThat(house.lastTold(visit.client.id()).orElseThrow().why()).isEqualTo("consent");

        visit.signedIn();
        assertThat(visit.browser
                        .post("/my/data/closing", "password", People.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
        tell();

        assertThat(house.lastTold(visit.client.id()).orElseThrow().why()).isEqualTo("account");
        assertThat(told()).hasSize(2);
    }

    @Test
    void a_client_that_does_not_answer_is_told_again_with_a_token_that_is_fresh() throws Exception {
        visit.signedIn();
        system.answer(503);
        visit.browser.post("/sign-out");
        tell();
        assertThat(house.lastTold(visit.client.id()).orElseThrow().delivered()).isFalse();

        clock.advance(Duration.ofMinutes(1));
        tell();

        assertThat(house.lastTold(visit.client.id()).orElseThrow())
                .satisfies(told -> assertThat(told.delivered()).isTrue())
                .satisfies(told -> assertThat(told.tries()).isEqualTo(2));
        assertThat(told()).hasSize(2);
        assertThat(told().getLast().getIssueTime().toInstant()).isEqualTo(clock.instant());
    }

    @Test
    void a_client_that_never_got_a_token_is_not_told() {
        visit.code();

        visit.browser.post("/sign-out");
        tell();

        assertThat(system.got()).isEmpty();
    }
}
