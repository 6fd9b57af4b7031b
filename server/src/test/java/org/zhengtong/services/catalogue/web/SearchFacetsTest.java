package org.zhengtong.services.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class SearchFacetsTest {
    private static final String FIRST_17 = "11330102002489000";
    private static final String USCC = FIRST_17 + Uscc.check(FIRST_17);

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    private final ServiceItem cityItem = YunxiBodies.item("取水许可");
    private String code = "";
    private Browser browser;

    /** A district's body with the same base item. */
    @BeforeEach
    void aSecondPlace() {
        browser = new Browser(port);
        organisation.put(new Body(
                new Uscc(USCC), "上城区水务局", "330102", "上城区一号路 1 号", "工作日 9:00–17:00", "0571-10000001", "0571-10000002"));
        code = USCC + "4" + cityItem.baseCode();
        String document = json.writeValueAsString(cityItem)
                .replace(cityItem.code().value(), code)
                .replace(cityItem.bodyUscc(), USCC)
                .replace(cityItem.bodyName(), "上城区水务局")
                .replace("\"level\":3", "\"level\":4");
        catalogue.publish(json.readValue(document, ServiceItem.class));
    }

    @AfterEach
    void gone() {
        database.sql("update catalogue.revision set number = number + 1").update();
        database.sql("update catalogue.item set state = 'CANCELLED' where code = :code")
                .param("code", code)
                .update();
        catalogue.readAnew();
        assertThat(catalogue.entriesOf(cityItem.baseCode())).hasSize(1);
    }

    @Test
    void one_base_item_of_many_bodies_is_one_result_that_leads_to_all_of_them() {
        String page = browser.get("/search?q=" + encoded("取水许可")).body();

        assertThat(page).contains("还有 1 个地方可以办").contains("/items/places/" + cityItem.baseCode());
        assertThat(cards(page)).doesNotHaveDuplicates();
        assertThat(browser.get("/items/places/" + cityItem.baseCode()).body())
                .contains("/items/" + code, "/items/" + cityItem.code(), "上城区水务局")
                .doesNotContain("??");
        assertThat(browser.get("/items/places/999999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_chosen_place_or_body_shows_the_entry_of_that_one() {
        assertThat(cards(browser.get("/search?q=" + encoded("取水许可") + "&body=" + USCC)
                        .body()))
                .containsExactly("/items/" + code);
        assertThat(cards(browser.get("/search?q=" + encoded("取水许可") + "&division=330102")
                        .body()))
                .containsExactly("/items/" + code);
    }

    @Test
    void the_body_a_question_names_is_the_one_shown() {
        assertThat(catalogue.search("上城区取水许可", 1)).extracting(Found::code).containsExactly(code);
        assertThat(catalogue.search("取水许可", 1))
                .extracting(Found::code)
                .containsExactly(cityItem.code().value());
    }

    @Test
    void each_facet_is_a_link_that_keeps_the_question_and_says_how_many_it_leads_to() {
        String page = browser.get("/search?q=" + encoded("取水许可 办理")).body();
        List<MatchResult> links = Pattern.compile(
                        "href=\"(/search\\?q=[^\"]+&amp;(?:who|event|body|division|online|kiosk)=[^\"]+)\"[^>]*>[^<]* <span class=\"num\">(\\d+)<")
                .matcher(page)
                .results()
                .toList();

        assertThat(links).hasSizeGreaterThan(3);
        for (MatchResult link : links) {
            String narrowed = browser.get(link.group(1).replace("&amp;", "&")).body();
            assertThat(narrowed.split("class=\"result\"", -1).length - 1)
                    .as(link.group(1))
                    .isEqualTo(Math.min(20, Integer.parseInt(link.group(2))));
        }
    }

    @Test
    void a_facet_that_fits_nothing_says_so_and_leads_back() {
        String page = browser.get("/search?q=" + encoded("取水许可") + "&event=" + encoded("没有的事"))
                .body();

        assertThat(page).contains("没有同时符合这些条件的事项", "看全部结果").doesNotContain("??");
        assertThat(browser.get("/search?q=" + encoded("取水许可") + "&who=%3Cscript%3E")
                        .body())
                .doesNotContain("<script>");
    }

    private static List<String> cards(String page) {
        return Pattern.compile("<h2 class=\"h3\"><a href=\"(/items/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(card -> card.group(1))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
