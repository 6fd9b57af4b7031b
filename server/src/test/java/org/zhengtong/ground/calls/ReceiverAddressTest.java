package org.zhengtong.ground.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://sys.yunxi.example/hook, https://sys.yunxi.example/hook, 443, /hook",
        "' HTTPS://Sys.Yunxi.Example ', https://sys.yunxi.example/, 443, /",
        "https://sys.yunxi.example:8443/a?b=c&d, https://sys.yunxi.example:8443/a?b=c&d, 8443, /a?b=c&d",
        "https://sys.yunxi.example/通知, https://sys.yunxi.example/%E9%80%9A%E7%9F%A5, 443, /%E9%80%9A%E7%9F%A5",
        "http://localhost:9000/x, http://localhost:9000/x, 9000, /x",
        "http://127.0.0.1, http://127.0.0.1/, 80, /",
        "http://[::1]:81/, http://[::1]:81/, 81, /"
    })
    void a_whole_address_is_kept_in_one_way_of_writing(String typed, String kept, int port, String target) {
        ReceiverAddress address = ReceiverAddress.parse(typed).orElseThrow();

        assertThat(address).hasToString(kept);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.target()).isEqualTo(target);
        assertThat(ReceiverAddress.parse(address.toString())).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sys.yunxi.example/hook",
                "/hook",
                "http://sys.yunxi.example/hook",
                "http://127.0.0.2/",
                "http://localhost.yunxi.example/",
                "https://user:secret@sys.yunxi.example/",
                "https://sys.yunxi.example/#part",
                "https://sys.yunxi.example:0/",
                "https://sys.yunxi.example:70000/",
                "https:///hook",
                "ftp://sys.yunxi.example/",
                "file:///etc/passwd",
                "https://sys.yunxi.example/a b",
                "https://sys.yunxi.example/\r\nX: y"
            })
    void anything_else_is_none(String typed) {
        assertThat(ReceiverAddress.parse(typed)).isEmpty();
    }

    @Test
    void one_longer_than_a_screen_is_none() {
        assertThat(ReceiverAddress.parse("https://sys.yunxi.example/" + "a".repeat(500)))
                .isEmpty();
    }
}
