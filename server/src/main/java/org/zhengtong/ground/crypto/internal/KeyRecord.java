package org.zhengtong.ground.crypto.internal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.start.CannotStart;

/**
 * Remembers, in the database, by which keys its records are sealed, as a check value that tells nothing of the key. A
 * program with other keys would write what its neighbours cannot read, or find nothing it looks for: it is stopped.
 */
class KeyRecord {
    private final JdbcClient sql;

    KeyRecord(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isEmpty() {
        return remembered().isEmpty();
    }

    /** @param checks name of a key to its check value */
    void compare(Map<String, String> checks, KeyFolder folder) {
        checks.forEach((name, check) ->
                sql.sql("""
                        insert into crypto.key_check (name, value)
                        values (:name, :value)
                        on conflict (name) do nothing
                        """).param("name", name).param("value", check).update());
        remembered().forEach((name, check) -> {
            if (!check.equals(checks.get(name))) {
                throw missing(folder);
            }
        });
    }

    static CannotStart missing(KeyFolder folder) {
        return new CannotStart(
                "The records in this database are sealed under keys that are not in " + folder.path() + ".",
                "Put the keys folder of the program that made them, or its backup, there.");
    }

    private Map<String, String> remembered() {
        Map<String, String> checks = new TreeMap<>();
        sql.sql("select name, value from crypto.key_check").query(row -> {
            checks.put(row.getString("name"), row.getString("value"));
        });
        return checks;
    }
}
