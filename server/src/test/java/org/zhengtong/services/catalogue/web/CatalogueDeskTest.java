package org.zhengtong.services.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class CatalogueDeskTest {
    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient database;

    private final ItemCode item = YunxiBodies.item("公证办理").code();
    private Browser steward;

    @BeforeEach
    void aSteward() {
        steward = staff(Role.CATALOGUE);
    }

    @AfterEach
    void inUseAgain() {
        catalogue.setState(item, ItemState.IN_USE);
    }

    @Test
    void an_item_is_found_by_its_name_suspended_and_taken_up_again() {
        assertThat(steward.get("/desk/items?q=公证").body())
                .contains("公证办理", "value=\"SUSPENDED\"")
                .doesNotContain("普通护照签发", "??");

        HttpResponse<String> suspended =
                steward.post("/desk/items/" + item + "/state", "state", "SUSPENDED", "q", "公证");

        assertThat(Browser.location(suspended)).isEqualTo("/desk/items?q=%E5%85%AC%E8%AF%81");
        assertThat(steward.get(Browser.location(suspended)).body()).contains("value=\"IN_USE\"");
        assertThat(new Browser(port).get("/items/" + item).body()).contains("暂停");
        assertThat(changes()).isPositive();

        steward.post("/desk/items/" + item + "/state", "state", "IN_USE");

        assertThat(catalogue.item(item).orElseThrow().state()).isEqualTo(ItemState.IN_USE);
    }

    @Test
    void a_state_or_an_item_that_does_not_exist_is_answered_kindly() {
        assertThat(steward.post("/desk/items/" + item + "/state", "state", "CLOSED")
                        .statusCode())
                .isEqualTo(422);
        assertThat(steward.post("/desk/items/none/state", "state", "SUSPENDED").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_clerk_and_a_citizen_change_nothing() {
        Browser clerk = staff(Role.ACCEPTANCE);
        Browser citizen = new Browser(port);
        citizen.signIn(new People(identity).someone("李市民").phone(), People.PASSWORD);

        for (Browser other : new Browser[] {clerk, citizen}) {
            assertThat(other.get("/desk/items").statusCode()).isEqualTo(403);
            assertThat(other.post("/desk/items/" + item + "/state", "state", "SUSPENDED")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(catalogue.item(item).orElseThrow().state()).isEqualTo(ItemState.IN_USE);
    }

    private long changes() {
        return database.sql(
                        "select count(*) from audit.leaf where action = 'catalogue.set-state' and actor <> 'system'")
                .query(Long.class)
                .single();
    }

    private Browser staff(Role role) {
        People.Someone someone = new People(identity).staff(organisation, "云溪市司法局", role);
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
