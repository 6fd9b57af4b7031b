package org.zhengtong.ground.crypto.internal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column of sealed values. Its room says so, and what a value is bound to, in the comment on the column:
 * {@code sealed as cases.step.detail:{case_id}/{number}}, with names of columns in braces ({@code {digest:hex}} for bytes).
 *
 * @param table with its schema, quoted
 * @param column quoted
 * @param context the SQL expression that gives the context of a row's value
 */
record SealedColumn(String table, String column, String context) {
    private static final String MARK = "sealed as ";
    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)(:hex)?}");

    /** All columns that say so, in the order of their names. */
    static List<SealedColumn> all(JdbcClient sql) {
        return sql.sql("""
                        select n.nspname as room, c.relname as name, a.attname as col, d.description as said
                          from pg_description d
                          join pg_class c on d.classoid = 'pg_class'::regclass and c.oid = d.objoid
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
                         where d.description like :mark
                         order by room, name, col
                        """)
                .param("mark", MARK + "%")
                .query((row, _) -> new SealedColumn(
                        quoted(row.getString("room")) + "." + quoted(row.getString("name")),
                        quoted(row.getString("col")),
                        context(row.getString("said").substring(MARK.length()))))
                .list();
    }

    /** Literals and columns in turn: {@code 'cases.step.detail:' || "case_id"::text || '/' || "number"::text}. */
    static String context(String template) {
        Matcher names = NAME.matcher(template);
        List<String> columns = names.results()
                .map(found -> found.group(2) == null
                        ? quoted(found.group(1)) + "::text"
                        : "encode(" + quoted(found.group(1)) + ", 'hex')")
                .toList();
        List<String> literals = Arrays.stream(NAME.split(template, -1))
                .map(text -> "'" + text.replace("'", "''") + "'")
                .toList();
        StringBuilder expression = new StringBuilder(literals.getFirst());
        for (int i = 0; i < columns.size(); i++) {
            expression.append(" || ").append(columns.get(i)).append(" || ").append(literals.get(i + 1));
        }
        return expression.toString();
    }

    private static String quoted(String name) {
        return Arrays.stream(name.split("\"", -1)).collect(Collectors.joining("\"\"", "\"", "\""));
    }

    /** Pages of 8 KiB the table has now. */
    long pages(JdbcClient sql) {
        return sql.sql("select pg_relation_size(cast(:table as regclass)) / current_setting('block_size')::bigint")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    /** Rows of these pages with a value under another key than this one; who writes such a row just now keeps it. */
    String old() {
        return """
                select cast(ctid as text) as place, %s as context, %s as sealed from %s
                where ctid >= cast(:from as tid) and ctid < cast(:to as tid) and %s
                for no key update skip locked
                """.formatted(context, column, table, isOld());
    }

    String replace() {
        return "update %s set %s = :sealed where ctid = cast(:place as tid)".formatted(table, column);
    }

    String countOld() {
        return "select count(*) from %s where %s".formatted(table, isOld());
    }

    /** The number of the key is the second byte; only the beginning is read from the disk. */
    private String isOld() {
        return "get_byte(substring(%s from 2 for 1), 0) <> :current".formatted(column);
    }
}
