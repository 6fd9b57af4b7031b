package org.zhengtong.services.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.zhengtong.ground.language.HybridIndex;
import org.zhengtong.ground.language.Language;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.ground.language.SearchWay;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.testing.ZhengtongTest;

/** The questions the search is tuned with; those it is measured with are in the benchmark. */
@ZhengtongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverydayQuestionsTest {
    private HybridIndex index;
    private Map<String, String> names;

    @Autowired
    Language language;

    @Autowired
    Catalogue catalogue;

    private record Asked(String question, List<String> right) {}

    @BeforeAll
    void understood() {
        Snapshot snapshot = Snapshot.EMPTY.with(new Changes(
                1,
                IntStream.range(0, catalogue.items().size())
                        .mapToObj(place ->
                                new Changes.Listed(place, catalogue.items().get(place)))
                        .toList(),
                catalogue.bundles(),
                Map.of()));
        Documents read = new Documents(snapshot);
        List<SearchDocument> documents = Stream.concat(
                        snapshot.bundles().keySet().stream(), snapshot.byBase().keySet().stream())
                .flatMap(key -> read.document(key).stream())
                .toList();
        names = documents.stream().collect(Collectors.toMap(SearchDocument::key, SearchDocument::title));
        index = language.index();
        index.change(documents, Set.of());
        await().atMost(Duration.ofMinutes(2)).until(() -> index.notYetUnderstood() == 0);
    }

    @Test
    void nine_of_ten_everyday_questions_find_the_right_item_among_the_first_three() throws IOException {
        List<Asked> questions = questions();

        List<String> missed = missed(questions, SearchWay.FUSED);

        assertThat(missed).as(String.join("\n", missed)).hasSizeLessThan(questions.size() / 10 + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"WORDS", "MEANING"})
    void all_ways_together_find_more_than_one_alone(SearchWay alone) throws IOException {
        List<Asked> questions = questions();

        assertThat(missed(questions, SearchWay.FUSED))
                .hasSizeLessThanOrEqualTo(missed(questions, alone).size());
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
                "世界杯冠军是谁"
            })
    void nonsense_finds_nothing(String question) {
        assertThat(index.search(question, 3)).isEmpty();
    }

    @Test
    void a_single_word_of_a_name_finds_it() {
        assertThat(index.search("车", 3)).isNotEmpty();
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
        return index.search(question, 1).stream()
                .map(SearchHit::key)
                .map(names::get)
                .findFirst()
                .orElse("");
    }

    private List<String> missed(List<Asked> questions, SearchWay way) {
        List<String> missed = new ArrayList<>();
        for (Asked asked : questions) {
            List<String> found = index.search(asked.question(), 3, way).stream()
                    .map(SearchHit::key)
                    .map(names::get)
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
