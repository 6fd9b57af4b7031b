package org.zhengtong.services.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.ground.audit.internal.CheckpointNow;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ShopFiling;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class CaseProofsTest {
    @LocalServerPort
    int port;

    @Autowired
    ShopFiling shops;

    @Autowired
    Identity identity;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Filing filing;

    @Autowired
    Cases cases;

    @Autowired
    ApplicationContext program;

    @Test
    void who_may_open_the_case_sees_its_records_and_their_proofs_and_nobody_else_does() throws Exception {
        People people = new People(identity);
        People.Someone applicant = people.someone("林小满");
        CaseId id = shops.filed(applicant, true);
        String page = "/my/cases/" + id.value() + "/proofs";
        Browser browser = signedIn(applicant);

        assertThat(browser.get("/my/cases/" + id.value()).body()).contains(page);
        assertThat(browser.get(page).body()).contains("一分钟内公布").doesNotContain("??");
        CheckpointNow.make(program);
        assertThat(browser.get(page).body())
                .containsPattern("/audit/proofs/[0-9a-f]{64}")
                .contains("号的证明")
                .doesNotContain("??", "其他记录");
        assertThat(signedIn(people.someone("周文")).get(page).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(page).body()).doesNotContain("号的证明");
    }

    private Browser signedIn(People.Someone someone) {
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
