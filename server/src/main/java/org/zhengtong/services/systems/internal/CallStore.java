package org.zhengtong.services.systems.internal;

import static org.zhengtong.services.systems.internal.SystemStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.systems.CallName;
import org.zhengtong.services.systems.SystemCall;
import org.zhengtong.services.systems.SystemCalls;
import org.zhengtong.services.systems.Systems;

/** Every call with its answer, and the nonces of the last minutes. */
@Component
class CallStore {
    private final JdbcClient sql;

    CallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the system has used this nonce before */
    boolean isNew(UUID system, String nonce, Instant now) {
        return sql.sql("""
                        insert into systems.nonce (system, nonce, at) values (:system, :nonce, :at)
                        on conflict (system, nonce) do nothing
                        """)
                        .param("system", system)
                        .param("nonce", nonce)
                        .param("at", at(now))
                        .update()
                == 1;
    }

    void add(SystemCalls.Answered call, Instant now) {
        sql.sql("""
                        insert into systems.call
                            (system, at, what, case_id, receipt_number, acted, status, problem, took_ms)
                        values (:system, :at, :what, :case, :receipt, :acted, :status, :problem, :took)
                        """)
                .param("system", call.system())
                .param("at", at(now))
                .param("what", call.what().name())
                .param("case", call.caseId().orElse(null), Types.OTHER)
                .param("receipt", call.receiptNumber())
                .param("acted", call.by())
                .param("status", call.status())
                .param("problem", call.problem().orElse(null), Types.VARCHAR)
                .param("took", call.tookMillis())
                .update();
    }

    List<SystemCall> history(UUID system, OptionalLong before) {
        return sql.sql("""
                        select * from systems.call
                         where system = :system and place < :before
                         order by place desc
                         limit :most
                        """)
                .param("system", system)
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", Systems.HISTORY)
                .query((row, _) -> call(row))
                .list();
    }

    void forgetNonces(Instant before) {
        sql.sql("delete from systems.nonce where at < :before")
                .param("before", at(before))
                .update();
    }

    void forgetCalls(Instant before) {
        sql.sql("delete from systems.call where at < :before")
                .param("before", at(before))
                .update();
    }

    private static SystemCall call(ResultSet row) throws SQLException {
        return new SystemCall(
                row.getLong("place"),
                SystemStore.instant(row, "at").orElseThrow(),
                CallName.valueOf(row.getString("what")),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                row.getString("receipt_number"),
                row.getString("acted"),
                row.getInt("status"),
                Optional.ofNullable(row.getString("problem")),
                row.getLong("took_ms"));
    }
}
