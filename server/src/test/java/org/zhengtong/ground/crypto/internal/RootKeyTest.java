package org.zhengtong.ground.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeyTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void a_password_somebody_thought_of_is_derived_by_600000_rounds() throws IOException {
        open("云溪的一句话");

        assertThat(rounds()).isEqualTo(600_000);
        assertThat(open("云溪的一句话").unwrap(open("云溪的一句话").wrap(new byte[] {1}, "name"), "name"))
                .contains(new byte[] {1});
    }

    @Test
    void the_password_the_program_made_has_256_random_bits_and_opens_at_once() throws IOException {
        open(null);

        assertThat(rounds()).isEqualTo(10_000);
        assertThat(Files.readString(folder.resolve("password")).strip()).hasSize(43);
    }

    private RootKey open(@Nullable String password) {
        KeyFolder keys = new KeyFolder(folder);
        return RootKey.open(keys, Password.of(keys, password, RANDOM), RANDOM);
    }

    private int rounds() throws IOException {
        BigInteger rounds = Pfx.getInstance(Files.readAllBytes(folder.resolve("root.p12")))
                .getMacData()
                .getIterationCount();
        return rounds.intValueExact();
    }
}
