package org.zhengtong.ground.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.zhengtong.ground.start.CannotStart;

/** Opens the pool, and says what to do when the database cannot be used. */
final class FirstConnection {
    /** The oldest major version the statements are tested on. */
    private static final int OLDEST = 15;

    private FirstConnection() {}

    static HikariDataSource to(HikariConfig pool) {
        HikariDataSource dataSource;
        try {
            dataSource = new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException why ? refused(pool, why) : e;
        }
        try (Connection connection = dataSource.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart(
                        "The database " + name(pool) + " is PostgreSQL " + version + ".",
                        "Use PostgreSQL " + OLDEST + " or newer.");
            }
            return dataSource;
        } catch (SQLException e) {
            dataSource.close();
            throw refused(pool, e);
        } catch (CannotStart e) {
            dataSource.close();
            throw e;
        }
    }

    private static CannotStart refused(HikariConfig pool, SQLException why) {
        String state = Objects.requireNonNullElse(why.getSQLState(), "");
        String name = name(pool);
        return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
            case "28" ->
                new CannotStart(
                        "The database " + name + " does not accept the user or the password.",
                        "Correct them in ZT_DATABASE_URL, or allow the user in the server's pg_hba.conf.",
                        why);
            case "3D" ->
                new CannotStart(
                        "The server is there, but it has no database " + name + ".",
                        "Make it, for instance by createdb, or correct its name in ZT_DATABASE_URL.",
                        why);
            default ->
                new CannotStart(
                        "The database " + name + " does not answer: " + why.getMessage(),
                        "See that it runs and that host and port in ZT_DATABASE_URL are right." + byTls(pool),
                        why);
        };
    }

    private static String byTls(HikariConfig pool) {
        return pool.getJdbcUrl().contains("sslmode=verify-full")
                ? " It is spoken to by TLS: name the house's own authority with sslrootcert=FILE, or go without by"
                        + " sslmode=disable."
                : "";
    }

    /** Its address without what may hold a password. */
    private static String name(HikariConfig pool) {
        return pool.getJdbcUrl().replaceFirst("^jdbc:postgresql:", "").replaceFirst("\\?.*", "");
    }
}
