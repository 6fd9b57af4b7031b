package org.zhengtong.services.transfer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseListener;

/**
 * Numbers cases in the order in which they changed last. One at a time, so that a smaller number never appears behind a
 * greater one that somebody has fetched up to.
 */
@Component
class CaseChanges implements CaseListener {
    private static final long ONE_AT_A_TIME = 0x7a74_6361_7365L;

    private final JdbcClient sql;

    CaseChanges(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "transfer.cases";
    }

    @Override
    public void handle(OutboxEvent event, CaseEvent changed) {
        sql.sql("""
                        with alone as materialized (select pg_advisory_xact_lock(:lock))
                        insert into transfer.case_change (case_id, sequence)
                        select :case, nextval('transfer.case_change_number') from alone
                        on conflict (case_id) do update set sequence = excluded.sequence
                        """)
                .param("lock", ONE_AT_A_TIME)
                .param("case", changed.caseId())
                .update();
    }

    record Change(UUID caseId, long sequence) {
        static Change of(ResultSet row) throws SQLException {
            return new Change(row.getObject("case_id", UUID.class), row.getLong("sequence"));
        }
    }

    /** @param until not beyond this number: what changes meanwhile is fetched the next time */
    List<Change> since(long sequence, long until, int most) {
        return sql.sql("""
                        select case_id, sequence from transfer.case_change
                         where sequence > :since and sequence <= :until
                         order by sequence
                         limit :most
                        """)
                .param("since", sequence)
                .param("until", until)
                .param("most", most)
                .query((row, _) -> Change.of(row))
                .list();
    }

    long newest() {
        return sql.sql("select coalesce(max(sequence), 0) from transfer.case_change")
                .query(Long.class)
                .single();
    }
}
