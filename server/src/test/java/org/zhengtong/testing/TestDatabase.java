package org.zhengtong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.zhengtong.ground.database.EmbeddedDatabase;

/** One real PostgreSQL for the whole test run; each caller gets an empty database of its own in it. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> MODELS = new ConcurrentHashMap<>();
    private static final String PROGRAM = "program";
    private static final EmbeddedDatabase SERVER = start();

    private TestDatabase() {}

    /** @return the JDBC address of a new, empty database */
    public static String fresh() {
        return created("");
    }

    /**
     * A new database as another one is when it has just been made: that one is made once, and copied.
     *
     * @param made makes the first, at this address, and leaves no connection to it open
     */
    public static String fresh(String kind, Consumer<String> made) {
        return created(" template "
                + MODELS.computeIfAbsent(kind, _ -> {
                    String url = fresh();
                    made.accept(url);
                    return url.replaceFirst(".*/(test[0-9]+)\\?.*", "$1");
                }));
    }

    private static String created(String template) {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(SERVER.url());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.url().replace("/postgres?", "/" + name + "?");
    }

    private static EmbeddedDatabase start() {
        try {
            EmbeddedDatabase server =
                    EmbeddedDatabase.start(Files.createTempDirectory("zt-test").resolve("postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            try (Connection connection = DriverManager.getConnection(server.url());
                    var statement = connection.createStatement()) {
                statement.execute("create role " + PROGRAM + " login password '" + server.password(PROGRAM) + "'");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a database as the role a program works as, who does not own the audit log. */
    public static String asProgram(String url) {
        return url.replaceFirst("user=.*", "user=" + PROGRAM + "&password=" + SERVER.password(PROGRAM));
    }

    /** For the tests of settings and crashes. */
    public static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("zt-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
