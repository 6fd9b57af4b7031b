package org.zhengtong.services.systems.internal;

import static org.zhengtong.services.systems.internal.SystemStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which file came from which system, for which case. */
@Component
class AttachmentStore {
    private final JdbcClient sql;

    AttachmentStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(
            UUID file,
            UUID system,
            Optional<UUID> caseId,
            Optional<String> material,
            Optional<String> key,
            String acted,
            Instant at,
            Optional<UUID> filedAs) {}

    void add(Row row) {
        sql.sql("""
                        insert into systems.attachment (file, system, case_id, material, call_key, acted, at)
                        values (:file, :system, :case, :material, :key, :acted, :at)
                        """)
                .param("file", row.file())
                .param("system", row.system())
                .param("case", row.caseId().orElse(null), Types.OTHER)
                .param("material", row.material().orElse(null), Types.VARCHAR)
                .param("key", row.key().orElse(null), Types.VARCHAR)
                .param("acted", row.acted())
                .param("at", at(row.at()))
                .update();
    }

    Optional<Row> find(UUID file) {
        return sql.sql("select * from systems.attachment where file = :file")
                .param("file", file)
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<Row> withKey(UUID system, String key) {
        return sql.sql("select * from systems.attachment where system = :system and call_key = :key")
                .param("system", system)
                .param("key", key)
                .query((row, _) -> row(row))
                .optional();
    }

    List<Row> of(UUID caseId) {
        return sql.sql("select * from systems.attachment where case_id = :case order by at, file")
                .param("case", caseId)
                .query((row, _) -> row(row))
                .list();
    }

    void setFiledAs(UUID file, UUID filed) {
        sql.sql("update systems.attachment set filed_as = :filed where file = :file")
                .param("filed", filed)
                .param("file", file)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("file", UUID.class),
                row.getObject("system", UUID.class),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                Optional.ofNullable(row.getString("material")),
                Optional.ofNullable(row.getString("call_key")),
                row.getString("acted"),
                SystemStore.instant(row, "at").orElseThrow(),
                Optional.ofNullable(row.getObject("filed_as", UUID.class)));
    }
}
