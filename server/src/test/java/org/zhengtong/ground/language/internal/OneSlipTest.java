package org.zhengtong.ground.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneSlipTest {

    @ParameterizedTest
    @CsvSource({
        "hunzhao, huzhao",
        "huzha, huzhao",
        "huzhap, huzhao",
        "huzhoa, huzhao",
        "huzhao, huzhao",
        "uhzhao, huzhao"
    })
    void one_wrong_missing_or_superfluous_letter_and_two_changed_about_are_one_slip(String typed, String meant) {
        assertThat(OneSlip.between(typed, meant)).isTrue();
        assertThat(OneSlip.between(meant, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"huzh, huzhao", "abzhao, huzhao", "oahzuh, huzhao", "a, bc"})
    void more_is_another_word(String typed, String meant) {
        assertThat(OneSlip.between(typed, meant)).isFalse();
        assertThat(OneSlip.between(meant, typed)).isFalse();
    }
}
