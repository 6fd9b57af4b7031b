package org.zhengtong.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.zhengtong.ground.crypto.FieldCipher;

/**
 * Fills the city's database with millions of cases by COPY, copies of the demo city's own. Indexes and constraints are made
 * when the rows are there, as a restore does.
 */
final class CaseCity implements AutoCloseable {
    /** How many cases; by default what the goal names. */
    static final int ALL = Integer.parseInt(System.getenv().getOrDefault("ZT_BENCH_CASES", "5000000"));

    /** Of 100 cases six are under way: 300,000 of five millions. */
    static final int OPEN_PERCENT = 6;

    static final long SEED = 5_000_000;

    /** Everything that has ended did so in the last three years. */
    private static final int WEEKS = 156;

    private static final int AT_ONCE = 2_000;
    private static final int OWN = 50;

    private final Connection connection;

    CaseCity(InsideDatabase database) throws SQLException {
        this.connection = DriverManager.getConnection(database.url());
    }

    long cases() throws SQLException {
        return number("select count(*) from cases.case_file");
    }

    long steps() throws SQLException {
        return number("select count(*) from cases.step");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    void fill(Workshop workshop, FieldCipher cipher) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        CaseTemplates templates = CaseTemplates.read(connection, cipher);
        List<String> rebuilt = withoutIndexes();
        run("set session_replication_role = replica");
        copy(templates, new CaseCopies(templates, cipher));
        run("set session_replication_role = origin");
        workshop.say("rows copied after %.0f s".formatted((System.nanoTime() - start) / 1e9));
        run("set maintenance_work_mem = '512MB'");
        for (String statement : rebuilt) {
            run(statement);
        }
        run("vacuum analyze cases.case_file");
        run("vacuum analyze cases.step");
        workshop.say("indexes made after %.0f s".formatted((System.nanoTime() - start) / 1e9));
    }

    /** @return the statements that make them again */
    private List<String> withoutIndexes() throws SQLException {
        List<String> again = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("""
                    select conrelid::regclass::text as relation, quote_ident(conname) as name,
                           pg_get_constraintdef(oid) as definition
                      from pg_constraint
                     where conrelid in ('cases.case_file'::regclass, 'cases.step'::regclass) and contype = 'u'
                    """)) {
                while (row.next()) {
                    String table = row.getString("relation");
                    drop.add("alter table " + table + " drop constraint " + row.getString("name"));
                    again.add("alter table " + table + " add constraint " + row.getString("name") + " "
                            + row.getString("definition"));
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
                      from pg_index
                     where indrelid in ('cases.case_file'::regclass, 'cases.step'::regclass)
                       and not exists (select from pg_constraint where conindid = indexrelid)
                    """)) {
                while (row.next()) {
                    drop.add("drop index " + row.getString("name"));
                    again.add(row.getString("definition"));
                }
            }
        }
        for (String statement : drop) {
            run(statement);
        }
        return again;
    }

    /** Two threads make rows while the server takes those before; seals cost more than anything else here. */
    private void copy(CaseTemplates templates, CaseCopies copies) throws SQLException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<CaseCopies.Rows>> made = new ArrayList<>();
            for (int from = 0; from < ALL; from += AT_ONCE) {
                int first = from;
                made.add(threads.submit(() -> rows(templates, copies, first)));
                if (made.size() > 4) {
                    write(made.removeFirst().get());
                }
            }
            for (Future<CaseCopies.Rows> one : made) {
                write(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the cases could not be made", e.getCause());
        } catch (IOException e) {
            throw new IllegalStateException("the cases could not be copied", e);
        }
    }

    private static CaseCopies.Rows rows(CaseTemplates templates, CaseCopies copies, int first) {
        SplittableRandom random = new SplittableRandom(SEED + first);
        CaseCopies.Rows rows = new CaseCopies.Rows(new StringBuilder(), new StringBuilder());
        for (int number = first; number < Math.min(ALL, first + AT_ONCE); number++) {
            boolean open = random.nextInt(100) < OPEN_PERCENT;
            List<CaseTemplates.Case> from = open ? templates.open() : templates.ended();
            copies.write(
                    rows,
                    from.get(random.nextInt(from.size())),
                    number,
                    open ? 0 : random.nextInt(WEEKS),
                    number % OWN == 0,
                    random);
        }
        return rows;
    }

    private void write(CaseCopies.Rows rows) throws SQLException, IOException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        postgres.getCopyAPI()
                .copyIn("copy cases.case_file from stdin", new ByteArrayInputStream(CaseCopies.utf8(rows.cases())));
        postgres.getCopyAPI()
                .copyIn("copy cases.step from stdin", new ByteArrayInputStream(CaseCopies.utf8(rows.steps())));
    }

    /** Every due date one working week too early, of one open case in fifty: as if announced holidays had moved them. */
    void misplaceDueDates() throws SQLException {
        run("""
            update cases.case_file set due = due - 7
             where state in ('ACCEPTED', 'IN_REVIEW', 'REVIEWED') and due is not null and hashtext(id::text) % 50 = 0
            """);
    }

    /** Cases of a body whose applicants live in the city. */
    List<String> ids(String body) throws SQLException {
        return texts("""
                select id::text from cases.case_file
                 where body = '%s' and applicant in (select id from identity.person) limit 3000
                """.formatted(body));
    }

    /** A receipt number and its person's sealed number, of cases people of the city filed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asked(String receipt, String person, byte[] number) {}

    List<Asked> asked() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select case_file.receipt_number, person.id::text as person, person.number_sealed
                          from cases.case_file
                          join identity.person on person.id = case_file.applicant
                         where case_file.receipt_number like 'YB-%'
                         limit 3000
                        """)) {
            List<Asked> found = new ArrayList<>();
            while (row.next()) {
                found.add(new Asked(
                        row.getString("receipt_number"), row.getString("person"), row.getBytes("number_sealed")));
            }
            return found;
        }
    }

    String bodyNamed(String name) throws SQLException {
        return texts("select uscc from organisation.body where name = '" + name + "'")
                .getFirst();
    }

    private List<String> texts(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    /** Reads every open case as it is and does nothing with it. */
    double secondsToReadTheOpen() throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select max(id::text), max(pauses::text), max(due), count(*) from cases.case_file
                         where state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED', 'ACCEPTED',
                                         'IN_REVIEW', 'SUSPENDED', 'REVIEWED')
                        """)) {
            row.next();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void run(String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
