package org.zhengtong.services.transfer.internal;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read and waits for its other rows: an entry's rows stand in several sheets, in any order. */
@Component
class StagedRows {
    /** The sheet of whole documents. */
    static final String DOCUMENTS = "json";

    private final JdbcClient database;

    StagedRows(JdbcClient database) {
        this.database = database;
    }

    /** @param cells a row's cells, or a document, as JSON */
    record Staged(String sheet, int line, String code, String cells) {}

    void add(UUID id, List<Staged> rows) {
        Integer[] lines = rows.stream().map(Staged::line).toArray(Integer[]::new);
        database.sql("""
                        insert into transfer.staged_row (import, sheet, line, code, cells)
                        select :id, sheet, line, code, cells
                        from unnest(cast(:sheets as text[]), cast(:lines as integer[]), cast(:codes as text[]),
                            cast(:cells as text[])) as lot (sheet, line, code, cells)
                        """)
                .param("id", id)
                .param("sheets", texts(rows, Staged::sheet))
                .param("lines", lines)
                .param("codes", texts(rows, Staged::code))
                .param("cells", texts(rows, Staged::cells))
                .update();
    }

    int entries(UUID id) {
        return database.sql("""
                        select count(*) from transfer.staged_row
                        where import = :id and sheet in ('entries', 'json')
                        """).param("id", id).query(Integer.class).single();
    }

    /** Entries after a line, in their order. */
    List<Staged> entries(UUID id, int after, int most) {
        return database.sql("""
                        select sheet, line, code, cells from transfer.staged_row
                        where import = :id and sheet in ('entries', 'json') and line > :after
                        order by line
                        limit :most
                        """)
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query(Staged.class)
                .list();
    }

    /** The other rows of these entries. */
    List<Staged> others(UUID id, List<String> codes) {
        return database.sql("""
                        select sheet, line, code, cells from transfer.staged_row
                        where import = :id and code = any(:codes) and sheet not in ('entries', 'json')
                        order by sheet, line
                        """)
                .param("id", id)
                .param("codes", codes.toArray(String[]::new))
                .query(Staged.class)
                .list();
    }

    /** An entry whose code stands further up already. */
    record Repeated(String sheet, int line, String code, int first) {}

    List<Repeated> repeated(UUID id) {
        return database.sql("""
                        select sheet, line, code, first
                        from (select sheet, line, code, min(line) over (partition by code) as first
                              from transfer.staged_row
                              where import = :id and sheet in ('entries', 'json')) numbered
                        where line > first
                        order by line
                        """).param("id", id).query(Repeated.class).list();
    }

    /** Rows of entries that are not in the file. */
    List<Staged> strays(UUID id, int most) {
        return database.sql("""
                        select sheet, line, code, '' as cells from transfer.staged_row stray
                        where import = :id and sheet not in ('entries', 'json')
                            and not exists (select from transfer.staged_row entry
                                where entry.import = :id and entry.sheet = 'entries' and entry.code = stray.code)
                        order by sheet, line
                        limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query(Staged.class)
                .list();
    }

    /** Makes the planner see what has just been written. */
    void settle() {
        database.sql("analyze transfer.staged_row").update();
    }

    void addChecked(UUID id, List<Integer> numbers, List<String> documents) {
        database.sql("""
                        insert into transfer.checked_entry (import, number, document)
                        select :id, number, document
                        from unnest(cast(:numbers as integer[]), cast(:documents as text[])) as lot (number, document)
                        """)
                .param("id", id)
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("documents", documents.toArray(String[]::new))
                .update();
    }

    record Checked(int number, String document) {}

    List<Checked> checked(UUID id, int after, int most) {
        return database.sql("""
                        select number, document from transfer.checked_entry
                        where import = :id and number > :after
                        order by number
                        limit :most
                        """)
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query(Checked.class)
                .list();
    }

    int checked(UUID id) {
        return database.sql("select count(*) from transfer.checked_entry where import = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static String[] texts(List<Staged> rows, Function<Staged, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
