package org.zhengtong.services.editing.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.Stage;
import tools.jackson.databind.json.JsonMapper;

/** Many drafts in one statement. */
@Component
class DraftLots {
    private final JdbcClient database;
    private final EntryDraftStore store;
    private final JsonMapper json;

    DraftLots(JdbcClient database, EntryDraftStore store, JsonMapper json) {
        this.database = database;
        this.store = store;
        this.json = json;
    }

    Set<ItemCode> open(Collection<ItemCode> codes) {
        return new HashSet<>(database.sql("""
                        select code from editing.draft
                        where code = any(:codes) and stage in ('EDITING', 'IN_REVIEW', 'APPROVED')
                        """)
                .param("codes", codes.stream().map(ItemCode::value).toArray(String[]::new))
                .query((row, _) -> new ItemCode(row.getString(1)))
                .list());
    }

    /**
     * Drafts alike in all but what they are of.
     *
     * @return how many; fewer than given when one has an open draft
     */
    int add(List<EntryDraft> drafts, UUID editor) {
        EntryDraft one = drafts.getFirst();
        return database.sql("""
                        insert into editing.draft (id, code, body, based_on, stage, revision, editors, reviewer,
                            publish_on, reason, changed_at, document)
                        select id, code, body, based_on, :stage, :revision, array[cast(:editor as uuid)], null,
                            null, :reason, :changedAt, document::jsonb
                        from unnest(cast(:ids as uuid[]), cast(:codes as text[]), cast(:bodies as text[]),
                            cast(:basedOn as integer[]), cast(:documents as text[]))
                            as lot (id, code, body, based_on, document)
                        on conflict (code) where stage in ('EDITING', 'IN_REVIEW', 'APPROVED') do nothing
                        """)
                .param("stage", one.stage().name())
                .param("revision", one.revision())
                .param("editor", editor)
                .param("reason", one.reason())
                .param("changedAt", Timestamp.from(one.changedAt()))
                .param("ids", ids(drafts))
                .param(
                        "codes",
                        texts(drafts.stream()
                                .map(draft -> draft.item().code().value())
                                .toList()))
                .param(
                        "bodies",
                        texts(drafts.stream()
                                .map(draft -> draft.item().bodyUscc())
                                .toList()))
                .param("basedOn", drafts.stream().map(EntryDraft::basedOn).toArray(Integer[]::new))
                .param(
                        "documents",
                        texts(drafts.stream()
                                .map(draft -> json.writeValueAsString(draft.item()))
                                .toList()))
                .update();
    }

    void note(List<EntryDraft> drafts, Draft.Step step) {
        database.sql("""
                        insert into editing.step (draft, at, name, act, note)
                        select id, :at, :name, :act, :note from unnest(cast(:ids as uuid[])) as lot (id)
                        """)
                .param("at", Timestamp.from(step.at()))
                .param("name", step.name())
                .param("act", step.act().name())
                .param("note", step.note())
                .param("ids", ids(drafts))
                .update();
    }

    List<EntryDraft> holdWaiting(List<UUID> drafts) {
        return store.hold(drafts).stream()
                .filter(draft -> draft.stage() == Stage.IN_REVIEW)
                .toList();
    }

    void approve(List<EntryDraft> drafts, UUID reviewer, LocalDate publishOn, Instant now) {
        database.sql("""
                        update editing.draft
                        set stage = 'APPROVED', revision = revision + 1, reviewer = :reviewer,
                            publish_on = :publishOn, changed_at = :now
                        where id = any(:ids)
                        """)
                .param("reviewer", reviewer)
                .param("publishOn", publishOn)
                .param("now", Timestamp.from(now))
                .param("ids", ids(drafts))
                .update();
    }

    Map<Stage, Integer> stages(List<UUID> drafts) {
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        database.sql("select stage, count(*) from editing.draft where id = any(:ids) group by stage")
                .param("ids", drafts.toArray(UUID[]::new))
                .query((row, _) -> stages.put(Stage.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return stages;
    }

    private static UUID[] ids(List<EntryDraft> drafts) {
        return drafts.stream().map(EntryDraft::id).toArray(UUID[]::new);
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
