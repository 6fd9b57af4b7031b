package org.zhengtong.ground.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.start.CannotStart;

class KeysTest {
    private static final String HOLDER = "11330200MB0W12345X";
    private static final byte[] CONTENT = "准予许可".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    final JdbcClient database = KeysOnDisk.database();

    @Test
    void nobody_but_the_owner_reads_a_key_whatever_the_mask_says() throws IOException {
        open(null).seals().seal(HOLDER, CONTENT);

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.toList())
                    .hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void a_key_that_was_opened_to_others_is_closed_again() throws IOException {
        open(null);
        Path keys = folder.resolve("field.keys");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));

        open(null);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_given_password_is_not_written_anywhere() throws IOException {
        open("a given password").seals().seal(HOLDER, CONTENT);

        assertThat(folder.resolve("password")).doesNotExist();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("a given password"));
        }
    }

    @Test
    void another_password_opens_nothing_and_says_so() {
        open("one");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> open("another"))
                .withMessageContaining("root.p12")
                .extracting(CannotStart::remedy)
                .asString()
                .contains("ZT_KEYSTORE_PASSWORD");
    }

    @Test
    void a_database_whose_keys_are_elsewhere_is_not_written_to() {
        open(null);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> KeysOnDisk.open(folder.resolve("empty"), null, database))
                .withMessageContaining("sealed under keys that are not in");
        assertThat(folder.resolve("empty/field.keys")).doesNotExist();

        KeysOnDisk.open(folder.resolve("foreign"), null, KeysOnDisk.database());
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> KeysOnDisk.open(folder.resolve("foreign"), null, database))
                .withMessageContaining("sealed under keys that are not in");
    }

    @Test
    void a_key_put_in_the_place_of_another_does_not_open() throws IOException {
        Sm2Seals seals = open(null).seals();
        seals.seal(HOLDER, CONTENT);
        Files.copy(folder.resolve("seals/" + HOLDER + ".key"), folder.resolve("seals/11330200MB0W54321X.key"));

        assertThatIllegalStateException().isThrownBy(() -> seals.seal("11330200MB0W54321X", CONTENT));
    }

    @Test
    void a_seal_is_verified_and_any_change_is_seen() {
        Sm2Seals seals = open(null).seals();

        byte[] signature = seals.seal(HOLDER, CONTENT);

        assertThat(seals.verify(HOLDER, CONTENT, signature)).isTrue();
        assertThat(seals.verify(HOLDER, "不予许可".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        assertThat(seals.verify("11330200MB0W54321X", CONTENT, signature)).isFalse();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(seals.verify(HOLDER, CONTENT, changed)).as("bit %s", bit).isFalse();
        }
        assertThat(seals.verify(HOLDER, CONTENT, new byte[0])).isFalse();
    }

    @Test
    void a_seal_is_the_same_after_a_restart() {
        byte[] signature = open(null).seals().seal(HOLDER, CONTENT);

        assertThat(open(null).seals().verify(HOLDER, CONTENT, signature)).isTrue();
    }

    @Test
    void two_programs_that_need_a_seal_at_the_same_moment_make_one() throws Exception {
        KeysOnDisk one = open("shared");
        KeysOnDisk other = open("shared");
        List<Callable<byte[]>> both = List.of(
                () -> one.seals().seal(HOLDER, CONTENT), () -> other.seals().seal(HOLDER, CONTENT));

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var signature : threads.invokeAll(both)) {
                assertThat(one.seals().verify(HOLDER, CONTENT, signature.get())).isTrue();
                assertThat(other.seals().verify(HOLDER, CONTENT, signature.get()))
                        .isTrue();
            }
        }
    }

    @Test
    void others_verify_with_the_certificate_alone() throws Exception {
        Sm2Seals seals = open(null).seals();
        byte[] signature = seals.seal(HOLDER, CONTENT);
        var provider = new BouncyCastleProvider();

        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509", provider)
                .generateCertificate(new ByteArrayInputStream(seals.of(HOLDER).orElseThrow()));
        var verifying = java.security.Signature.getInstance("SM3withSM2", provider);
        verifying.initVerify(certificate);
        verifying.update(CONTENT);

        certificate.verify(certificate.getPublicKey(), provider);
        assertThat(verifying.verify(signature)).isTrue();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + HOLDER);
        assertThat(seals.of("11330200MB0W54321X")).isEmpty();
    }

    @Test
    void the_name_of_a_holder_cannot_leave_the_folder() {
        Sm2Seals seals = open(null).seals();

        for (String name : List.of("../outside", "a/b", "", ".", "名", "a b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> seals.seal(name, CONTENT));
            assertThat(seals.verify(name, CONTENT, new byte[70])).isFalse();
            assertThat(seals.of(name)).isEmpty();
        }
    }

    private KeysOnDisk open(@org.jspecify.annotations.Nullable String password) {
        return KeysOnDisk.open(folder, password, database);
    }
}
