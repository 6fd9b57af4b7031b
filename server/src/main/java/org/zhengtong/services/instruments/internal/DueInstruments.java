package org.zhengtong.services.instruments.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases whose newest documents are not issued yet. */
@Component
class DueInstruments {
    private final JdbcClient sql;

    DueInstruments(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param until when it is due again, if it is not {@link #done} before */
    record Taken(UUID caseId, Instant until) {}

    /** Also when the case is being worked on: then it is looked at once more. */
    void add(UUID caseId, Instant at) {
        sql.sql("""
                        insert into instruments.due (case_id, due_at) values (:case, :at)
                        on conflict (case_id) do update set due_at = excluded.due_at, tries = 0
                        """)
                .param("case", caseId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whoever takes a case has one minute for it, then two, four and so on, at most a day. */
    Optional<Taken> take(Instant now) {
        return sql.sql("""
                        update instruments.due
                           set tries = tries + 1,
                               due_at = cast(:now as timestamptz)
                                      + least(interval '1 day', interval '1 minute' * power(2, least(tries, 11)))
                         where case_id = (
                               select case_id from instruments.due
                                where due_at <= :now
                                order by due_at
                                limit 1
                                for update skip locked)
                        returning case_id, due_at
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Taken(
                        row.getObject("case_id", UUID.class),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void done(Taken taken) {
        sql.sql("delete from instruments.due where case_id = :case and due_at = :until")
                .param("case", taken.caseId())
                .param("until", taken.until().atOffset(ZoneOffset.UTC))
                .update();
    }
}
