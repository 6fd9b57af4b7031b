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
import org.zhengtong.services.catalogue.PublishedBundle;
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

    /** The newest versions, in whatever state, also those published in the running transaction. */
    List<ServiceItem> newest(List<ItemCode> codes) {
        return jdbc.sql("""
                        select entry.document::text, item.state
                        from catalogue.item
                        join catalogue.entry using (code, version)
                        where code = any(:codes)
                        """)
                .param("codes", codes.stream().map(ItemCode::value).toArray(String[]::new))
                .query((row, _) -> item(row.getString(1)).withState(ItemState.valueOf(row.getString(2))))
                .list();
    }

    private List<Bundle> bundles(long since) {
        return jdbc.sql("""
                        select distinct on (code) document || jsonb_build_object('version', version)
                        from catalogue.bundle
                        where revision > :since
                        order by code, version desc
                        """)
                .param("since", since)
                .query((row, _) -> bundle(row.getString(1)))
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

    /** @return the bundle with the version it now has */
    Bundle add(Bundle bundle, Publication publication) {
        int version = jdbc.sql("""
                        insert into catalogue.bundle
                            (code, version, published_at, document, edited_by, reviewed_by, reason)
                        select :code, coalesce(max(version), 0) + 1, :at, :document::jsonb,
                            :editedBy, :reviewedBy, :reason
                        from catalogue.bundle
                        where code = :code
                        returning version
                        """)
                .param("code", bundle.code())
                .param("at", now())
                .param("document", json.writeValueAsString(bundle))
                .param("editedBy", publication.editedBy())
                .param("reviewedBy", publication.reviewedBy())
                .param("reason", publication.reason())
                .query(Integer.class)
                .single();
        return bundle.withVersion(version);
    }

    List<PublishedBundle> bundleVersions(String code) {
        return jdbc.sql("""
                        select document || jsonb_build_object('version', version), published_at,
                            edited_by, reviewed_by, reason
                        from catalogue.bundle
                        where code = :code
                        order by version desc
                        """)
                .param("code", code)
                .query((row, _) -> new PublishedBundle(
                        bundle(row.getString(1)),
                        row.getTimestamp(2).toInstant(),
                        new Publication(row.getString(3), row.getString(4), row.getString(5))))
                .list();
    }

    boolean setState(ItemCode code, ItemState state) {
        return jdbc.sql("update catalogue.item set state = :state, changed_at = :at where code = :code")
                        .param("code", code.value())
                        .param("state", state.name())
                        .param("at", now())
                        .update()
                > 0;
    }

    private Bundle bundle(String document) {
        return json.readValue(document, Bundle.class);
    }

    private ServiceItem item(String document) {
        return json.readValue(document, ServiceItem.class);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
