package org.zhengtong.services.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class BundlePagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JsonMapper json;

    @Test
    void every_bundle_has_a_picture_and_the_same_as_a_list_and_its_one_form() {
        Browser browser = new Browser(port);
        for (Bundle bundle : catalogue.bundles()) {
            String page = browser.get("/bundles/" + bundle.code()).body();
            String form = browser.get("/bundles/" + bundle.code() + "/form").body();

            assertThat(page)
                    .as(bundle.name())
                    .contains("<svg", "role=\"img\"", "牵头部门")
                    .doesNotContain("??");
            assertThat(form).as(bundle.name()).contains(bundle.name()).doesNotContain("??");
            catalogue
                    .plan(bundle, Map.of())
                    .items()
                    .forEach(item -> assertThat(page).contains("/items/" + item.code()));
        }
    }

    @Test
    void an_answer_of_the_guide_leaves_items_and_materials_out_without_javascript() {
        Browser browser = new Browser(port);

        String whole = browser.get("/bundles/B005").body();
        String holder = browser.get("/bundles/B005?holder=yes").body();

        assertThat(whole).contains("残疾人证：由“残疾人证核发”的结果直接转给");
        assertThat(holder)
                .contains("免去了 1 个", "<b>残疾人证</b>", "/bundles/B005/form?holder=yes")
                .doesNotContain("由“残疾人证核发”的结果直接转给");
    }

    @Test
    void the_api_gives_order_materials_and_form_in_the_same_situation() {
        JsonNode whole = read("/api/v1/bundles/B008");
        JsonNode licensed = read("/api/v1/bundles/B008?situation=licence:yes&situation=sign:no");

        assertThat(whole.at("/plan/steps")).hasSize(2);
        assertThat(whole.at("/leadBody/name").asString()).isEqualTo("云溪市市场监督管理局");
        assertThat(whole.at("/plan/after/days").asInt())
                .isLessThan(whole.at("/plan/before/days").asInt());
        assertThat(names(whole)).doesNotContain("营业执照");
        assertThat(whole.at("/handedOn")).isNotEmpty();
        assertThat(licensed.at("/plan/steps")).hasSize(1);
        assertThat(names(licensed)).contains("营业执照");
        assertThat(licensed.at("/materials").toString())
                .contains(YunxiBodies.item("食品经营许可").code().value());
        assertThat(licensed.at("/form/form/sections")).isNotEmpty();
        assertThat(new Browser(port).get("/api/v1/bundles/B999").statusCode()).isEqualTo(404);
    }

    @Test
    void the_one_form_is_told_as_json_schema_too() {
        JsonNode schema = read("/api/v1/bundles/B008/schema");
        JsonNode licensed = read("/api/v1/bundles/B008/schema?situation=licence:yes");

        assertThat(schema.path("properties").propertyNames())
                .contains("premises_name")
                .doesNotContain("firm_uscc");
        assertThat(licensed.path("properties").propertyNames()).contains("firm_uscc");
        assertThat(schema.path("required").toString()).contains("premises_name");
    }

    private static List<String> names(JsonNode bundle) {
        List<String> names = new ArrayList<>();
        bundle.path("materials")
                .forEach(one -> names.add(one.at("/material/name").asString()));
        return names;
    }

    private JsonNode read(String path) {
        return json.readTree(new Browser(port).get(path).body());
    }
}
