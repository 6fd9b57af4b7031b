package org.zhengtong.services.systems.internal;

import static org.zhengtong.services.systems.internal.SystemStore.at;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.CaseId;

/** What departments' systems call cases. */
@Component
class EntryStore {
    private final JdbcClient sql;

    EntryStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<CaseId> caseOf(UUID system, String number) {
        return sql.sql("select case_id from systems.known_as where system = :system and number = :number")
                .param("system", system)
                .param("number", number)
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .optional();
    }

    /** @param entered whether the case came in through the department's system */
    record Name(String number, boolean entered) {}

    Optional<Name> nameOf(UUID system, CaseId id) {
        return sql.sql("""
                        select number, entered from systems.known_as
                         where system = :system and case_id = :case
                         order by at limit 1
                        """)
                .param("system", system)
                .param("case", id.value())
                .query((row, _) -> new Name(row.getString("number"), row.getBoolean("entered")))
                .optional();
    }

    /** @return false when the number is used already */
    boolean add(UUID system, String number, CaseId id, boolean entered, Instant now) {
        return sql.sql("""
                        insert into systems.known_as (system, number, case_id, entered, at)
                        values (:system, :number, :case, :entered, :at)
                        on conflict (system, number) do nothing
                        """)
                        .param("system", system)
                        .param("number", number)
                        .param("case", id.value())
                        .param("entered", entered)
                        .param("at", at(now))
                        .update()
                == 1;
    }
}
