package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            new SearchDocument("passport", "普通护照签发", List.of("出国"), List.of("给出境的中国公民签发的旅行证件")),
            new SearchDocument("card", "居民身份证申领", List.of("身份证丢了"), List.of()),
            new SearchDocument("wedding", "内地居民结婚登记", List.of("领证"), List.of("婚姻登记处")),
            new SearchDocument("restaurant", "食品经营许可", List.of("开饭店"), List.of()));
    private static SentenceModel model;
    private static FusedIndex index;

    @BeforeAll
    static void understood() {
        model = new SentenceModel();
        List<Sentence> sentences = Sentence.of(DOCUMENTS);
        Meanings meanings = new Meanings(
                DOCUMENTS.size(),
                sentences,
                sentences.stream()
                        .map(sentence -> model.meaning(sentence.text()))
                        .toArray(float[][]::new));
        index = new FusedIndex(DOCUMENTS, sentences, () -> Optional.of(meanings), model::meaning);
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
        FusedIndex early = new FusedIndex(DOCUMENTS, Sentence.of(DOCUMENTS), Optional::empty, question -> {
            throw new AssertionError("no model yet");
        });

        assertThat(early.search("护照", 1)).extracting(SearchHit::key).containsExactly("passport");
        assertThat(early.search("jiehun", 1)).extracting(SearchHit::key).containsExactly("wedding");
        assertThat(early.search("护照", 1, SearchWay.MEANING)).isEmpty();
    }

    @Test
    void an_index_of_nothing_finds_nothing() {
        FusedIndex empty = new FusedIndex(List.of(), List.of(), Optional::empty, model::meaning);

        assertThat(empty.search("护照", 3)).isEmpty();
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
