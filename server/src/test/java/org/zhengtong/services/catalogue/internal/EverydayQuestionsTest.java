package org.zhengtong.services.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.zhengtong.ground.language.SearchWay;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.testing.ZhengtongTest;

/** The questions the search is tuned with; those it is measured with are in the benchmark. */
@ZhengtongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverydayQuestionsTest {
    @Autowired
    Catalogue catalogue;

    private record Asked(String question, List<String> right) {}

    @BeforeAll
    void understood() {
        await().atMost(Duration.ofMinutes(2)).until(() -> catalogue.notYetUnderstood() == 0);
    }

    @Test
    void nineteen_of_twenty_everyday_questions_find_the_right_item_among_the_first_three() throws IOException {
        List<Asked> questions = questions();

        List<String> missed = missed(questions, SearchWay.FUSED, 3);

        assertThat(missed).as(String.join("\n", missed)).hasSizeLessThanOrEqualTo(questions.size() / 20);
    }

    @Test
    void seventeen_of_twenty_find_it_first() throws IOException {
        List<Asked> questions = questions();

        List<String> missed = missed(questions, SearchWay.FUSED, 1);

        assertThat(missed).as(String.join("\n", missed)).hasSizeLessThanOrEqualTo(questions.size() * 3 / 20);
    }

    @ParameterizedTest
    @EnumSource(names = {"WORDS", "MEANING"})
    void all_ways_together_find_more_than_one_alone(SearchWay alone) throws IOException {
        List<Asked> questions = questions();

        assertThat(missed(questions, SearchWay.FUSED, 3))
                .hasSizeLessThanOrEqualTo(missed(questions, alone, 3).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "???",
                "\u0000\u202E",
                "asdfghjkl",
                "qqqqq",
                "今天天气真好啊哈哈",
                "123456",
                "你好",
                "红烧肉怎么做",
                "紅燒肉怎麼做",
                "推荐一部好看的电影",
                "今晚吃什么",
                "讲个笑话",
                "一加一等于几",
                "你是谁",
                "月亮离地球多远",
                "怎么减肥最快",
                "how are you today",
                "lorem ipsum dolor",
                "zzzz qqqq",
                "之乎者也",
                "世界杯冠军是谁"
            })
    void nonsense_finds_nothing(String question) {
        assertThat(catalogue.search(question, 3)).isEmpty();
    }

    @Test
    void a_single_word_of_a_name_finds_it() {
        assertThat(catalogue.search("车", 3)).isNotEmpty();
    }

    @Test
    void a_very_long_question_is_answered_by_its_beginning() {
        assertThat(first("护照怎么办".repeat(3000))).isEqualTo("普通护照签发");
    }

    @ParameterizedTest
    @ValueSource(strings = {"普通护照签发", "putonghuzhaoqianfa", "ptHZqf", "pu tong hu zhao", "普通户照", "普通護照簽發"})
    void a_name_is_found_by_its_characters_sound_and_initials(String question) {
        assertThat(first(question)).isEqualTo("普通护照签发");
    }

    private String first(String question) {
        return catalogue.search(question, 1).stream()
                .map(Found::name)
                .findFirst()
                .orElse("");
    }

    private List<String> missed(List<Asked> questions, SearchWay way, int places) {
        List<String> missed = new ArrayList<>();
        for (Asked asked : questions) {
            List<String> found = catalogue.search(asked.question(), places, way).stream()
                    .map(Found::name)
                    .toList();
            if (found.stream().noneMatch(asked.right()::contains)) {
                missed.add(asked.question() + " → " + found);
            }
        }
        return missed;
    }

    private static List<Asked> questions() throws IOException {
        return new ClassPathResource("search/questions.tsv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .map(columns -> new Asked(columns[0], List.of(columns[1].split(";", -1))))
                .toList();
    }
}
