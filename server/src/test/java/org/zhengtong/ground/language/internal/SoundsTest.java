package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    @ParameterizedTest
    @CsvSource({
        "身份证, shen fen zheng",
        "shenfenzheng, shen fen zheng",
        "shen fen zheng, shen fen zheng",
        "办shenfenzheng, ban shen fen zheng",
        "shengao, shen gao",
        "xian, xian",
        "lihun, li hun"
    })
    void characters_and_letters_sound_the_same(String text, String syllables) {
        assertThat(Sounds.syllables(text)).isEqualTo(List.of(syllables.split(" ")));
    }

    @Test
    void letters_that_are_no_pinyin_make_no_sound() {
        assertThat(Sounds.syllables("sfzblhz")).isEmpty();
        assertThat(Sounds.syllables("xyz密码")).containsExactly("mi", "ma");
    }

    @Test
    void initials_are_the_first_letters_of_what_is_spoken() {
        assertThat(Sounds.initials("居民身份证")).isEqualTo("jmsfz");
        assertThat(Sounds.initials("")).isEmpty();
    }

    @Test
    void letters_beside_characters_are_taken_out_when_they_are_long_enough() {
        assertThat(Sounds.lettersAmongWords("补办sfz和x光")).containsExactly("sfz");
    }
}
