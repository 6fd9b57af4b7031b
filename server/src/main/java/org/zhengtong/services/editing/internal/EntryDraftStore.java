package org.zhengtong.services.editing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.Stage;
import tools.jackson.databind.json.JsonMapper;

@Component
class EntryDraftStore {
    private static final String COLUMNS =
            "id, document::text, based_on, stage, revision, editors, reviewer, publish_on, reason, changed_at";
    private final JdbcClient database;
    private final JsonMapper json;

    EntryDraftStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @return false when the entry has an open draft already */
    boolean add(EntryDraft draft) {
        return parameters(database.sql("""
                                insert into editing.draft (id, code, body, based_on, stage, revision, editors, reviewer,
                                    publish_on, reason, changed_at, document)
                                values (:id, :code, :body, :basedOn, :stage, :revision, :editors, :reviewer,
                                    :publishOn, :reason, :changedAt, :document::jsonb)
                                on conflict (code) where stage in ('EDITING', 'IN_REVIEW', 'APPROVED') do nothing
                                """), draft).update() > 0;
    }

    void change(EntryDraft draft) {
        parameters(database.sql("""
                        update editing.draft
                        set stage = :stage, revision = :revision, editors = :editors, reviewer = :reviewer,
                            publish_on = :publishOn, reason = :reason, changed_at = :changedAt,
                            document = :document::jsonb
                        where id = :id
                        """), draft).update();
    }

    void note(UUID draft, EntryDraft.Step step) {
        database.sql("""
                        insert into editing.step (draft, at, name, act, note)
                        values (:draft, :at, :name, :act, :note)
                        """)
                .param("draft", draft)
                .param("at", Timestamp.from(step.at()))
                .param("name", step.name())
                .param("act", step.act().name())
                .param("note", step.note())
                .update();
    }

    List<EntryDraft.Step> steps(UUID draft) {
        return database.sql("select at, name, act, note from editing.step where draft = :draft order by number desc")
                .param("draft", draft)
                .query((row, _) -> new EntryDraft.Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        EntryDraft.Act.valueOf(row.getString("act")),
                        row.getString("note")))
                .list();
    }

    Optional<EntryDraft> find(UUID id) {
        return database.sql("select " + COLUMNS + " from editing.draft where id = :id")
                .param("id", id)
                .query(this::draft)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<EntryDraft> hold(UUID id) {
        return database.sql("select " + COLUMNS + " from editing.draft where id = :id for update")
                .param("id", id)
                .query(this::draft)
                .optional();
    }

    /** The same for many. */
    List<EntryDraft> hold(List<UUID> ids) {
        return database.sql("select " + COLUMNS + " from editing.draft where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::draft)
                .list();
    }

    Optional<EntryDraft> openOf(ItemCode code) {
        return database.sql("select " + COLUMNS + """
                         from editing.draft
                        where code = :code and stage in ('EDITING', 'IN_REVIEW', 'APPROVED')
                        """)
                .param("code", code.value())
                .query(this::draft)
                .optional();
    }

    List<EntryDraft> open(List<String> bodies) {
        return database.sql("select " + COLUMNS + """
                         from editing.draft
                        where stage in ('EDITING', 'IN_REVIEW', 'APPROVED') and body = any(:bodies)
                        order by stage = 'IN_REVIEW' desc, changed_at desc
                        """)
                .param("bodies", bodies.toArray(String[]::new))
                .query(this::draft)
                .list();
    }

    List<UUID> due(LocalDate today) {
        return database.sql("""
                        select id from editing.draft
                        where stage = 'APPROVED' and publish_on <= :today
                        order by publish_on, changed_at
                        """).param("today", today).query(UUID.class).list();
    }

    private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, EntryDraft draft) {
        return statement
                .param("id", draft.id())
                .param("code", draft.item().code().value())
                .param("body", draft.item().bodyUscc())
                .param("basedOn", draft.basedOn())
                .param("stage", draft.stage().name())
                .param("revision", draft.revision())
                .param("editors", draft.editors().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("reviewer", draft.reviewer().map(PersonId::value).orElse(null))
                .param("publishOn", draft.publishOn().orElse(null))
                .param("reason", draft.reason())
                .param("changedAt", Timestamp.from(draft.changedAt()))
                .param("document", json.writeValueAsString(draft.item()));
    }

    private EntryDraft draft(ResultSet row, int number) throws SQLException {
        return new EntryDraft(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("document"), ServiceItem.class),
                row.getInt("based_on"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("revision"),
                Arrays.stream((UUID[]) row.getArray("editors").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getObject("reviewer", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject("publish_on", LocalDate.class)),
                row.getString("reason"),
                row.getTimestamp("changed_at").toInstant());
    }
}
