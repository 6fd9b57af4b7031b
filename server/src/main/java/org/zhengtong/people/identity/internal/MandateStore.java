package org.zhengtong.people.identity.internal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Mandate;
import org.zhengtong.people.identity.MandateEnd;
import org.zhengtong.people.identity.MandateKind;
import org.zhengtong.people.identity.MandateNews;
import org.zhengtong.people.identity.MandateProof;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Power;

/** Mandates with their integrity codes. One that was bent outside the program is as good as none, and is logged. */
@Component
class MandateStore {
    private static final Logger LOG = LoggerFactory.getLogger(MandateStore.class);
    private static final String CODE = "identity.mandate";
    private static final String NOTE = "identity.mandate.note:";
    private static final String WORDING = "identity.mandate.wording:";
    private static final String END_NOTE = "identity.mandate.end_note:";

    private final JdbcClient database;
    private final BlindIndex codes;
    private final FieldCipher cipher;

    MandateStore(JdbcClient database, BlindIndex codes, FieldCipher cipher) {
        this.database = database;
        this.codes = codes;
        this.cipher = cipher;
    }

    /**
     * What lies beside a mandate.
     *
     * @param note what a clerk or parent wrote about how it is shown
     * @param scan of the mandate on paper
     */
    record Beside(Optional<String> note, Optional<UUID> scan, Optional<Signed> signed) {
        static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty(), Optional.empty());

