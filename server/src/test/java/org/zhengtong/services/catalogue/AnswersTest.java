package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class AnswersTest {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void understood() {
        await().atMost(Duration.ofMinutes(2)).until(() -> catalogue.notYetUnderstood() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "办护照要带什么, MATERIALS, 普通护照签发",
        "结婚登记要什么材料, MATERIALS, 内地居民结婚登记",
        "食品经营许可需要哪些材料, MATERIALS, 食品经营许可",
        "passport 要带什么, MATERIALS, 普通护照签发",
        "護照要多久, TIME, 普通护照签发",
        "居住证多久能拿到, TIME, 居住证申领",
        "工伤认定要几天, TIME, 工伤认定",
        "办护照多少钱, FEE, 普通护照签发",
        "公证办理要收费吗, FEE, 公证办理",
        "结婚登记在哪办, PLACE, 内地居民结婚登记",
        "公证办理咨询电话, PLACE, 公证办理",
        "办护照要跑几趟, VISITS, 普通护照签发",
        "取水许可要去几次, VISITS, 取水许可"
    })
    void a_question_of_a_clear_item_is_answered_from_the_item(String question, Aspect aspect, String item) {
        assertThat(catalogue.answer(question)).hasValueSatisfying(answer -> {
            assertThat(answer.aspect()).isEqualTo(aspect);
            assertThat(answer.item().name()).isEqualTo(item);
        });
    }

    @Test
    void a_licence_is_answered_by_the_item_through_which_a_firm_gets_it() {
        assertThat(catalogue.answer("办营业执照要带什么")).hasValueSatisfying(answer -> {
            assertThat(answer.aspect()).isEqualTo(Aspect.MATERIALS);
            assertThat(answer.item().foundsFirm()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "要带什么", "办护照", "红烧肉要什么材料", "去月球要多久", "房价多少钱", "许可证要带什么", "登记在哪办", "世界杯在哪办", "asdfgh 多少钱"})
    void what_is_not_clear_is_not_answered(String question) {
        assertThat(catalogue.answer(question)).isEmpty();
    }

    @Test
    void the_page_shows_the_answer_with_where_it_stands_and_the_item_has_that_section() {
        Browser browser = new Browser(port);
        ServiceItem passport = YunxiBodies.item("普通护照签发");
        String place = "/items/" + passport.code();

        assertThat(browser.get("/search?q=%E5%8A%9E%E6%8A%A4%E7%85%A7%E8%A6%81%E5%B8%A6%E4%BB%80%E4%B9%88")
                        .body())
                .contains("要带的材料", "居民身份证", "href=\"" + place + "#materials\"", "第 1 版")
                .doesNotContain("??");
        assertThat(browser.get("/search?q=%E6%8A%A4%E7%85%A7").body()).doesNotContain("answer-title");
        assertThat(browser.get(place).body())
                .contains("id=\"materials\"", "id=\"time\"", "id=\"fee\"", "id=\"place\"", "id=\"visits\"");
    }

    @Test
    void the_api_answers_with_item_element_and_version_and_does_not_invent() {
        Browser browser = new Browser(port);

        JsonNode answers = json.readTree(
                        browser.get("/api/v1/answers?q=%E5%8A%9E%E6%8A%A4%E7%85%A7%E8%A6%81%E5%A4%9A%E4%B9%85")
                                .body())
                .path("answers");

        assertThat(answers.size()).isEqualTo(1);
        assertThat(answers.get(0).path("aspect").asString()).isEqualTo("TIME");
        assertThat(answers.get(0).path("name").asString()).isEqualTo("普通护照签发");
        assertThat(answers.get(0).path("version").asInt()).isPositive();
        assertThat(answers.get(0).path("told").get(0).path("element").asString())
                .isEqualTo("promisedDays");
        assertThat(answers.get(0).path("told").get(0).path("text").asString()).isEqualTo("7");
        assertThat(answers.get(0).path("page").asString()).endsWith("#time");
        assertThat(json.readTree(browser.get("/api/v1/answers?q=xyz").body())
                        .path("answers")
                        .size())
                .isZero();
    }
}
