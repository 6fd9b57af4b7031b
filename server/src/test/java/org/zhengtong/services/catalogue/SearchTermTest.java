package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'  ETC 怎么办？'|etc 怎么办", "ＥＴＣ|etc", "a1234b|a1234b"})
    void spellings_of_one_question_are_one_term(String question, String term) {
        assertThat(SearchTerm.of(question)).contains(term);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "???",
                "12345",
                "我的电话 13800138000",
                "138-0013-8000 查进度",
                "身份证 1101 0519 4912",
                "１３８００",
                "someone@example.org"
            })
    void what_may_be_somebodys_number_or_address_is_not_kept(String question) {
        assertThat(SearchTerm.of(question)).isEmpty();
    }

    @Test
    void a_term_is_cut_between_characters() {
        assertThat(SearchTerm.of("𠮷".repeat(100)).orElseThrow().codePoints()).hasSize(40);
    }
}
