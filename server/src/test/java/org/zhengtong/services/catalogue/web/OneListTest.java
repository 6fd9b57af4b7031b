package org.zhengtong.services.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Web, window, kiosk and API ask for the same, whatever somebody answers. */
@ZhengtongTest
class OneListTest {
    private static final Pattern ON_PAGE = Pattern.compile("<td role=\"cell\"><b>([^<]+)</b>");
    private static final Pattern ON_KIOSK = Pattern.compile("<li><b>([^<]+)</b>");

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    JsonMapper json;

    private Browser citizen;
    private Browser clerk;

    @BeforeEach
    void people() {
        citizen = new Browser(port);
        clerk = staff(Role.ACCEPTANCE);
    }

    @Test
    void every_item_asks_for_the_same_everywhere_with_every_combination_of_answers() {
        int lists = 0;
        for (ServiceItem item : catalogue.items()) {
            for (Map<String, String> answers : combinations(item)) {
                List<String> portal = names(ON_PAGE, citizen, "/items/" + item.code() + query(answers));

                assertThat(portal).as(item.name()).isEqualTo(materials(item, answers));
                assertThat(names(ON_PAGE, clerk, "/desk/window/" + item.code() + query(answers)))
                        .as("window: %s %s", item.name(), answers)
                        .isEqualTo(portal);
                assertThat(names(ON_KIOSK, citizen, "/kiosk/items/" + item.code() + query(unsure(item, answers))))
                        .as("kiosk: %s %s", item.name(), answers)
                        .isEqualTo(portal);
                assertThat(api(item, answers))
                        .as("API: %s %s", item.name(), answers)
                        .isEqualTo(portal);
                lists++;
            }
        }
        assertThat(lists).isGreaterThan(catalogue.items().size());
    }

    @Test
    void the_kiosk_asks_one_question_a_screen_and_leaves_no_trace() {
        ServiceItem food = catalogue.items().stream()
                .filter(item -> item.name().equals("食品经营许可"))
                .findFirst()
                .orElseThrow();
        String path = "/kiosk/items/" + food.code();

        assertThat(citizen.get(path).body())
                .contains(food.situations().get(0).question(), "第 1 个问题", path + "?area=small")
                .doesNotContain(food.situations().get(1).question(), "class=\"site\"", "class=\"foot");
        assertThat(citizen.get(path + "?area=small").body())
                .contains(food.situations().get(1).question(), path + "?area=small&amp;kind=catering");
        assertThat(citizen.get(path + "?area=no-such-answer").body()).contains("第 1 个问题");
        assertThat(citizen.get(path + "?area=small&kind=-").body())
                .contains("data:image/svg+xml;base64,", "/items/" + food.code() + "?area=small");
        assertThat(citizen.get(path).headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(citizen.get(path).headers().firstValue("Refresh")).contains(KioskPages.SECONDS + ";url=/kiosk");
    }

    @Test
    void the_window_is_for_who_accepts_or_keeps_the_catalogue_and_prints_the_notice() {
        ServiceItem card = catalogue.items().stream()
                .filter(item -> !item.handlingItems().isEmpty())
                .findFirst()
                .orElseThrow();
        Situation first = card.situations().getFirst();
        String query = "?" + first.id() + "=" + first.answers().getFirst().id();

        assertThat(clerk.get("/desk/window/" + card.code() + query).body())
                .contains("一次性告知单", "周文", card.name(), "事项版本", "业务办理项")
                .doesNotContain("??");
        assertThat(staff(Role.CATALOGUE).get("/desk/window/items").statusCode()).isEqualTo(200);
        assertThat(staff(Role.REVIEW).get("/desk/window/" + card.code()).statusCode())
                .isEqualTo(403);
        assertThat(citizen.get("/desk/window/items").statusCode()).isNotEqualTo(200);
        assertThat(clerk.get("/items/" + card.code()).body()).contains("/desk/window/" + card.code());
        assertThat(citizen.get("/items/" + card.code()).body()).doesNotContain("/desk/window/");
        assertThat(clerk.get("/desk/window/items?q=%E5%BC%80%E9%A5%AD%E5%BA%97").body())
                .contains("食品经营许可");
    }

    @Test
    void the_public_page_marks_the_handling_item_of_the_answers() {
        ServiceItem card = catalogue.items().stream()
                .filter(item -> item.name().equals("居民身份证申领、换领、补领"))
                .findFirst()
                .orElseThrow();

        assertThat(citizen.get("/items/" + card.code()).body())
                .contains(card.code() + "01", card.code() + "03")
                .doesNotContain("您的情况</span>");
        assertThat(citizen.get("/items/" + card.code() + "?reason=lost").body())
                .containsPattern("aria-current=\"true\"><b>居民身份证丢失补领</b>");
    }

    private List<String> materials(ServiceItem item, Map<String, String> answers) {
        return item.materialsFor(answers).stream()
                .map(material -> material.name())
                .toList();
    }

    private static List<String> names(Pattern pattern, Browser browser, String path) {
        return pattern.matcher(browser.get(path).body())
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
    }

    private List<String> api(ServiceItem item, Map<String, String> answers) {
        String situation = answers.entrySet().stream()
                .map(answer -> "situation=" + answer.getKey() + ":" + answer.getValue())
                .collect(Collectors.joining("&"));
        List<String> names = new ArrayList<>();
        for (JsonNode material : json.readTree(citizen.get("/api/v1/items/" + item.code() + "/materials?" + situation)
                        .body())
                .path("materials")) {
            names.add(material.path("name").asString());
        }
        return names;
    }

    private static List<Map<String, String>> combinations(ServiceItem item) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Situation situation : item.situations()) {
            for (Map<String, String> before : List.copyOf(all)) {
                situation.answers().forEach(answer -> {
                    Map<String, String> with = new LinkedHashMap<>(before);
                    with.put(situation.id(), answer.id());
                    all.add(with);
                });
            }
        }
        return all;
    }

    private static Map<String, String> unsure(ServiceItem item, Map<String, String> answers) {
        Map<String, String> whole = new LinkedHashMap<>();
        item.situations().forEach(situation -> whole.put(situation.id(), answers.getOrDefault(situation.id(), "-")));
        return whole;
    }

    private static String query(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + "=" + answer.getValue())
                .collect(Collectors.joining("&", "?", ""));
    }

    private Browser staff(Role role) {
        People.Someone someone = new People(identity).staff(organisation, "云溪市市场监督管理局", role);
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}
