package org.zhengtong.ground.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindIndexTest {
    @TempDir
    Path folder;

    @Test
    void the_same_value_of_the_same_kind_has_the_same_index_also_after_a_restart() {
        var database = KeysOnDisk.database();
        byte[] first =
                new KeyedBlindIndex(KeysOnDisk.open(folder, null, database).fields()).of("1101", "number");
        byte[] second =
                new KeyedBlindIndex(KeysOnDisk.open(folder, null, database).fields()).of("1101", "number");

        assertThat(first).hasSize(32).isEqualTo(second);
    }

    @Test
    void other_values_kinds_and_keys_have_other_indexes() {
        KeyedBlindIndex index = new KeyedBlindIndex(
                KeysOnDisk.open(folder, null, KeysOnDisk.database()).fields());
        KeyedBlindIndex ofOthers =
                new KeyedBlindIndex(KeysOnDisk.open(folder.resolve("others"), null, KeysOnDisk.database())
                        .fields());

        assertThat(index.of("1101", "number"))
                .isNotEqualTo(index.of("1102", "number"))
                .isNotEqualTo(index.of("1101", "mobile"))
                .isNotEqualTo(ofOthers.of("1101", "number"));
        assertThat(index.of("b", "a")).isNotEqualTo(index.of("", "ab"));
        assertThatIllegalArgumentException().isThrownBy(() -> index.of("b", "a\0"));
    }
}
