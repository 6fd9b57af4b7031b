package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'  办  护照!! '|办 护照", "ABC123|abc123", "身份证丢了,怎么办?|身份证丢了 怎么办", "\u202E护照\u200B|护照", "护\u0000照|护 照"})
    void what_is_not_spoken_is_left_out(String question, String tidy) {
        assertThat(Spoken.tidy(question)).isEqualTo(tidy);
    }

    @Test
    void marks_alone_say_nothing() {
        assertThat(Spoken.tidy("?!<>\u0007\uD83D\uDE00")).isEmpty();
        assertThat(Spoken.tidy("\uD842")).isEmpty();
    }

    @Test
    void a_long_question_is_cut_between_characters_never_within_one() {
        String tidy = Spoken.tidy("护" + "𠮷".repeat(500));

        assertThat(tidy.codePointCount(0, tidy.length())).isEqualTo(200);
        assertThat(tidy).endsWith("𠮷");
    }
}
