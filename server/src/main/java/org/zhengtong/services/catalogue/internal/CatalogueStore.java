package org.zhengtong.services.catalogue.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.PublishedVersion;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.internal.Changes.Listed;
import tools.jackson.databind.json.JsonMapper;

/** The versions as they were published. */
@Component
class CatalogueStore {
    private static final int AT_A_TIME = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CatalogueStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json.rebuild().addModule(SharedParts.module()).build();
        this.clock = clock;
    }

    long revision() {
        return jdbc.sql("select number from catalogue.revision")
                .query(Long.class)
                .single();
    }

    /** Takes the row's lock: publications follow one another. */
    void countRevision() {
        jdbc.sql("update catalogue.revision set number = number + 1").update();
    }

    /** What changed after the revision {@code since}; -1 for everything. */
    Changes changes(long since, long revision) {
        return new Changes(revision, items(since), bundles(since), synonyms());
    }

    private List<Listed> items(long since) {
        try (Stream<Listed> items = jdbc
                .sql("""
                        select entry.document::text, item.state, item.position
                        from catalogue.item
                        join catalogue.entry using (code, version)
                        where item.revision > :since
                        order by item.position
                        """)
                .withFetchSize(AT_A_TIME)
                .param("since", since)
                .query((row, number) -> new Listed(
                        row.getInt(3), item(row.getString(1)).withState(ItemState.valueOf(row.getString(2)))))
                .stream()) {
            return items.toList();
        }
    }

    Optional<ServiceItem> item(ItemCode code, int version) {
        return jdbc.sql("""
                        select entry.document::text, item.state
                        from catalogue.entry
                        join catalogue.item using (code)
                        where entry.code = :code and entry.version = :version
                        """)
                .param("code", code.value())
                .param("version", version)
                .query((row, number) -> item(row.getString(1)).withState(ItemState.valueOf(row.getString(2))))
                .optional();
    }

    private List<Bundle> bundles(long since) {
        return jdbc.sql("""
                        select distinct on (code) document::text
                        from catalogue.bundle
                        where revision > :since
                        order by code, version desc
                        """)
                .param("since", since)
                .query((row, number) -> json.readValue(row.getString(1), Bundle.class))
                .list();
    }

    private Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>();
        jdbc.sql("select base_code, word from catalogue.synonym order by base_code, word")
                .query(row -> {
                    synonyms.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return synonyms;
    }

    /** @return the item with the version it now has */
    ServiceItem add(ServiceItem item, Publication publication) {
        int version = jdbc.sql("""
                        insert into catalogue.item (code, state, version, changed_at)
                        values (:code, :state, 1, :at)
                        on conflict (code) do update
                            set state = excluded.state, version = item.version + 1, changed_at = excluded.changed_at
                        returning version
                        """)
                .param("code", item.code().value())
                .param("state", item.state().name())
                .param("at", now())
                .query(Integer.class)
                .single();
        ServiceItem published = item.withVersion(version);
        jdbc.sql("""
                        insert into catalogue.entry
                            (code, version, published_at, document, edited_by, reviewed_by, reason)
                        values (:code, :version, :at, :document::jsonb, :editedBy, :reviewedBy, :reason)
                        """)
                .param("editedBy", publication.editedBy())
                .param("reviewedBy", publication.reviewedBy())
                .param("reason", publication.reason())
                .param("code", item.code().value())
                .param("version", version)
                .param("at", now())
                .param("document", json.writeValueAsString(published))
                .update();
        return published;
    }

    List<PublishedVersion> versions(ItemCode code) {
        return jdbc.sql("""
                        select entry.document::text, item.state, entry.published_at,
                            entry.edited_by, entry.reviewed_by, entry.reason
                        from catalogue.entry
                        join catalogue.item using (code)
                        where code = :code
                        order by entry.version desc
                        """)
                .param("code", code.value())
                .query((row, _) -> new PublishedVersion(
                        item(row.getString(1)).withState(ItemState.valueOf(row.getString(2))),
                        row.getTimestamp(3).toInstant(),
                        new Publication(row.getString(4), row.getString(5), row.getString(6))))
                .list();
    }

    void add(Bundle bundle) {
        jdbc.sql("""
                        insert into catalogue.bundle (code, version, published_at, document)
                        select :code, coalesce(max(version), 0) + 1, :at, :document::jsonb
                        from catalogue.bundle
                        where code = :code
                        """)
                .param("code", bundle.code())
                .param("at", now())
                .param("document", json.writeValueAsString(bundle))
                .update();
    }

    boolean setState(ItemCode code, ItemState state) {
        return jdbc.sql("update catalogue.item set state = :state, changed_at = :at where code = :code")
                        .param("code", code.value())
                        .param("state", state.name())
                        .param("at", now())
                        .update()
                > 0;
    }

    private ServiceItem item(String document) {
        return json.readValue(document, ServiceItem.class);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
