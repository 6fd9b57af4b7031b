package org.zhengtong.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A log with very many leaves. */
final class Leaves implements AutoCloseable {
    /** How many; by default what the goal names. */
    static final long ALL = Long.parseLong(System.getenv().getOrDefault("ZT_BENCH_LEAVES", "10000000"));

    private static final int IN_A_TRANSACTION = 20_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;

    Leaves(InsideDatabase database) throws SQLException {
        this.connection = DriverManager.getConnection(database.url());
    }

    /** Returns when all are in a checkpoint. */
    void fill(Workshop workshop, Program program) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        for (long there = count(); there < ALL; there += IN_A_TRANSACTION) {
            write(Math.min(IN_A_TRANSACTION, ALL - there));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze audit.leaf");
        }
        workshop.say("%d leaves written in %.0f s".formatted(count(), (System.nanoTime() - start) / 1e9));
        start = System.nanoTime();
        awaitPublished(program);
        workshop.say("and published %.0f s later".formatted((System.nanoTime() - start) / 1e9));
    }

    /** Until every leaf of now is in a checkpoint. */
    void awaitPublished(Program program) throws SQLException, IOException, InterruptedException {
        long leaves = count();
        while (published(program) < leaves) {
            Thread.sleep(200);
        }
    }

    private void write(long leaves) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into audit.leaf (subject, subject_sequence, previous, digest, action, actor, at, facts)
                    select gen_random_uuid(), 1, decode(repeat('00', 32), 'hex'),
                           sha256(uuid_send(gen_random_uuid())), 'bench.leaf', 'system', now(), '{"item":"A-1"}'
                    from generate_series(1, %d)
                    """.formatted(leaves));
        }
    }

    private long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from audit.leaf")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long published(Program program) throws IOException {
        try (Caller caller = program.caller()) {
            return JSON.readTree(caller.get("/api/v1/audit/checkpoint").body())
                    .path("size")
                    .asLong();
        }
    }

    /** Digests of leaves from everywhere in the log. */
    List<String> some(int most) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select encode(entry, 'hex')
                        from (select distinct floor(random() * (select max(place) from audit.placed))::bigint as place
                              from generate_series(1, %d)) as drawn
                        join audit.placed using (place)
                        order by random()
                        """.formatted(most))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
