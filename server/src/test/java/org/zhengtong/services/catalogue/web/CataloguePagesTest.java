package org.zhengtong.services.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.ui.ExtendedModelMap;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class CataloguePagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Halls halls;

    @Autowired
    HallPlans plans;

    @Autowired
    Organisation organisation;

    @Autowired
    JsonMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceItem food = YunxiBodies.item("食品经营许可");

    @Test
    void every_page_of_the_room_has_its_words_in_both_languages_and_one_heading() throws Exception {
        List<String> paths = List.of(
                "/",
                "/search?q=" + encoded("开饭店"),
                "/search?q=" + encoded("☃☃☃"),
                "/search",
                "/items",
                "/items?who=firm&event=" + encoded("开办企业"),
                "/items/" + food.code(),
                "/bundles",
                "/bundles/B001",
                "/quality",
                "/quality?sort=online",
                "/quality/" + food.bodyUscc(),
                "/kiosk",
                "/kiosk/events?name=" + encoded("开办企业"),
                "/kiosk/search?q=" + encoded("开饭店"),
                "/kiosk/search?q=" + encoded("☃☃☃"),
                "/kiosk/items/" + food.code(),
                "/kiosk/items/" + food.code() + "?area=small&kind=-",
                "/halls",
                "/halls/citizen-centre",
                "/halls/citizen-centre/appointments",
                "/halls/citizen-centre/appointments?q=" + encoded("开饭店"),
                "/halls/citizen-centre/appointments?item=" + food.code());
        for (String language : List.of("zh-CN", "en")) {
            for (String path : paths) {
                HttpResponse<String> page = get(path, "Cookie", "zt_language=" + language);

                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body()).as(path).doesNotContain("??");
                assertThat(page.body().split("<h1", -1)).as(path).hasSize(2);
            }
        }
    }

    @Test
    void every_item_and_bundle_has_a_page() throws Exception {
        for (ServiceItem item : catalogue.items()) {
            HttpResponse<String> page = get("/items/" + item.code());

            assertThat(page.statusCode()).as(item.name()).isEqualTo(200);
            assertThat(page.body()).contains(item.name()).doesNotContain("??");
        }
    }

    @Test
    void the_guide_cuts_the_list_without_javascript_and_the_api_gives_the_same_list() throws Exception {
        String path = "/items/" + food.code();

        List<String> whole = materialsOn(get(path).body());
        List<String> small = materialsOn(get(path + "?area=small").body());

        assertThat(whole).contains("经营场所平面布局图");
        assertThat(small).doesNotContain("经营场所平面布局图").hasSize(whole.size() - 1);
        assertThat(materialsOf("/api/v1/items/" + food.code() + "/materials")).isEqualTo(whole);
        assertThat(materialsOf("/api/v1/items/" + food.code() + "/materials?situation=area:small"))
                .isEqualTo(small);
    }

    @Test
    void an_item_in_use_offers_to_start_and_a_suspended_one_says_so() throws Exception {
        ItemCode code = YunxiBodies.item("动物防疫条件合格证核发").code();
        assertThat(get("/items/" + code).body()).contains("/start\"");

        catalogue.setState(code, ItemState.SUSPENDED);

        String page = get("/items/" + code).body();
        catalogue.setState(code, ItemState.IN_USE);
        assertThat(page).contains("这个事项暂停办理").doesNotContain("/start\"");
    }

    @Test
    void an_unknown_item_is_a_problem_of_its_own() {
        ItemPages pages = new ItemPages(catalogue, halls, plans, organisation);

        for (String code : List.of("nope", food.code().value().replace("000100014000", "000199999000"))) {
            assertThatThrownBy(() -> pages.item(new ExtendedModelMap(), Optional.empty(), code, Map.of()))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("unknown-item"));
        }
    }

    @Test
    void an_entry_is_not_sent_again_to_whom_has_it() throws Exception {
        String path = "/api/v1/items/" + food.code();
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("etag").orElseThrow();

        HttpResponse<String> second = get(path, "If-None-Match", tag);

        assertThat(json.readTree(first.body()).path("code").asString())
                .isEqualTo(food.code().value());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void the_api_answers_items_and_bundles_best_first_and_no_more_than_asked() throws Exception {
        JsonNode found = json.readTree(
                get("/api/v1/items?q=" + encoded("开办餐饮店一件事") + "&limit=3").body());
        JsonNode all = json.readTree(get("/api/v1/items").body());

        assertThat(found.path("items").size()).isBetween(1, 3);
        assertThat(found.path("items").get(0).path("code").asString()).isEqualTo("B008");
        assertThat(all.path("items").size())
                .isEqualTo(catalogue.items().size() + catalogue.bundles().size());
        assertThat(get("/api/v1/items?limit=many").statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_typed_never_becomes_markup() throws Exception {
        String page = get("/search?q=" + encoded("<script>alert(1)</script>")).body();

        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void an_overlong_question_is_cut_and_control_characters_are_dropped() {
        assertThat(SearchQuestion.clean("护".repeat(5000))).hasSize(100);
        assertThat(SearchQuestion.clean("a\u202e\u0000护照\u200b")).isEqualTo("a  护照");
        assertThat(SearchQuestion.clean("𠀀".repeat(80))).hasSize(100);
    }

    private List<String> materialsOf(String path) throws Exception {
        List<String> names = new ArrayList<>();
        json.readTree(get(path).body())
                .path("materials")
                .forEach(material -> names.add(material.path("name").asString()));
        return names;
    }

    private static List<String> materialsOn(String page) {
        Matcher matcher = Pattern.compile("<td role=\"cell\"><b>([^<]+)</b>").matcher(page);
        List<String> names = new ArrayList<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
