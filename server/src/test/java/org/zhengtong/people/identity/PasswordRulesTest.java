package org.zhengtong.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final PasswordRules RULES = new PasswordRules(new IdentitySettings(
            Duration.ofHours(2),
            Duration.ofHours(12),
            Duration.ofHours(1),
            20,
            Duration.ofHours(24),
            List.of("zhengtong", "云溪"),
            Duration.ofDays(365)));
    private static final List<String> PERSONAL = List.of("李明", "13800138000", "11010519491231002X");

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "风筝飞过云溪的桥和塔", "k7#Vt2!xQ9", "        a b c d"})
    void long_and_unusual_passwords_are_taken(String password) {
        assertThat(RULES.check("password", password, PERSONAL)).isEmpty();
    }

    @Test
    void nine_characters_are_too_few_however_wide() {
        assertThat(sentence("k7#Vt2!xQ")).isEqualTo("identity.wrong.password-short");
        assertThat(sentence("𠮷".repeat(9))).isEqualTo("identity.wrong.password-short");
        assertThat(sentence("")).isEqualTo("identity.wrong.password-short");
        assertThat(sentence("ab".repeat(101))).isEqualTo("identity.wrong.too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my13800138000!", "11010519491231002x", "我是李明没有别人哦哈", "１３８００１３８０００abc"})
    void what_stands_on_the_card_is_no_password(String password) {
        assertThat(sentence(password)).isEqualTo("identity.wrong.password-personal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password123",
                "1234567890",
                "9876543210",
                "0123456789",
                "abcdefghijkl",
                "aaaaaaaaaa",
                "1212121212",
                "QWERTYUIOP",
                "5201314520",
                "zyxwvutsrq",
                "ｐａｓｓｗｏｒｄ123",
                "1q2w3e4r5t",
                "woaini5201314",
                "1qaz2wsx3edc"
            })
    void what_everybody_guesses_first_is_no_password(String password) {
        assertThat(sentence(password)).isEqualTo("identity.wrong.password-common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhengtong2026", "ZhengTong#9-云溪", "云溪云溪云溪-42!abc"})
    void the_names_of_house_and_city_with_a_number_are_no_password(String password) {
        assertThat(sentence(password)).isEqualTo("identity.wrong.password-house");
    }

    @Test
    void the_name_of_the_city_may_stand_in_a_long_password() {
        assertThat(sentence("纸鸢飞过云溪的桥和塔")).isEmpty();
    }

    private static String sentence(String password) {
        return RULES.check("password", password, PERSONAL)
                .map(WrongField::sentence)
                .orElse("");
    }
}
