package org.zhengtong.ground.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.zhengtong.ground.start.CannotStart;

/**
 * Brings every room's schema up to date. The room of {@code db/services/cases/V1__case.sql} is {@code cases}: its
 * tables, and Flyway's record of its scripts, stand in the schema {@code cases}. No script reaches into another room,
 * so their order does not matter.
 *
 * <p>The tables of a room belong to the program; those of a room with a script {@code afterMigrate.sql} stay with the owner
 * of the database, and the script grants the program what it may do with them.
 */
final class Migrations {
    private Migrations() {}

    static void run(DataSource program, DataSource owner, ProgramRole role) {
        SortedMap<String, String> kept = rooms("afterMigrate.sql");
        SortedMap<String, String> all = rooms("V*.sql");
        role.takeOver(
                owner,
                all.keySet().stream().filter(room -> !kept.containsKey(room)).toList());
        all.forEach((room, folder) -> migrate(kept.containsKey(room) ? owner : program, role, room, folder));
    }

    private static void migrate(DataSource dataSource, ProgramRole role, String room, String folder) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(room)
                    .defaultSchema(room)
                    .locations("classpath:" + folder)
                    .placeholders(Map.of("program", role.name()))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart(
                    "The schema " + room + " of the database cannot be brought up to date: " + e.getMessage(),
                    "What failed was taken back. Start the version that made it, or give this one a database of its own.",
                    e);
        }
    }

    private static SortedMap<String, String> rooms(String scripts) {
        try {
            SortedMap<String, String> rooms = new TreeMap<>();
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/*/" + scripts)) {
                String[] path = script.getURL().getPath().split("/");
                String room = path[path.length - 2];
                rooms.put(room, "db/" + path[path.length - 3] + "/" + room);
            }
            return rooms;
        } catch (IOException e) {
            throw new UncheckedIOException("the migration scripts could not be read", e);
        }
    }
}
