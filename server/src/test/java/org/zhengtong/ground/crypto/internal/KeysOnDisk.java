package org.zhengtong.ground.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.testing.TestDatabase;

/** A program's keys, without the program. */
record KeysOnDisk(KeyFolder folder, RootKey root, FieldKeys fields) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeysOnDisk open(Path folder, @Nullable String password, JdbcClient database) {
        KeyFolder keys = new KeyFolder(folder);
        RootKey root = RootKey.open(keys, Password.of(keys, password, RANDOM), RANDOM);
        return new KeysOnDisk(keys, root, FieldKeys.open(keys, root, new KeyRecord(database), RANDOM));
    }

    /** A new database with the tables of the room. */
    static JdbcClient database() {
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(TestDatabase.fresh()));
        sql.sql("create schema crypto").update();
        sql.sql(script()).update();
        return sql;
    }

    Sm4FieldCipher cipher() {
        return new Sm4FieldCipher(fields, RANDOM);
    }

    Sm2Seals seals() {
        return new Sm2Seals(new SealKeys(folder, root, CLOCK, RANDOM), RANDOM);
    }

    private static String script() {
        try {
            return new ClassPathResource("db/ground/crypto/V1__key_check.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
