package org.zhengtong.ground.crypto.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.crypto.KeyRenewal.FieldKey;
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

    /** Of two who want a new key at once, the second looks when the first has it. */
    void waitForOthers() {
        sql.sql("select pg_advisory_xact_lock(hashtext('crypto.key_check'))")
                .query((_, _) -> true)
                .single();
    }

    void add(String name, String check, Instant made) {
        sql.sql("insert into crypto.key_check (name, value, made) values (:name, :value, :made)")
                .param("name", name)
                .param("value", check)
                .param("made", Timestamp.from(made))
                .update();
    }

    /** Newest first. */
    List<FieldKey> fieldKeys() {
        return sql.sql("""
                        select cast(substring(name from 7) as int) as number, made, renewed, moved
                        from crypto.key_check where name like 'field %' order by number desc
                        """)
                .query((row, _) -> new FieldKey(
                        row.getInt("number"),
                        row.getTimestamp("made").toInstant(),
                        Optional.ofNullable(row.getTimestamp("renewed")).map(Timestamp::toInstant),
                        row.getLong("moved")))
                .list();
    }

    void moved(int number, long more) {
        sql.sql("update crypto.key_check set moved = moved + :more where name = :name")
                .param("more", more)
                .param("name", FieldKeys.fieldName(number))
                .update();
    }

    void renewed(int number, Instant at) {
        sql.sql("update crypto.key_check set renewed = :at where name = :name")
                .param("at", Timestamp.from(at))
                .param("name", FieldKeys.fieldName(number))
                .update();
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
