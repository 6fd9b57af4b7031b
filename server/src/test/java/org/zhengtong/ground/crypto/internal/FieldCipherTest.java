package org.zhengtong.ground.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class FieldCipherTest {
    @TempDir
    Path folder;

    final JdbcClient database = KeysOnDisk.database();
    KeysOnDisk keys;
    Sm4FieldCipher cipher;

    @BeforeEach
    void open() {
        keys = KeysOnDisk.open(folder, "a password", database);
        cipher = keys.cipher();
    }

    @Test
    void a_value_comes_back_as_it_was() {
        for (String text : List.of("", "a", "李建国", "110101199003077774", "🏛".repeat(5000))) {
            assertThat(cipher.openText(cipher.seal(text, "test"), "test")).isEqualTo(text);
        }
    }

    @Test
    void equal_values_are_sealed_differently_each_time() {
        assertThat(cipher.seal("李建国", "test")).isNotEqualTo(cipher.seal("李建国", "test"));
    }

    @Test
    void a_value_does_not_open_in_another_place() {
        byte[] sealed = cipher.seal("李建国", "identity.person.name:1");

        assertThatIllegalStateException().isThrownBy(() -> cipher.open(sealed, "identity.person.name:2"));
        assertThatIllegalStateException().isThrownBy(() -> cipher.open(sealed, ""));
    }

    @Test
    void any_changed_bit_of_the_value_or_of_its_place_is_refused() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            byte[] plain = new byte[random.nextInt(80)];
            random.nextBytes(plain);
            String context = "room.table.column:" + random.nextLong();
            byte[] sealed = cipher.seal(plain, context);
            byte[] changed = flip(sealed, random);
            String elsewhere = new String(
                    flip(context.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1);

            assertThat(cipher.open(sealed, context)).isEqualTo(plain);
            assertThatIllegalStateException().as("seed %s", seed).isThrownBy(() -> cipher.open(changed, context));
            assertThatIllegalStateException().as("seed %s", seed).isThrownBy(() -> cipher.open(sealed, elsewhere));
        }
    }

    @Test
    void every_shortened_or_lengthened_value_is_refused() {
        byte[] sealed = cipher.seal("李建国", "test");

        for (int length = 0; length < sealed.length; length++) {
            byte[] shorter = Arrays.copyOf(sealed, length);
            assertThatIllegalStateException().isThrownBy(() -> cipher.open(shorter, "test"));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> cipher.open(Arrays.copyOf(sealed, sealed.length + 1), "test"));
    }

    @Test
    void what_was_sealed_before_a_restart_opens_after_it() {
        byte[] sealed = cipher.seal("李建国", "test");

        assertThat(KeysOnDisk.open(folder, "a password", database).cipher().openText(sealed, "test"))
                .isEqualTo("李建国");
    }

    @Test
    void a_newer_key_seals_while_the_older_one_still_opens() {
        byte[] old = cipher.seal("李建国", "test");
        KeysOnDisk other = KeysOnDisk.open(folder, "a password", database);
        other.fields().add(new KeyRecord(database), Instant.EPOCH);

        Sm4FieldCipher rotated = other.cipher();
        byte[] recent = rotated.seal("王小芳", "test");

        assertThat(recent[1]).isEqualTo((byte) 2);
        assertThat(rotated.openText(old, "test")).isEqualTo("李建国");
        assertThat(rotated.openText(recent, "test")).isEqualTo("王小芳");
        assertThat(cipher.openText(recent, "test"))
                .as("a node that runs since before finds the key")
                .isEqualTo("王小芳");
        recent[1] = 3;
        assertThatIllegalStateException()
                .isThrownBy(() -> cipher.open(recent, "test"))
                .withMessageContaining("key 3");
    }

    private static byte[] flip(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }
}
