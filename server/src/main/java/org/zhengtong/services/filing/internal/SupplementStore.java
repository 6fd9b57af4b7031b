package org.zhengtong.services.filing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.WindowFiling.Attendance;
import tools.jackson.databind.json.JsonMapper;

/** What is handed in later at windows, on disk. */
@Component
class SupplementStore {
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json;

    SupplementStore(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /** What was filled in, sealed as one piece. */
    record Content(Map<String, String> answers, Map<String, List<UUID>> files) {
        static final Content EMPTY = new Content(Map.of(), Map.of());
    }

    /** As it is kept. */
    record Kept(
            UUID id,
            CaseId caseId,
            Optional<String> material,
            PersonId person,
            UUID visit,
            Optional<PersonId> clerk,
            Instant until,
            int version,
            Content content,
            Optional<Draft.Signed> signed,
            Optional<Instant> handedInAt) {}

    /**
     * Lends it to a clerk. What somebody else filled in, or for an earlier notice, counts for nothing.
     *
     * @param asked number of the step that asked for it
     */
    UUID attend(UUID fresh, CaseId caseId, Optional<String> material, int asked, Attendance attendance) {
        return jdbc.sql("""
                        insert into filing.supplement as kept (id, case_id, material, person, visit, clerk, until, asked)
                        values (:id, :case, :material, :person, :visit, :clerk, :until, :asked)
                        on conflict (case_id, material) where handed_in_at is null do update
                        set person = excluded.person, visit = excluded.visit, clerk = excluded.clerk,
                            until = excluded.until, asked = excluded.asked, signed_file = null, signed_version = null,
                            version = case when kept.person = excluded.person and kept.asked = excluded.asked
                                then kept.version else 0 end,
                            content = case when kept.person = excluded.person and kept.asked = excluded.asked
                                then kept.content end
                        returning id""")
                .param("id", fresh)
                .param("case", caseId.value())
                .param("material", material.orElse(""))
                .param("person", attendance.person().value())
                .param("visit", attendance.visit())
                .param("clerk", attendance.clerk().person().value())
                .param("until", Timestamp.from(attendance.until()))
                .param("asked", asked)
                .query(UUID.class)
                .single();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from filing.supplement where id = :id")
                .param("id", id)
                .query(this::kept)
                .optional();
    }

    /** Held by the running transaction until it ends. */
    Optional<Kept> hold(UUID id) {
        return jdbc.sql("select * from filing.supplement where id = :id for update")
                .param("id", id)
                .query(this::kept)
                .optional();
    }

    List<Kept> ofVisit(UUID visit) {
        return jdbc.sql("select * from filing.supplement where visit = :visit order by id")
                .param("visit", visit)
                .query(this::kept)
                .list();
    }

    void fill(UUID id, Content content) {
        jdbc.sql("update filing.supplement set content = :content, version = version + 1 where id = :id")
                .param("content", cipher.seal(json.writeValueAsString(content), context(id)))
                .param("id", id)
                .update();
    }

    void sign(UUID id, Draft.Signed signed) {
        jdbc.sql("update filing.supplement set signed_file = :file, signed_version = :version where id = :id")
                .param("file", signed.file())
                .param("version", signed.version())
                .param("id", id)
                .update();
    }

    /** What was filled in goes with the case. */
    void handedIn(UUID id, Instant at) {
        jdbc.sql("update filing.supplement set handed_in_at = :at, content = null where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** What was signed for an older wish is signed no more. */
    void leave(UUID visit) {
        jdbc.sql("update filing.supplement set clerk = null where visit = :visit")
                .param("visit", visit)
                .update();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] content = row.getBytes("content");
        UUID signed = row.getObject("signed_file", UUID.class);
        return new Kept(
                id,
                new CaseId(row.getObject("case_id", UUID.class)),
                Optional.of(row.getString("material")).filter(one -> !one.isEmpty()),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("visit", UUID.class),
                Optional.ofNullable(row.getObject("clerk", UUID.class)).map(PersonId::new),
                row.getTimestamp("until").toInstant(),
                row.getInt("version"),
                content == null ? Content.EMPTY : json.readValue(cipher.openText(content, context(id)), Content.class),
                signed == null ? Optional.empty() : Optional.of(new Draft.Signed(signed, row.getInt("signed_version"))),
                Optional.ofNullable(row.getTimestamp("handed_in_at")).map(Timestamp::toInstant));
    }

    private static String context(UUID id) {
        return "filing.supplement.content:" + id;
    }
}
