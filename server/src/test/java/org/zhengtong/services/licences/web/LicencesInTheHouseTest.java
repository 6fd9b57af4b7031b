package org.zhengtong.services.licences.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** Licences with the real seals, keys, sessions and pages of the house. */
@ZhengtongTest
class LicencesInTheHouseTest {
    @LocalServerPort
    int port;

    @Autowired
    Licences licences;

    @Autowired
    Identity identity;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private People people;

    @BeforeEach
    void makePeople() {
        people = new People(identity);
    }

    @Test
    void an_agent_finds_the_licence_of_their_firm_and_prints_it() {
        People.Someone agent = people.someone("李小明");
        Licence licence = licenceOfAFirm(agent);
        Browser browser = signedIn(agent);

        assertThat(browser.get("/my/licences").body()).contains("食品经营许可证", licence.number());
        assertThat(browser.get("/my/licences/" + licence.id()).body()).contains(licence.identifier());
        assertThat(browser.get("/my/licences/" + licence.id() + "/seal.svg").body())
                .startsWith("<svg");
        HttpResponse<String> pdf = browser.get("/my/licences/" + licence.id() + "/pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
    }

    @Test
    void nobody_else_finds_it() {
        Licence licence = licenceOfAFirm(people.someone("李小明"));
        Browser stranger = signedIn(people.someone("赵陌生"));
        Browser nobody = new Browser(port);

        for (String path : List.of("/my/licences/%s", "/my/licences/%s/pdf", "/my/licences/%s/seal.svg")) {
            HttpResponse<String> notTheirs = stranger.get(path.formatted(licence.id()));
            HttpResponse<String> notSignedIn = nobody.get(path.formatted(licence.id()));

            assertThat(notTheirs.statusCode()).isEqualTo(404);
            assertThat(notTheirs.body()).doesNotContain(licence.number());
            assertThat(Browser.location(notSignedIn)).startsWith("/sign-in");
        }
        assertThat(nobody.get("/api/v1/licences/" + licence.id()).statusCode()).isEqualTo(401);
    }

    @Test
    void programs_ask_with_a_token() {
        People.Someone agent = people.someone("李小明");
        Licence licence = licenceOfAFirm(agent);
        Browser browser = signedIn(agent);
        String bearer = "Bearer " + browser.cookie("zt_session");

        HttpResponse<String> mine = new Browser(port)
                .send(HttpRequest.newBuilder(browser.address("/api/v1/me/licences"))
                        .header("Authorization", bearer));

        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.body()).contains(licence.identifier());
    }

    @Test
    void anyone_verifies_it_and_a_changed_record_is_found_out() {
        Licence licence = licenceOfAFirm(people.someone("李小明"));
        Browser anyone = new Browser(port);

        assertThat(anyone.get("/verify/" + licence.identifier()).body()).contains("证照有效", licence.number());

        database.sql("update licences.licence_version set valid_until = date '2099-12-31' where licence = :id")
                .param("id", licence.id())
                .update();

        assertThat(anyone.get("/verify/" + licence.identifier()).body())
                .contains("电子印章校验不通过")
                .doesNotContain(licence.number());
        assertThat(anyone.get("/api/v1/verifications/" + licence.identifier()).body())
                .contains("\"valid\":false", "SEAL_BROKEN");
    }

    @Test
    void no_licence_without_a_decision_in_the_same_transaction() {
        assertThatThrownBy(() -> licences.issue(food(people.someone("李小明"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Licence licenceOfAFirm(People.Someone agent) {
        Licence licence = new TransactionTemplate(transactions).execute(status -> licences.issue(food(agent)));
        assertThat(licence).isNotNull();
        return licence;
    }

    private LicenceOrder food(People.Someone agent) {
        return new LicenceOrder(
                "食品经营许可证",
                new Party.Firm(people.firmOf(agent.id(), "云溪老李饭店")),
                "云溪老李饭店",
                "11339900990000025L",
                "云溪市市场监督管理局",
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(Map.of("经营者名称", "云溪老李饭店", "经营项目", "热食类食品制售")),
                identifiers.next());
    }

    private Browser signedIn(People.Someone who) {
        Browser browser = new Browser(port);
        browser.signIn(who.phone(), People.PASSWORD);
        return browser;
    }
}