        static Beside noted(String note) {
            return new Beside(Optional.of(note), Optional.empty(), Optional.empty());
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Signed(String wording, byte[] digest, byte[] signature) {}

    /** @param whole whether it is as the program wrote it */
    private record Found(Mandate mandate, boolean whole) {}

    void add(Mandate mandate, Beside beside) {
        Optional<Signed> signed = beside.signed();
        database.sql("""
                        insert into identity.mandate
                            (id, principal_kind, principal, agent, kind, powers, items, from_day, until_day, shown_by,
                             stage, note, scan, wording, digest, signature, granted_by, granted_at, integrity)
                        values (:id, :principalKind, :principal, :agent, :kind, string_to_array(:powers, ','),
                            string_to_array(:items, ','), :from, :until, :shownBy, :stage, :note, :scan, :wording,
                            :digest, :signature, :grantedBy, :grantedAt, :integrity)
                        """)
                .param("id", mandate.id())
                .param("principalKind", kind(mandate.principal()))
                .param("principal", mandate.principal().id())
                .param("agent", mandate.agent().value())
                .param("kind", mandate.kind().name())
                .param("powers", powers(mandate))
                .param("items", items(mandate))
                .param("from", mandate.from())
                .param("until", mandate.until().orElse(null))
                .param("shownBy", mandate.proof().name())
                .param("stage", mandate.stage().name())
                .param(
                        "note",
                        beside.note()
                                .map(note -> cipher.seal(note, NOTE + mandate.id()))
                                .orElse(null))
                .param("scan", beside.scan().orElse(null))
                .param(
                        "wording",
                        signed.map(one -> cipher.seal(one.wording(), WORDING + mandate.id()))
                                .orElse(null))
                .param("digest", signed.map(Signed::digest).orElse(null))
                .param("signature", signed.map(Signed::signature).orElse(null))
                .param("grantedBy", mandate.grantedBy())
                .param("grantedAt", Timestamp.from(mandate.grantedAt()))
                .param("integrity", code(mandate))
                .update();
    }

    /**
     * Its stage, its proof and its end; who it is from, to whom and how far stays as it was given.
     *
     * @param before what it is changed from
     * @return false when it was changed meanwhile
     */
    boolean change(Mandate before, Mandate after) {
        return database.sql("""
                        update identity.mandate
                        set stage = :stage, shown_by = :shownBy, granted_by = :grantedBy, ended_why = :why,
                            ended_by = :by, ended_at = :at, integrity = :integrity
                        where id = :id and stage = :before
                        """)
                        .param("stage", after.stage().name())
                        .param("shownBy", after.proof().name())
                        .param("grantedBy", after.grantedBy())
                        .param("why", after.end().map(end -> end.why().name()).orElse(null))
                        .param("by", after.end().map(MandateEnd::by).orElse(null))
                        .param(
                                "at",
                                after.end().map(end -> Timestamp.from(end.at())).orElse(null))
                        .param("integrity", code(after))
                        .param("id", after.id())
                        .param("before", before.stage().name())
                        .update()
                == 1;
    }

    Optional<Mandate> find(UUID id) {
        return whole(database.sql("select * from identity.mandate where id = :id")
                        .param("id", id)
                        .query(this::found)
                        .list())
                .stream()
                .findFirst();
    }

    List<Mandate> heldBy(PersonId agent) {
        return whole(
                database.sql("select * from identity.mandate where agent = :agent order by granted_at desc, id desc")
                        .param("agent", agent.value())
                        .query(this::found)
                        .list());
    }

    List<Mandate> of(Party principal) {
        return whole(database.sql("""
                        select * from identity.mandate
                        where principal = :principal and principal_kind = :kind
                        order by granted_at desc, id desc
                        """)
                .param("principal", principal.id())
                .param("kind", kind(principal))
                .query(this::found)
                .list());
    }

    /** In force on that day, the oldest first. */
    List<Mandate> inForceBy(PersonId agent, LocalDate today) {
        return inForce("agent = :id", agent.value(), today);
    }

    List<Mandate> inForceFor(UUID principal, LocalDate today) {
        return inForce("principal = :id", principal, today);
    }

    private List<Mandate> inForce(String whose, UUID id, LocalDate today) {
        return whole(database.sql("""
                        select * from identity.mandate
                        where %s and stage = 'GIVEN' and from_day <= :today
                            and (until_day is null or until_day >= :today)
                        order by granted_at, id
                        """.formatted(whose))
                .param("id", id)
                .param("today", today)
                .query(this::found)
                .list());
    }

    List<Mandate> asked(int most) {
        return whole(database.sql("""
                        select * from identity.mandate where stage = 'ASKED' order by granted_at, id limit :most
                        """).param("most", most).query(this::found).list());
    }

    /** Those given of which this has not been told, with a first or last day between two. */
    List<Mandate> untold(MandateNews.What what, LocalDate from, LocalDate to, int most) {
        String day = what == MandateNews.What.BEGUN ? "from_day" : "until_day";
        return whole(database.sql("""
                        select * from identity.mandate given
                        where stage = 'GIVEN' and %s between :from and :to
                            and not exists (
                                select from identity.mandate_notice told
                                where told.mandate = given.id and told.what = :what)
                        order by granted_at, id
                        limit :most
                        """.formatted(day))
                .param("from", from)
                .param("to", to)
                .param("what", what.name())
                .param("most", most)
                .query(this::found)
                .list());
    }

    /** @return false when it was told before */
    boolean told(UUID mandate, MandateNews.What what, Instant at) {
        return database.sql("""
                        insert into identity.mandate_notice (mandate, what, at) values (:mandate, :what, :at)
                        on conflict do nothing
                        """)
                        .param("mandate", mandate)
                        .param("what", what.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Beside> beside(UUID id) {
        return database.sql("select note, scan, wording, digest, signature from identity.mandate where id = :id")
                .param("id", id)
                .query((row, _) -> new Beside(
                        Optional.ofNullable(row.getBytes("note")).map(bytes -> cipher.openText(bytes, NOTE + id)),
                        Optional.ofNullable(row.getObject("scan", UUID.class)),
                        Optional.ofNullable(row.getBytes("wording"))
                                .map(bytes -> new Signed(
                                        cipher.openText(bytes, WORDING + id),
                                        Objects.requireNonNull(bytes(row, "digest")),
                                        Objects.requireNonNull(bytes(row, "signature"))))))
                .optional();
    }

    /** What was shown when it was ended early. */
    void noteEnd(UUID id, String note) {
        database.sql("update identity.mandate set end_note = :note where id = :id")
                .param("note", cipher.seal(note, END_NOTE + id))
                .param("id", id)
                .update();
    }

    Optional<String> noteOfEnd(UUID id) {
        return database.sql("select end_note from identity.mandate where id = :id and end_note is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(bytes -> cipher.openText(bytes, END_NOTE + id));
    }

    /** Those that were never in force leave nothing behind. */
    void deleteOffersTo(PersonId agent) {
        database.sql("""
                        delete from identity.mandate
                        where agent = :agent and (stage in ('ASKED', 'OFFERED') or ended_why in ('DECLINED', 'NOT_SHOWN'))
                        """).param("agent", agent.value()).update();
    }

    /** Gives every row from before there were codes its own, once; see {@link FirstMandates}. */
    void sealThoseWithout() {
        List<Mandate> bare =
                database
                        .sql("select * from identity.mandate where integrity is null")
                        .query(this::found)
                        .list()
                        .stream()
                        .map(Found::mandate)
                        .toList();
        for (Mandate mandate : bare) {
            database.sql("update identity.mandate set integrity = :integrity where id = :id and integrity is null")
                    .param("integrity", code(mandate))
                    .param("id", mandate.id())
                    .update();
        }
    }

    private static List<Mandate> whole(List<Found> found) {
        return found.stream()
                .filter(one -> {
                    if (!one.whole()) {
                        LOG.error(
                                "The mandate {} is not as the program wrote it and gives no power",
                                one.mandate().id());
                    }
                    return one.whole();
                })
                .map(Found::mandate)
                .toList();
    }

    private byte[] code(Mandate mandate) {
        return codes.of(
                String.join(
                        "\n",
                        mandate.id().toString(),
                        kind(mandate.principal()),
                        mandate.principal().id().toString(),
                        mandate.agent().value().toString(),
                        mandate.kind().name(),
                        powers(mandate),
                        items(mandate),
                        mandate.from().toString(),
                        mandate.until().map(LocalDate::toString).orElse(""),
                        mandate.proof().name(),
                        mandate.stage().name(),
                        mandate.grantedBy()),
                CODE);
    }

    private Found found(ResultSet row, int at) throws SQLException {
        UUID principal = row.getObject("principal", UUID.class);
        String why = row.getString("ended_why");
        Mandate mandate = new Mandate(
                row.getObject("id", UUID.class),
                "FIRM".equals(row.getString("principal_kind"))
                        ? new Party.Firm(new FirmId(principal))
                        : new Party.Person(new PersonId(principal)),
                new PersonId(row.getObject("agent", UUID.class)),
                MandateKind.valueOf(row.getString("kind")),
                new MandateScope(
                        texts(row, "powers").stream().map(Power::valueOf).collect(Collectors.toSet()),
                        texts(row, "items")),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                MandateProof.valueOf(row.getString("shown_by")),
                Mandate.Stage.valueOf(row.getString("stage")),
                row.getString("granted_by"),
                row.getTimestamp("granted_at").toInstant(),
                why == null
                        ? Optional.empty()
                        : Optional.of(new MandateEnd(
                                MandateEnd.Why.valueOf(why),
                                row.getString("ended_by"),
                                row.getTimestamp("ended_at").toInstant())));
        byte @Nullable [] kept = row.getBytes("integrity");
        return new Found(mandate, kept != null && MessageDigest.isEqual(kept, code(mandate)));
    }

    private static byte @Nullable [] bytes(ResultSet row, String column) {
        try {
            return row.getBytes(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static String kind(Party party) {
        return party instanceof Party.Firm ? "FIRM" : "PERSON";
    }

    private static String powers(Mandate mandate) {
        return mandate.scope().powers().stream().map(Power::name).sorted().collect(Collectors.joining(","));
    }

    private static String items(Mandate mandate) {
        return String.join(",", mandate.scope().items());
    }
}
