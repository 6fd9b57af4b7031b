package org.zhengtong.ground.crypto.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.testing.RoomSchema;

/** A program's keys, without the program. */
record KeysOnDisk(KeyFolder folder, RootKey root, FieldKeys fields) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeysOnDisk open(Path folder, @Nullable String password, JdbcClient database) {
        KeyFolder keys = new KeyFolder(folder);
        RootKey root = RootKey.open(keys, Password.of(keys, password, RANDOM), RANDOM);
        return new KeysOnDisk(keys, root, FieldKeys.open(keys, root, new KeyRecord(database), CLOCK, RANDOM));
    }

    /** A new database with the tables of the room. */
    static JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(RoomSchema.fresh("ground", "crypto")));
    }

    Sm4FieldCipher cipher() {
        return new Sm4FieldCipher(fields, RANDOM);
    }

    Sm2Seals seals() {
        return new Sm2Seals(new SealKeys(folder, root, CLOCK, RANDOM), RANDOM);
    }
}
