package org.zhengtong.services.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class MirrorApiTest {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    private final ItemCode item = YunxiBodies.item("公证办理").code();

    @Test
    void all_changes_are_read_page_by_page_each_once() {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get("/api/v1/items/changes?limit=37" + cursor));
            page.path("items").forEach(one -> codes.add(one.path("code").asString()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(codes).doesNotHaveDuplicates().contains(item.value());
        assertThat(codes.size()).isGreaterThanOrEqualTo(catalogue.items().size());
    }

    @Test
    void who_asks_again_is_told_that_nothing_changed() {
        String version = "/api/v1/items/" + item + "/versions/1";
        for (String path : List.of(
                "/api/v1/items/changes",
                "/api/v1/items/" + item,
                "/api/v1/items/" + item + "/versions",
                version,
                "/api/v1/base-items?limit=2",
                "/api/v1/base-items/" + item.value().substring(19))) {
            HttpResponse<String> first = get(path);
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            String tag = first.headers().firstValue("etag").orElseThrow();

            HttpResponse<String> again = new Browser(port)
                    .send(HttpRequest.newBuilder(new Browser(port).address(path))
                            .header("If-None-Match", tag));

            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        assertThat(get("/api/v1/items/changes").headers().firstValue("last-modified"))
                .as("a second is too coarse to tell changes by")
                .isEmpty();
    }

    @Test
    void only_what_changed_since_is_listed_and_nonsense_is_refused() {
        assertThat(json(get("/api/v1/items/changes?since=9998-01-01T00:00:00Z")).path("items"))
                .isEmpty();
        assertThat(get("/api/v1/items/changes?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/items/changes?cursor=x").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/items/changes?since=-1000000000-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void versions_and_base_items_are_read() {
        assertThat(json(get("/api/v1/items/" + item + "/versions"))
                        .path("versions")
                        .size())
                .isPositive();
        assertThat(json(get("/api/v1/items/" + item + "/versions/1"))
                        .path("name")
                        .asString())
                .isEqualTo("公证办理");
        assertThat(get("/api/v1/items/" + item + "/versions/999").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/items/none/versions").statusCode()).isEqualTo(404);
        JsonNode base = json(get("/api/v1/base-items?limit=2"));
        assertThat(base.path("items").size()).isEqualTo(2);
        String code = base.path("items").path(1).path("code").asString();
        assertThat(base.path("next").asString()).isEqualTo(code);
        assertThat(json(get("/api/v1/base-items/" + code)).path("code").asString())
                .isEqualTo(code);
        assertThat(get("/api/v1/base-items/none").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
