package org.zhengtong.services.instruments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Wording;

@Component
class WordingStore {
    private final JdbcClient sql;

    WordingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param wording empty when the body went back to the one built in */
    record Row(DocumentKind kind, int version, Optional<Wording> wording, Instant since, UUID staff) {}

    /** The version in force at a moment. */
    Optional<Row> inForce(String body, DocumentKind kind, Instant at) {
        return sql.sql("""
                        select kind, version, title, text, since, staff
                          from instruments.wording
                         where body = :body and kind = :kind and since <= :at
                         order by version desc
                         limit 1
                        """)
                .param("body", body)
                .param("kind", kind.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row(row))
                .optional();
    }

    /** The newest version of each kind. */
    List<Row> newest(String body) {
        return sql.sql("""
                        select distinct on (kind) kind, version, title, text, since, staff
                          from instruments.wording
                         where body = :body
                         order by kind, version desc
                        """).param("body", body).query((row, _) -> row(row)).list();
    }

    List<Row> versions(String body, DocumentKind kind) {
        return sql.sql("""
                        select kind, version, title, text, since, staff
                          from instruments.wording
                         where body = :body and kind = :kind
                         order by version desc
                        """)
                .param("body", body)
                .param("kind", kind.name())
                .query((row, _) -> row(row))
                .list();
    }

    /** @return false when somebody else has written this version */
    boolean add(
            String body,
            DocumentKind kind,
            int version,
            @Nullable String title,
            @Nullable String text,
            Instant since,
            UUID staff) {
        return sql.sql("""
                        insert into instruments.wording (body, kind, version, title, text, since, staff)
                        select :body, :kind, :version, :title, :text, :since, :staff
                         where :version = 1 + coalesce(
                               (select max(version) from instruments.wording where body = :body and kind = :kind), 0)
                        on conflict do nothing
                        """)
                        .param("body", body)
                        .param("kind", kind.name())
                        .param("version", version)
                        .param("title", title, Types.VARCHAR)
                        .param("text", text, Types.VARCHAR)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("staff", staff)
                        .update()
                == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        String title = row.getString("title");
        String text = row.getString("text");
        return new Row(
                DocumentKind.valueOf(row.getString("kind")),
                version,
                title == null || text == null ? Optional.empty() : Optional.of(new Wording(version, title, text)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("staff", UUID.class));
    }
}
