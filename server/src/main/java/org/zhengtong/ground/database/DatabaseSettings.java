package org.zhengtong.ground.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the records are kept.
 *
 * @param url JDBC or {@code postgres://user:password@host:port/name} address of a PostgreSQL 15–18; when absent, the
 *     PostgreSQL inside the program is started
 * @param ownerUrl the same database by the user who owns it, who makes and changes tables; the program itself then works
 *     as the user of {@code url}, who cannot change what the audit log holds. With the PostgreSQL inside this is so anyway
 * @param dataDirectory the folder of everything the program keeps on this machine; the database inside the program
 *     lives in {@code postgres} below it
 * @param connections the most connections held at once
 */
@ConfigurationProperties("zhengtong.database")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String ownerUrl,
        @DefaultValue("var") Path dataDirectory,
        @DefaultValue("24") int connections) {}
