package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.ground.language.SearchWay;

class FusedIndexTest {
    private static final List<SearchDocument> DOCUMENTS = List.of(
            new SearchDocument("passport", "普通护照签发", List.of("出国"), List.of("给出境的中国公民签发的旅行证件"), List.of()),
            new SearchDocument("card", "居民身份证申领", List.of("身份证丢了"), List.of(), List.of()),
            new SearchDocument("wedding", "内地居民结婚登记", List.of("领证"), List.of("婚姻登记处"), List.of()),
            new SearchDocument("restaurant", "食品经营许可", List.of("开饭店"), List.of(), List.of()));
    private static SentenceModel model;
    private static FusedIndex index;

    @BeforeAll
    static void understood() {
        model = new SentenceModel();
        index = new FusedIndex(question -> Optional.of(Meaning.of(model.meaning(question))), () -> {});
        index.change(DOCUMENTS, Set.of());
        understand(index);
    }

    private static void understand(FusedIndex index) {
        index.strangers().forEach(sentence -> sentence.mean(Meaning.of(model.meaning(sentence.text()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"身份证", "sfz", "shenfenzheng", "shen fen zheng", "办sfz", "身分证丢了", "SFZ", "我的身份证不见了"})
    void a_name_is_found_by_characters_letters_initials_and_a_wrong_character(String question) {
        assertThat(index.search(question, 3)).first().extracting(SearchHit::key).isEqualTo("card");
    }

    @Test
    void what_shares_no_word_is_found_by_meaning() {
        assertThat(index.search("想盘个小餐馆", 1)).extracting(SearchHit::key).containsExactly("restaurant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u001B[31m", "?", "𠮷", "zzzz", "'; DROP TABLE item; --", "明天会下雨吗"})
    void nonsense_finds_nothing(String question) {
        assertThat(index.search(question, 3)).isEmpty();
    }

    @Test
    void no_more_is_found_than_asked_for() {
        assertThat(index.search("居民", 1)).hasSize(1);
        assertThat(index.search("居民", 0)).isEmpty();
    }

    @Test
    void hits_come_best_first() {
        assertThat(index.search("居民身份证", 4))
                .isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void until_meanings_stand_words_and_sounds_answer() {
        FusedIndex early = new FusedIndex(question -> Optional.empty(), () -> {});
        early.change(DOCUMENTS, Set.of());

        assertThat(early.search("护照", 1)).extracting(SearchHit::key).containsExactly("passport");
        assertThat(early.search("jiehun", 1)).extracting(SearchHit::key).containsExactly("wedding");
        assertThat(early.search("护照", 1, SearchWay.MEANING)).isEmpty();
    }

    @Test
    void an_index_of_nothing_finds_nothing() {
        FusedIndex empty = new FusedIndex(question -> Optional.of(Meaning.of(model.meaning(question))), () -> {});

        assertThat(empty.search("护照", 3)).isEmpty();
    }

    @Test
    void what_is_changed_is_found_anew_and_what_is_removed_no_more() {
        FusedIndex changing = new FusedIndex(question -> Optional.empty(), () -> {});
        changing.change(DOCUMENTS, Set.of());

        changing.change(
                List.of(
                        new SearchDocument("passport", "因私护照", List.of("出国"), List.of(), List.of()),
                        new SearchDocument("lottery", "小客车摇号", List.of(), List.of(), List.of())),
                Set.of("wedding"));

        assertThat(changing.search("结婚登记", 3)).isEmpty();
        assertThat(changing.search("普通护照签发", 1, SearchWay.TYPING)).isEmpty();
        assertThat(changing.search("因私", 1)).extracting(SearchHit::key).containsExactly("passport");
        assertThat(changing.search("xkcyh", 1)).extracting(SearchHit::key).containsExactly("lottery");
        assertThat(changing.search("身份证", 1)).extracting(SearchHit::key).containsExactly("card");
    }

    @Test
    void after_any_changes_an_index_answers_as_one_made_of_what_is_left() {
        long seed = 20261125;
        Random random = new Random(seed);
        List<String> names = List.of("护照", "身份证", "结婚登记", "开饭店", "领低保", "迁户口");
        FusedIndex changing = new FusedIndex(question -> Optional.empty(), () -> {});
        Map<String, SearchDocument> left = new TreeMap<>();

        for (int round = 0; round < 60; round++) {
            String key = "k" + random.nextInt(8);
            if (random.nextInt(3) == 0) {
                left.remove(key);
                changing.change(List.of(), Set.of(key));
            } else {
                SearchDocument document = new SearchDocument(
                        key,
                        names.get(random.nextInt(names.size())),
                        List.of(names.get(random.nextInt(names.size()))),
                        List.of(names.get(random.nextInt(names.size()))),
                        List.of());
                left.put(key, document);
                changing.change(List.of(document), Set.of());
            }
        }
        FusedIndex fresh = new FusedIndex(question -> Optional.empty(), () -> {});
        fresh.change(left.values(), Set.of());

        for (String name : names) {
            for (SearchWay way : List.of(SearchWay.WORDS, SearchWay.TYPING, SearchWay.FUSED)) {
                assertThat(keys(changing.search(name, 20, way)))
                        .as("seed %d, %s by %s", seed, name, way)
                        .isEqualTo(keys(fresh.search(name, 20, way)));
            }
            assertThat(keys(changing.search(Sounds.initials(name), 20)))
                    .isEqualTo(keys(fresh.search(Sounds.initials(name), 20)));
        }
        assertThat(changing.notYetUnderstood()).isEqualTo(fresh.notYetUnderstood());
    }

    private static Set<String> keys(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::key).collect(Collectors.toSet());
    }

    @Test
    void what_is_too_new_to_be_understood_is_found_by_its_words_while_the_rest_is_understood() {
        FusedIndex changing = new FusedIndex(question -> Optional.of(Meaning.of(model.meaning(question))), () -> {});
        changing.change(DOCUMENTS, Set.of());
        understand(changing);

        changing.change(List.of(new SearchDocument("rain", "明天会下雨吗", List.of(), List.of(), List.of())), Set.of());

        assertThat(changing.notYetUnderstood()).isEqualTo(1);
        assertThat(changing.search("明天会下雨吗", 3)).extracting(SearchHit::key).containsExactly("rain");
    }

    @Test
    void a_sentence_of_many_documents_is_understood_once_and_kept_until_the_last_of_them_goes() {
        FusedIndex shared = new FusedIndex(question -> Optional.empty(), () -> {});

        shared.change(
                List.of(
                        new SearchDocument("one", "低保", List.of("领低保"), List.of("要带户口簿"), List.of()),
                        new SearchDocument("other", "低保", List.of("领低保"), List.of("要带户口簿"), List.of())),
                Set.of());

        assertThat(shared.notYetUnderstood()).isEqualTo(3);
        shared.change(List.of(), Set.of("one"));
        assertThat(shared.search("低保", 3)).extracting(SearchHit::key).containsExactly("other");
        shared.change(List.of(), Set.of("other"));
        assertThat(shared.notYetUnderstood()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"内地居民结昏登记", "内地居民婚登记", "內地居民結婚登記"})
    void a_name_with_one_slip_or_in_traditional_characters_is_found(String question) {
        assertThat(index.search(question, 1)).extracting(SearchHit::key).containsExactly("wedding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipinjinyingxuke", "shipinjingyingxukr", "shpiinjingyingxuke", "shipinjingyingxukke"})
    void pinyin_with_one_slip_is_found(String question) {
        assertThat(index.search(question, 1)).extracting(SearchHit::key).containsExactly("restaurant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"身份", "居民身", "shenf", "结婚登"})
    void what_is_being_typed_finds_names_without_any_meaning(String typed) {
        FusedIndex early = new FusedIndex(
                question -> {
                    throw new AssertionError("suggestions wait for no sentence");
                },
                () -> {});
        early.change(DOCUMENTS, Set.of());

        assertThat(early.search(typed, 3, SearchWay.TYPING)).isNotEmpty();
        assertThat(early.search("明天会下雨吗", 3, SearchWay.TYPING)).isEmpty();
    }

    @Test
    void many_at_once_get_the_answers_one_alone_gets() throws Exception {
        List<String> questions = List.of("护照", "身份证丢了", "结婚", "开饭店", "sfz", "想出国玩");
        List<List<SearchHit>> alone =
                questions.stream().map(question -> index.search(question, 3)).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<SearchHit>>> together = new ArrayList<>();
            IntStream.range(0, 120)
                    .forEach(i ->
                            together.add(threads.submit(() -> index.search(questions.get(i % questions.size()), 3))));

            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % questions.size()));
            }
        }
    }
}
