package org.zhengtong.ground.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The PostgreSQL inside the program.
 *
 * <p>The library starts the server for throw-away tests, with {@code fsync} and {@code synchronous_commit} off. Here
 * every answer to a citizen is a promise, so they are switched on again; a later {@code -c} wins over the library's.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts the server on a free port, making the database on the first start.
     *
     * @param folder the data folder of PostgreSQL, kept between starts
     */
    public static EmbeddedDatabase start(Path folder) {
        try {
            Path parent = folder.toAbsolutePath().resolveSibling("");
            Files.createDirectories(parent);
            return new EmbeddedDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(folder.toAbsolutePath())
                    .setOverrideWorkingDirectory(
                            parent.resolve("postgres-program").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .setServerConfig("wal_compression", "on")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL below " + folder + " could not be started", e);
        }
    }

    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        }
    }
}
