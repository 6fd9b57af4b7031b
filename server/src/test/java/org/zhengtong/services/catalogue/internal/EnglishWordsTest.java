package org.zhengtong.services.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishWordsTest {
    private final EnglishWords words = EnglishWords.read();

    @ParameterizedTest
    @CsvSource({
        "passport 换发, 护照  换发",
        "换Passport, 换 护照",
        "ID card, 身份证",
        "my ID, my  身份证",
        "restaurants, 餐饮店",
        "coffee shop, 咖啡店",
        "driver's license, 驾驶证"
    })
    void english_words_of_the_field_are_said_in_chinese(String question, String chinese) {
        assertThat(words.inChinese(question)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({"sfz", "idiot", "办护照", "businesslicensed", "Yyzz"})
    void parts_of_other_words_and_pinyin_stay(String question) {
        assertThat(words.inChinese(question)).isEqualTo(question);
    }
}
