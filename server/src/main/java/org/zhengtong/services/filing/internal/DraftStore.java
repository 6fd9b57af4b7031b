package org.zhengtong.services.filing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.filing.Draft;
import tools.jackson.databind.json.JsonMapper;

/** The drafts on disk. */
@Component
class DraftStore {
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, FieldCipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /** A draft as it is kept. */
    record Kept(
            UUID id,
            PersonId owner,
            Party party,
            String itemCode,
            int itemVersion,
            boolean itemChanged,
            int version,
            DraftContent content,
            Instant updatedAt,
            Optional<CaseId> filed,
            Optional<Hands> hands,
            Optional<Draft.Signed> signed) {
        private static final Pattern BUNDLE = Pattern.compile("B[0-9]{3}");

        /** Code of the one thing it is about. */
        Optional<String> bundle() {
            return Optional.of(itemCode).filter(code -> BUNDLE.matcher(code).matches());
        }
    }

    /** A clerk at a window has it, until then at the latest. */
    record Hands(Draft.Attended attended, Instant until) {}

    /** @return false when there is an open one for the same person, applicant and item already */
    boolean add(Kept draft) {
        return jdbc.sql("""
                        insert into filing.draft (id, owner, party_kind, party, item_code, item_version, version, content,
                            begun_at, updated_at)
                        values (:id, :owner, :kind, :party, :code, :itemVersion, :version, :content, :at, :at)
                        on conflict (owner, party, item_code) where filed_case is null do nothing""")
                        .param("id", draft.id())
                        .param("owner", draft.owner().value())
                        .param("kind", draft.party() instanceof Party.Firm ? "FIRM" : "PERSON")
                        .param("party", draft.party().id())
                        .param("code", draft.itemCode())
                        .param("itemVersion", draft.itemVersion())
                        .param("version", draft.version())
                        .param("content", sealed(draft.id(), draft.content()))
                        .param("at", Timestamp.from(draft.updatedAt()))
                        .update()
                == 1;
    }

    Optional<UUID> open(PersonId owner, Party party, String itemCode) {
        return jdbc.sql("""
                        select id from filing.draft
                        where owner = :owner and party = :party and item_code = :code and filed_case is null""")
                .param("owner", owner.value())
                .param("party", party.id())
                .param("code", itemCode)
                .query(UUID.class)
                .optional();
    }

    /** Whether the reader may open it is for {@link DraftAccess} to say. */
    Optional<Kept> find(UUID id, PersonId reader) {
        return jdbc.sql("select * from filing.draft where id = :id and (owner = :reader or clerk = :reader)")
                .param("id", id)
                .param("reader", reader.value())
                .query(this::kept)
                .optional();
    }

    /** Held by the running transaction until it ends, so that two windows change it one after the other. */
    Optional<Kept> hold(UUID id, PersonId reader) {
        return jdbc.sql("select * from filing.draft where id = :id and (owner = :reader or clerk = :reader) for update")
                .param("id", id)
                .param("reader", reader.value())
                .query(this::kept)
                .optional();
    }

    void change(Kept draft) {
        jdbc.sql("""
                        update filing.draft
                        set item_version = :itemVersion, item_changed = :itemChanged, version = :version,
                            content = :content, updated_at = :at
                        where id = :id""")
                .param("itemVersion", draft.itemVersion())
                .param("itemChanged", draft.itemChanged())
                .param("version", draft.version())
                .param("content", sealed(draft.id(), draft.content()))
                .param("at", Timestamp.from(draft.updatedAt()))
                .param("id", draft.id())
                .update();
    }

