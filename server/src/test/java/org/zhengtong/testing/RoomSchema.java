package org.zhengtong.testing;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables of one room in an empty database, for tests of the room alone. */
public final class RoomSchema {
    private RoomSchema() {}

    /** @return the JDBC address of a new database with the tables of one room, made once and copied from then on */
    public static String fresh(String wing, String room) {
        return TestDatabase.fresh(room, url -> make(new DriverManagerDataSource(url), wing, room));
    }

    public static void make(DataSource dataSource, String wing, String room) {
        make(dataSource, wing, room, "latest");
    }

    /** @param version up to which; called again, it goes on from there */
    public static void make(DataSource dataSource, String wing, String room, String version) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(room)
                .locations("classpath:db/" + wing + "/" + room)
                .placeholders(Map.of("program", "postgres"))
                .target(version)
                .load()
                .migrate();
    }
}
