package org.zhengtong.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastFourTest {
    @Test
    void four_characters_are_read_as_people_write_them() {
        assertThat(LastFour.parse(" 12３x ")).contains(new LastFour("123X"));
        assertThat(LastFour.parse("00 1J")).contains(new LastFour("001J"));
    }

    @Test
    void anything_else_is_not_read_and_none_is_shown_in_a_log() {
        assertThat(LastFour.parse("")).isEmpty();
        assertThat(LastFour.parse("123")).isEmpty();
        assertThat(LastFour.parse("12345")).isEmpty();
        assertThat(LastFour.parse("12四五")).isEmpty();
        assertThat(new LastFour("123X")).hasToString("LastFour");
    }
}
