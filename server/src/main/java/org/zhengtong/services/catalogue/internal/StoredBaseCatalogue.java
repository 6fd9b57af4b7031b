package org.zhengtong.services.catalogue.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Publication;
import tools.jackson.databind.json.JsonMapper;

/** Base items are looked at by editors only, so they are read when somebody asks. */
@Service
class StoredBaseCatalogue implements BaseCatalogue {
    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredBaseCatalogue(
            JdbcClient database, JsonMapper json, AuditLog audit, Clock clock, TransactionTemplate transaction) {
        this.database = database;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Optional<BaseItem> find(String code) {
        return database.sql("""
                        select document::text from catalogue.base_item
                        where code = :code
                        order by version desc
                        limit 1
                        """)
                .param("code", code)
                .query((row, _) -> item(row.getString(1)))
                .optional();
    }

    @Override
    public List<BaseItem> search(String words, int limit) {
        return database.sql("""
                        select document::text
                        from (select distinct on (code) code, name, document
                              from catalogue.base_item
                              order by code, version desc) newest
                        where strpos(name, :words) > 0 or starts_with(code, :words)
                        order by code
                        limit :limit
                        """)
                .param("words", words)
                .param("limit", limit)
                .query((row, _) -> item(row.getString(1)))
                .list();
    }

    @Override
    public List<BaseItem> all() {
        return search("", Integer.MAX_VALUE);
    }

    @Override
    public BaseItem publish(BaseItem item, Publication publication) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            // two who publish one item follow one another
            database.sql("select pg_advisory_xact_lock(hashtext('catalogue.base_item ' || :code))")
                    .param("code", item.code())
                    .query((_, _) -> item.code())
                    .single();
            int version = find(item.code()).map(BaseItem::version).orElse(0) + 1;
            BaseItem published = item.withVersion(version);
            database.sql("""
                            insert into catalogue.base_item (code, version, name, published_at, document)
                            values (:code, :version, :name, :at, :document::jsonb)
                            """)
                    .param("code", item.code())
                    .param("version", version)
                    .param("name", item.name())
                    .param("at", Timestamp.from(clock.instant()))
                    .param("document", json.writeValueAsString(published))
                    .update();
            audit.append(
                    UUID.nameUUIDFromBytes(item.code().getBytes(StandardCharsets.US_ASCII)),
                    "catalogue.publish-base",
                    publication.editedBy(),
                    Map.of(
                            "code",
                            item.code(),
                            "version",
                            String.valueOf(version),
                            "reviewer",
                            publication.reviewedBy()));
            return published;
        }));
    }

    private BaseItem item(String document) {
        return json.readValue(document, BaseItem.class);
    }
}