    /** @return false when the draft is not this person's, or filed already */
    boolean attend(UUID id, PersonId owner, Hands hands) {
        return jdbc.sql("""
                        update filing.draft set visit = :visit, clerk = :clerk, clerk_until = :until
                        where id = :id and owner = :owner and filed_case is null""")
                        .param("visit", hands.attended().visit())
                        .param("clerk", hands.attended().clerk().value())
                        .param("until", Timestamp.from(hands.until()))
                        .param("id", id)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    List<Kept> ofVisit(UUID visit) {
        return jdbc.sql("select * from filing.draft where visit = :visit order by updated_at desc")
                .param("visit", visit)
                .query(this::kept)
                .list();
    }

    /** What was signed for an older wish to file is signed no more. */
    void leave(UUID visit) {
        jdbc.sql("""
                        update filing.draft
                        set clerk = null, clerk_until = null, signed_file = null, signed_version = null
                        where visit = :visit""").param("visit", visit).update();
    }

    void sign(UUID id, Draft.Signed signed) {
        jdbc.sql("update filing.draft set signed_file = :file, signed_version = :version where id = :id")
                .param("file", signed.file())
                .param("version", signed.version())
                .param("id", id)
                .update();
    }

    /** What was typed goes with the case; here only the way to the receipt is left. */
    void filed(UUID id, CaseId filed, Instant at) {
        jdbc.sql("""
                        update filing.draft set filed_case = :filed, content = :content, updated_at = :at
                        where id = :id and filed_case is null""")
                .param("filed", filed.value())
                .param("content", sealed(id, DraftContent.EMPTY))
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    boolean delete(UUID id, PersonId owner) {
        return jdbc.sql("delete from filing.draft where id = :id and owner = :owner and filed_case is null")
                        .param("id", id)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    /** Begun and not submitted, and what was uploaded for it. */
    void deleteAllOf(PersonId owner) {
        jdbc.sql("delete from filing.draft where owner = :owner and filed_case is null")
                .param("owner", owner.value())
                .update();
        jdbc.sql("delete from filing.upload where owner = :owner")
                .param("owner", owner.value())
                .update();
    }

    List<Kept> openOf(PersonId owner) {
        return jdbc.sql("""
                        select * from filing.draft where owner = :owner and filed_case is null
                        order by updated_at desc limit 100""").param("owner", owner.value()).query(this::kept).list();
    }

    void uploaded(PersonId owner, UUID file, Instant at) {
        jdbc.sql("""
                        insert into filing.upload (owner, file, uploaded_at) values (:owner, :file, :at)
                        on conflict do nothing""")
                .param("owner", owner.value())
                .param("file", file)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Which of these files this person uploaded. */
    Set<UUID> uploadedBy(PersonId owner, Collection<UUID> files) {
        if (files.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select file from filing.upload where owner = :owner and file in (:files)")
                .param("owner", owner.value())
                .param("files", files)
                .query(UUID.class)
                .list());
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID party = row.getObject("party", UUID.class);
        return new Kept(
                id,
                new PersonId(row.getObject("owner", UUID.class)),
                "FIRM".equals(row.getString("party_kind"))
                        ? new Party.Firm(new FirmId(party))
                        : new Party.Person(new PersonId(party)),
                row.getString("item_code"),
                row.getInt("item_version"),
                row.getBoolean("item_changed"),
                row.getInt("version"),
                json.readValue(cipher.openText(row.getBytes("content"), context(id)), DraftContent.class),
                row.getTimestamp("updated_at").toInstant(),
                Optional.ofNullable(row.getObject("filed_case", UUID.class)).map(CaseId::new),
                hands(row),
                signed(row));
    }

    private static Optional<Hands> hands(ResultSet row) throws SQLException {
        UUID clerk = row.getObject("clerk", UUID.class);
        return clerk == null
                ? Optional.empty()
                : Optional.of(new Hands(
                        new Draft.Attended(row.getObject("visit", UUID.class), new PersonId(clerk)),
                        row.getTimestamp("clerk_until").toInstant()));
    }

    private static Optional<Draft.Signed> signed(ResultSet row) throws SQLException {
        UUID file = row.getObject("signed_file", UUID.class);
        return file == null ? Optional.empty() : Optional.of(new Draft.Signed(file, row.getInt("signed_version")));
    }

    private byte[] sealed(UUID id, DraftContent content) {
        return cipher.seal(json.writeValueAsString(content), context(id));
    }

    private static String context(UUID id) {
        return "filing.draft.content:" + id;
    }
}
