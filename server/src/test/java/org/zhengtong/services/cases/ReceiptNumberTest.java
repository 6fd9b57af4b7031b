package org.zhengtong.services.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"YX-7F3K-2291", " yx 7f3k 2291 ", "yx7f3k2291", "ＹＸ—７Ｆ３Ｋ—２２９１", "YX–7F3K–2291"})
    void it_is_read_as_people_write_it(String typed) {
        assertThat(ReceiptNumber.parse(typed)).contains(new ReceiptNumber("YX-7F3K-2291"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YX", "YX-7F3K-229", "YX-7F3K-22911234", "7F3K-2291", "YX-7F3K-229A", "收件编号"})
    void what_is_none_is_not_read(String typed) {
        assertThat(ReceiptNumber.parse(typed)).isEmpty();
    }
}
