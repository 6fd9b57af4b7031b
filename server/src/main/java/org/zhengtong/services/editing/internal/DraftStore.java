package org.zhengtong.services.editing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.editing.Course;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.Stage;

/** The drafts of one kind. */
abstract class DraftStore<D extends Draft<D>> {
    private static final String COLUMNS =
            "id, document::text, based_on, stage, revision, editors, reviewer, publish_on, reason, changed_at";
    private final JdbcClient database;
    private final String kind;

    DraftStore(JdbcClient database, String kind) {
        this.database = database;
        this.kind = kind;
    }

    abstract String document(D draft);

    abstract D draft(UUID id, String document, int basedOn, Course course, Instant changedAt);

    /** @return false when there is an open draft of the same code already */
    boolean add(D draft) {
        return parameters(database.sql("""
                                insert into editing.draft (id, kind, code, body, based_on, stage, revision, editors,
                                    reviewer, publish_on, reason, changed_at, document)
                                values (:id, :kind, :code, :body, :basedOn, :stage, :revision, :editors, :reviewer,
                                    :publishOn, :reason, :changedAt, :document::jsonb)
                                on conflict (code) where stage in ('EDITING', 'IN_REVIEW', 'APPROVED') do nothing
                                """), draft).param("kind", kind).update() > 0;
    }

    void change(D draft) {
        parameters(database.sql("""
                        update editing.draft
                        set body = :body, stage = :stage, revision = :revision, editors = :editors,
                            reviewer = :reviewer, publish_on = :publishOn, reason = :reason,
                            changed_at = :changedAt, document = :document::jsonb
                        where id = :id
                        """), draft).update();
    }

    void note(UUID draft, Draft.Step step) {
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

    List<Draft.Step> steps(UUID draft) {
        return database.sql("select at, name, act, note from editing.step where draft = :draft order by number desc")
                .param("draft", draft)
                .query((row, _) -> new Draft.Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        Draft.Act.valueOf(row.getString("act")),
                        row.getString("note")))
                .list();
    }

    Optional<D> find(UUID id) {
        return database.sql("select " + COLUMNS + " from editing.draft where id = :id and kind = :kind")
                .param("id", id)
                .param("kind", kind)
                .query(this::draft)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<D> hold(UUID id) {
        return database.sql("select " + COLUMNS + " from editing.draft where id = :id and kind = :kind for update")
                .param("id", id)
                .param("kind", kind)
                .query(this::draft)
                .optional();
    }

    /** The same for many. */
    List<D> hold(List<UUID> ids) {
        return database.sql("select " + COLUMNS + """
                         from editing.draft
                        where id = any(:ids) and kind = :kind
                        order by id
                        for update
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("kind", kind)
                .query(this::draft)
                .list();
    }

    Optional<D> openOf(String code) {
        return database.sql("select " + COLUMNS + """
                         from editing.draft
                        where code = :code and kind = :kind and stage in ('EDITING', 'IN_REVIEW', 'APPROVED')
                        """)
                .param("code", code)
                .param("kind", kind)
                .query(this::draft)
                .optional();
    }

    List<D> open(List<String> bodies) {
        return database.sql("select " + COLUMNS + """
                         from editing.draft
                        where stage in ('EDITING', 'IN_REVIEW', 'APPROVED') and body = any(:bodies) and kind = :kind
                        order by stage = 'IN_REVIEW' desc, changed_at desc
                        """)
                .param("bodies", bodies.toArray(String[]::new))
                .param("kind", kind)
                .query(this::draft)
                .list();
    }

    List<UUID> due(LocalDate today) {
        return database.sql("""
                        select id from editing.draft
                        where stage = 'APPROVED' and publish_on <= :today and kind = :kind
                        order by publish_on, changed_at
                        """)
                .param("today", today)
                .param("kind", kind)
                .query(UUID.class)
                .list();
    }

    /** All codes that were ever drafted. */
    List<String> codes() {
        return database.sql("select distinct code from editing.draft where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, D draft) {
        return statement
                .param("id", draft.id())
                .param("code", draft.code())
                .param("body", draft.bodyUscc())
                .param("basedOn", draft.basedOn())
                .param("stage", draft.stage().name())
                .param("revision", draft.revision())
                .param("editors", draft.editors().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("reviewer", draft.reviewer().map(PersonId::value).orElse(null))
                .param("publishOn", draft.publishOn().orElse(null))
                .param("reason", draft.reason())
                .param("changedAt", Timestamp.from(draft.changedAt()))
                .param("document", document(draft));
    }

    private D draft(ResultSet row, int number) throws SQLException {
        Course course = new Course(
                Stage.valueOf(row.getString("stage")),
                row.getInt("revision"),
                Arrays.stream((UUID[]) row.getArray("editors").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getObject("reviewer", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject("publish_on", LocalDate.class)),
                row.getString("reason"));
        return draft(
                row.getObject("id", UUID.class),
                row.getString("document"),
                row.getInt("based_on"),
                course,
                row.getTimestamp("changed_at").toInstant());
    }
}
