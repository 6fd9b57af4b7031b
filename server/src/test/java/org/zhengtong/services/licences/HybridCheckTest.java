package org.zhengtong.services.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HybridCheckTest {

    @Test
    void the_examples_of_iso_7064_come_out() {
        assertThat(HybridCheck.DIGITS.of("0794")).isEqualTo('5');
        assertThat(HybridCheck.LETTERS_AND_DIGITS.of("A12425GABC1234002")).isEqualTo('M');
    }

    @Test
    void a_character_outside_the_alphabet_has_no_check() {
        assertThatThrownBy(() -> HybridCheck.DIGITS.of("12A4")).isInstanceOf(IllegalArgumentException.class);
    }
}
