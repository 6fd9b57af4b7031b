package org.zhengtong.people.clients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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

/** A client asks that its person signs out here too. */
@ZhengtongTest
class SignOutTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Clients clients;

    private Visit visit;
    private String idToken;

    @BeforeEach
    void signIn() {
        ClientHouse house = new ClientHouse(clients, identity, organisation);
        Browser browser = new Browser(port);
        browser.signIn(new People(identity).someone("林小满").phone(), People.PASSWORD);
        visit = new Visit(port, house.register(Visit.SITE, ClientProof.SECRET, ""), browser);
        idToken = visit.signedIn().path("id_token").asString();
    }

    @Test
    void the_person_decides_and_goes_back() {
        String request = "id_token_hint=" + idToken + "&state=a%20b%7B1%7D&post_logout_redirect_uri="
                + URLEncoder.encode(Visit.SITE + "/bye", StandardCharsets.UTF_8);

        HttpResponse<String> asked = visit.browser.get("/oauth2/logout?" + request);
        assertThat(asked.body()).contains("要退出政务服务账号吗", "读者系统").doesNotContain("??");
        assertThat(visit.browser.get("/my").statusCode()).isEqualTo(200);

        HttpResponse<String> gone = visit.browser.post("/sign-out/system", "request", request);

        assertThat(gone.headers().firstValue("refresh").orElse(""))
                .startsWith("0;url=" + Visit.SITE + "/bye?state=a%20b%7B1%7D");
        assertThat(Browser.location(visit.browser.get("/my"))).startsWith("/sign-in");
        assertThat(visit.browser.get("/oauth2/logout?" + request).headers().firstValue("refresh"))
                .isPresent();
    }

    @Test
    void nobody_is_signed_out_without_our_form() {
        visit.browser.get("/oauth2/logout?id_token_hint=" + idToken);
        visit.call("/oauth2/logout", "", "id_token_hint=" + idToken);
        assertThat(visit.call("/sign-out/system", "", "request=").statusCode()).isEqualTo(403);

        assertThat(visit.browser.get("/my").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_registered() {
        String elsewhere = URLEncoder.encode("https://elsewhere.example/", StandardCharsets.UTF_8);
        String forged = idToken.substring(0, idToken.lastIndexOf('.')) + ".AAAA";

        for (String request : List.of(
                "id_token_hint=" + idToken + "&post_logout_redirect_uri=" + elsewhere,
                "post_logout_redirect_uri=" + URLEncoder.encode(Visit.SITE + "/bye", StandardCharsets.UTF_8),
                "id_token_hint=" + forged,
                "id_token_hint=x",
                "id_token_hint=" + idToken + "&client_id=00000000-0000-0007-0000-000000000007")) {
            HttpResponse<String> answer = visit.browser.get("/oauth2/logout?" + request);
            assertThat(answer.statusCode()).as(request).isEqualTo(400);
            assertThat(answer.body()).contains("<h1").doesNotContain("??");
        }
        assertThat(visit.browser.get("/oauth2/logout").statusCode()).isEqualTo(200);
    }
}
