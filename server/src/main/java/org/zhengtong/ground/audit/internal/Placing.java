package org.zhengtong.ground.audit.internal;

import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each committed leaf its place in the tree, once and for good. Leaves commit in another order than they were
 * numbered in; the order of the tree is the one they are found in. One program at a time places: the row it begins with
 * is locked.
 *
 * <p>What may not be placed yet was written by a transaction that is not below the mark. The mark is only as good as the
 * database's count of transactions, which begins anew in a restored dump: there every leaf is compared once.
 */
@Component
class Placing {
    private static final int AT_ONCE = 20_000;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final int atOnce;

    @Autowired
    Placing(JdbcClient sql, PlatformTransactionManager transactions) {
        this(sql, new TransactionTemplate(transactions), AT_ONCE);
    }

    Placing(JdbcClient sql, TransactionTemplate transaction, int atOnce) {
        this.sql = sql;
        this.transaction = transaction;
        this.atOnce = atOnce;
    }

    /**
     * @param horizon the oldest transaction still running when the state was read: all before it are decided
     * @param database which database this is, by its server and its number there
     */
    private record State(long size, String mark, String horizon, String database, boolean known) {}

    /** @param mark the transaction of the last leaf found; empty when none was */
    private record Found(int count, String mark) {}

    /** @return how many leaves have a place now */
    long place() {
        while (true) {
            State before = Objects.requireNonNull(transaction.execute(_ -> placeSome()));
            if (before.known()) {
                return before.size();
            }
        }
    }

    /** @return how it stands afterwards; known when nothing more was waiting */
    private State placeSome() {
        State state = read();
        if (!state.known()) {
            long size = state.size() + placeAll(state.size());
            return keep(size, state.horizon(), state.database(), false);
        }
        Found found = placeNew(state);
        boolean all = found.count() < atOnce;
        return keep(state.size() + found.count(), all ? state.horizon() : found.mark(), state.database(), all);
    }

    private State read() {
        return sql.sql("""
                        select size, mark::text, horizon::text, database, database = of_database as known
                          from audit.tree,
                               lateral (select pg_snapshot_xmin(pg_current_snapshot()) as horizon,
                                               (select system_identifier::text from pg_control_system()) || '/'
                                                   || (select oid::text from pg_database
                                                        where datname = current_database()) as database) as now
                           for update of tree
                        """)
                .query((row, _) -> new State(
                        row.getLong("size"),
                        row.getString("mark"),
                        row.getString("horizon"),
                        row.getString("database"),
                        row.getBoolean("known")))
                .single();
    }

    private long placeAll(long size) {
        return sql.sql("""
                        insert into audit.placed (place, leaf, entry)
                        select :size + row_number() over (order by leaf.sequence) - 1, leaf.sequence, leaf.digest
                          from audit.leaf
                         where not exists (select from audit.placed where placed.leaf = leaf.sequence)
                        """).param("size", size).update();
    }

    /** Every committed leaf may be placed; those not committed yet keep the mark where it finds them. */
    private Found placeNew(State state) {
        return sql.sql("""
                        with found as (
                            select leaf.sequence, leaf.digest, leaf.written
                              from audit.leaf
                             where leaf.written >= cast(:mark as xid8)
                               and leaf.written < pg_snapshot_xmax(pg_current_snapshot())
                               and not exists (select from audit.placed where placed.leaf = leaf.sequence)
                             order by leaf.written
                             limit :most
                        ), placed as (
                            insert into audit.placed (place, leaf, entry)
                            select :size + row_number() over (order by written, sequence) - 1, sequence, digest
                              from found
                        )
                        select count(*) as count,
                               coalesce((select least(written, cast(:horizon as xid8))::text
                                           from found
                                          order by written desc
                                          limit 1), '') as mark
                          from found
                        """)
                .param("mark", state.mark())
                .param("horizon", state.horizon())
                .param("size", state.size())
                .param("most", atOnce)
                .query((row, _) -> new Found(row.getInt("count"), row.getString("mark")))
                .single();
    }

    private State keep(long size, String mark, String database, boolean done) {
        sql.sql("update audit.tree set size = :size, mark = cast(:mark as xid8), of_database = :database")
                .param("size", size)
                .param("mark", mark)
                .param("database", database)
                .update();
        return new State(size, mark, mark, database, done);
    }
}
