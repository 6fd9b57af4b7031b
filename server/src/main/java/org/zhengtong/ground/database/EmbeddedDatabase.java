package org.zhengtong.ground.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.zhengtong.ground.start.CannotStart;

/**
 * The PostgreSQL inside the program.
 *
 * <p>The library starts the server for throw-away tests, with {@code fsync} and {@code synchronous_commit} off. Here
 * every answer to a citizen is a promise, so they are switched on again; a later {@code -c} wins over the library's.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final InsidePasswords passwords;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres, InsidePasswords passwords) {
        this.folder = folder;
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /**
     * Starts the server on a free port, making the database on the first start. A server that a killed program left
     * running is stopped first.
     *
     * @param folder the data folder of PostgreSQL, kept between starts
     * @throws CannotStart when another program works on it, or the server does not start
     */
    public static EmbeddedDatabase start(Path folder) {
        Path data = folder.toAbsolutePath();
        try {
            Files.createDirectories(data.resolveSibling(""));
            DataFolder taken = DataFolder.take(data);
            try {
                InsidePasswords passwords = InsidePasswords.of(data);
                EmbeddedPostgres server = server(data, passwords).start();
                if (passwords.areNew()) {
                    setPasswords(server, data, passwords);
                }
                return new EmbeddedDatabase(taken, server, passwords);
            } catch (IOException | RuntimeException e) {
                taken.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The PostgreSQL inside could not be started below " + data + ": " + e.getMessage(),
                    "See that the folder may be written by the user who starts the program and that its disk is not full.",
                    e);
        }
    }

    private static void setPasswords(EmbeddedPostgres server, Path data, InsidePasswords passwords) throws IOException {
        try (Connection owner = server.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "alter role " + InsidePasswords.OWNER + " password '" + passwords.of(InsidePasswords.OWNER) + "'");
            InsidePasswords.require(data);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            server.close();
            throw new IOException("its passwords could not be set", e);
        }
    }

    private static EmbeddedPostgres.Builder server(Path data, InsidePasswords passwords) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(
                        data.resolveSibling("postgres-program").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", passwords.of(InsidePasswords.OWNER))
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("wal_compression", "on");
    }

    /** As the owner of everything. */
    public String url() {
        return url(InsidePasswords.OWNER);
    }

    /** As another role of the server, which has {@link #password} for its password. */
    public String url(String role) {
        return postgres.getJdbcUrl(role, "postgres") + "&password=" + password(role);
    }

    /** What a role has to show; letters, digits, hyphens and underscores. */
    public String password(String role) {
        return passwords.of(role);
    }

    @Override
    public void close() {
        try {
            postgres.close();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        }
    }
}
