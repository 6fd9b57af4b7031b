package org.zhengtong.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTest {
    @ParameterizedTest
    @CsvSource({"李明, 李*", "李大明, 李**", "买买提·艾力, 买**", "𠮷野家, 𠮷**", "李, 李*", "'', ''"})
    void only_the_first_character_is_shown(String name, String masked) {
        assertThat(MaskedName.of(name)).hasToString(masked);
    }
}
