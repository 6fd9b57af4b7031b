package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class SearchTermsTest {
    private static final String BODY = "云溪市司法局";

    @LocalServerPort
    int port;

    @Autowired
    SearchTerms terms;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient database;

    private StaffMember editor;
    private Browser desk;
    private final ServiceItem notary = YunxiBodies.item("公证办理");

    @BeforeEach
    void anEditor() {
        People.Someone someone = new People(identity).staff(organisation, BODY, Role.CATALOGUE);
        editor = organisation.staff(someone.id()).orElseThrow();
        desk = new Browser(port);
        desk.signIn(someone.phone(), People.PASSWORD);
    }

    @Test
    void a_search_in_vain_is_counted_by_page_and_api_and_listed_for_editors() {
        Browser citizen = new Browser(port);

        citizen.get("/search?q=%E9%87%8F%E5%AD%90%E7%BA%A0%E7%BC%A0");
        citizen.get("/api/v1/items?q=%E9%87%8F%E5%AD%90%E7%BA%A0%E7%BC%A0");
        citizen.get("/search/suggestions?q=%E9%87%8F%E5%AD%90%E7%BA%A0%E7%BC%A0");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(terms.open(100, editor))
                        .filteredOn(term -> term.term().equals("量子纠缠"))
                        .singleElement()
                        .satisfies(term -> assertThat(term.times()).isEqualTo(2)));
        assertThat(desk.get("/desk/searches").body()).contains("量子纠缠").doesNotContain("??");
    }

    @Test
    void an_attached_word_finds_the_item_and_taken_away_finds_it_no_more() {
        assertThat(catalogue.search("zqvwkj", 3)).isEmpty();

        desk.post("/desk/searches/attach", "term", "zqvwkj", "base", notary.baseCode());

        assertThat(catalogue.search("zqvwkj", 1)).extracting(Found::name).containsExactly("公证办理");
        assertThat(terms.synonyms(editor)).extracting(Synonym::word).contains("zqvwkj");
        assertThat(desk.get("/desk/searches").body()).contains("zqvwkj", "公证办理");
        desk.post("/desk/searches/detach", "word", "zqvwkj", "base", notary.baseCode());
        assertThat(catalogue.search("zqvwkj", 1)).isEmpty();
        assertThat(leaves("catalogue.attach-synonym")).isPositive();
        assertThat(leaves("catalogue.detach-synonym")).isPositive();
    }

    @Test
    void a_word_attached_on_another_node_is_found_within_two_seconds() {
        database.sql("update catalogue.revision set number = number + 1").update();
        database.sql("insert into catalogue.synonym values (:base, 'qzwxvk', now())")
                .param("base", notary.baseCode())
                .update();
        database.sql("update catalogue.revision set number = number + 1").update();

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(catalogue.search("qzwxvk", 1))
                        .extracting(Found::name)
                        .containsExactly("公证办理"));

        terms.detach("qzwxvk", notary.baseCode(), editor);
    }

    @Test
    void a_term_set_aside_is_listed_no_more_and_stands_in_the_audit() {
        database.sql("insert into catalogue.search_term values ('火星旅行', 7, now(), now(), 'OPEN')")
                .update();
        assertThat(terms.open(100, editor)).extracting(SearchTerm::term).contains("火星旅行");

        desk.post("/desk/searches/set-aside", "term", "火星旅行");

        assertThat(terms.open(100, editor)).extracting(SearchTerm::term).doesNotContain("火星旅行");
        assertThat(leaves("catalogue.set-term-aside")).isPositive();
    }

    @Test
    void the_item_for_a_term_is_looked_up_by_part_of_its_name() {
        assertThat(desk.get("/desk/searches?term=abc&q=%E5%85%AC%E8%AF%81").body())
                .contains("公证办理", notary.baseCode())
                .doesNotContain("??");
    }

    @Test
    void what_cannot_be_is_answered_with_a_sentence() {
        assertThat(desk.post("/desk/searches/attach", "term", "13800138000", "base", notary.baseCode())
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.post("/desk/searches/attach", "term", "好词", "base", "none")
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.post("/desk/searches/set-aside", "term", "从没搜过的词").statusCode())
                .isEqualTo(404);
        assertThat(desk.post("/desk/searches/detach", "word", "好词", "base", notary.baseCode())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoever_has_not_the_role_sees_and_changes_nothing() {
        People.Someone clerk = new People(identity).staff(organisation, BODY, Role.ACCEPTANCE);
        Browser other = new Browser(port);
        other.signIn(clerk.phone(), People.PASSWORD);

        assertThat(other.get("/desk/searches").statusCode()).isEqualTo(403);
        assertThat(other.post("/desk/searches/attach", "term", "好词", "base", notary.baseCode())
                        .statusCode())
                .isEqualTo(403);
        StaffMember member = organisation.staff(clerk.id()).orElseThrow();
        for (Runnable deed : List.<Runnable>of(
                () -> terms.setAside("词", member),
                () -> terms.detach("词", "x", member),
                () -> terms.synonyms(member))) {
            assertThatThrownBy(deed::run).isInstanceOf(Problem.class);
        }
    }

    private long leaves(String action) {
        return database.sql("select count(*) from audit.leaf where action = :action and actor = :actor")
                .param("action", action)
                .param("actor", editor.actor())
                .query(Long.class)
                .single();
    }
}
