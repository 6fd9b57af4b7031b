package org.zhengtong.services.transfer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.transfer.Fault;
import org.zhengtong.services.transfer.Import;

/** Imports, their files and what was found in them. */
@Component
class ImportStore {
    private static final int PIECE = 1 << 20;
    private static final int SHOWN = 50;
    private final JdbcClient database;

    ImportStore(JdbcClient database) {
        this.database = database;
    }

    void add(Import made) {
        database.sql("""
                        insert into transfer.import (id, file_name, bytes, by_person, by_name, by_body, submit, reason,
                            stage, started_at)
                        values (:id, :fileName, :bytes, :person, :name, :body, :submit, :reason, :stage, :startedAt)
                        """)
                .param("id", made.id())
                .param("fileName", made.fileName())
                .param("bytes", made.bytes())
                .param("person", made.by().value())
                .param("name", made.byName())
                .param("body", made.body().value())
                .param("submit", made.submit())
                .param("reason", made.reason())
                .param("stage", made.step().name())
                .param("startedAt", Timestamp.from(made.startedAt()))
                .update();
    }

    /** @return how many bytes */
    long keep(UUID id, InputStream content) throws IOException {
        long bytes = 0;
        int number = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            database.sql("insert into transfer.import_part (import, number, content) values (:id, :number, :content)")
                    .param("id", id)
                    .param("number", number++)
                    .param("content", piece)
                    .update();
            bytes += piece.length;
        }
        database.sql("update transfer.import set bytes = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
        return bytes;
    }

    void copy(UUID id, OutputStream to) throws IOException {
        List<Integer> numbers = database.sql(
                        "select number from transfer.import_part where import = :id order by number")
                .param("id", id)
                .query(Integer.class)
                .list();
        for (int number : numbers) {
            to.write(database.sql("select content from transfer.import_part where import = :id and number = :number")
                    .param("id", id)
                    .param("number", number)
                    .query((row, _) -> row.getBytes(1))
                    .single());
        }
    }

    Optional<Import> find(UUID id) {
        return database.sql("select * from transfer.import where id = :id")
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    List<Import> latest(List<String> bodies) {
        return database.sql("""
                        select * from transfer.import
                        where by_body = any(:bodies)
                        order by started_at desc, id desc
                        limit :most
                        """)
                .param("bodies", bodies.toArray(String[]::new))
                .param("most", SHOWN)
                .query(ImportStore::read)
                .list();
    }

    void progress(UUID id, Import.Step step, int done, int total) {
        database.sql("update transfer.import set stage = :stage, done = :done, total = :total where id = :id")
                .param("stage", step.name())
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .update();
    }

    /** Takes the row's lock until the transaction ends: either it is called off before the end, or the end came first. */
    boolean isCancelled(UUID id) {
        return database.sql("select cancelled from transfer.import where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean wasCancelled(UUID id) {
        return database.sql("select cancelled from transfer.import where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** @return false when it is over */
    boolean cancel(UUID id) {
        return database.sql("""
                        update transfer.import set cancelled = true
                        where id = :id and stage in ('WAITING', 'READING', 'CHECKING', 'KEEPING')
                        """).param("id", id).update() > 0;
    }

    void finish(UUID id, Import.Step end, int faults, int unchanged, Instant now) {
        database.sql("""
                        update transfer.import
                        set stage = :stage, faults = :faults, unchanged = :unchanged, finished_at = :now
                        where id = :id
                        """)
                .param("stage", end.name())
                .param("faults", faults)
                .param("unchanged", unchanged)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void keep(UUID id, int first, List<Fault> faults) {
        database.sql("""
                        insert into transfer.fault (import, number, blocking, sheet, cell, element, code, words)
                        select :id, :first + row_number() over (order by number) - 1, blocking, sheet, cell, element,
                            code, coalesce(string_to_array(words, chr(31)), '{}')
                        from unnest(cast(:numbers as integer[]), cast(:blocking as boolean[]), cast(:sheets as text[]),
                            cast(:cells as text[]), cast(:elements as text[]), cast(:codes as text[]),
                            cast(:words as text[])) as lot (number, blocking, sheet, cell, element, code, words)
                        """)
                .param("id", id)
                .param("first", first)
                .param("numbers", numbers(faults.size()))
                .param("blocking", faults.stream().map(Fault::blocking).toArray(Boolean[]::new))
                .param("sheets", faults.stream().map(Fault::sheet).toArray(String[]::new))
                .param("cells", faults.stream().map(Fault::cell).toArray(String[]::new))
                .param("elements", faults.stream().map(Fault::element).toArray(String[]::new))
                .param("codes", faults.stream().map(Fault::code).toArray(String[]::new))
                .param(
                        "words",
                        faults.stream()
                                .map(fault -> String.join("\u001f", fault.words()))
                                .toArray(String[]::new))
                .update();
    }

    private static Integer[] numbers(int count) {
        Integer[] numbers = new Integer[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    List<Fault> faults(UUID id, int from, int most) {
        return database.sql("""
                        select sheet, cell, element, blocking, code, words from transfer.fault
                        where import = :id
                        order by number
                        offset :from limit :most
                        """)
                .param("id", id)
                .param("from", from)
                .param("most", most)
                .query((row, _) -> new Fault(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        List.of((String[]) row.getArray(6).getArray())))
                .list();
    }

    void add(UUID id, List<UUID> drafts) {
        database.sql("insert into transfer.import_draft select :id, unnest(cast(:drafts as uuid[]))")
                .param("id", id)
                .param("drafts", drafts.toArray(UUID[]::new))
                .update();
    }

    List<UUID> drafts(UUID id) {
        return database.sql("select draft from transfer.import_draft where import = :id order by draft")
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    /** Before it begins, perhaps for the second time. */
    void clear(UUID id) {
        for (String table : List.of("staged_row", "checked_entry", "fault")) {
            database.sql("delete from transfer." + table + " where import = :id")
                    .param("id", id)
                    .update();
        }
    }

    /** When it is over, file and intermediate results go; what was found stays. */
    void tidy(UUID id) {
        for (String table : List.of("staged_row", "checked_entry", "import_part")) {
            database.sql("delete from transfer." + table + " where import = :id")
                    .param("id", id)
                    .update();
        }
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Import(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getLong("bytes"),
                new PersonId(row.getObject("by_person", UUID.class)),
                row.getString("by_name"),
                new Uscc(row.getString("by_body")),
                row.getBoolean("submit"),
                row.getString("reason"),
                Import.Step.valueOf(row.getString("stage")),
                row.getBoolean("cancelled"),
                row.getInt("done"),
                row.getInt("total"),
                row.getInt("faults"),
                row.getInt("unchanged"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(finished).map(Timestamp::toInstant));
    }
}
