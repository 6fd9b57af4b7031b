package org.zhengtong.services.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Extension;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.cases.JointOrder;
import org.zhengtong.services.cases.JointReceipt;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import tools.jackson.databind.json.JsonMapper;

/** Joint cases and their parts in the database. */
@Component
class JointStore {
    private final JdbcClient sql;
    private final CaseSeals seals;
    private final JsonMapper json;

    JointStore(JdbcClient sql, CaseSeals seals, JsonMapper json) {
        this.sql = sql;
        this.seals = seals;
        this.json = json;
    }

    /** What is filed for a part, sealed until it can begin. */
    record Content(
            Map<String, String> situations,
            Map<String, String> answers,
            List<CaseSeals.Entry> materials,
            Map<String, ItemCode> receives,
            Map<String, JointOrder.FromResult> answered) {
        static Content of(JointOrder.Part part) {
            return new Content(
                    part.situations(),
                    part.answers(),
                    part.materials().stream().map(CaseSeals.Entry::of).toList(),
                    part.receives(),
                    part.answered());
        }
    }

    /** @return nothing when the key has been used */
    Optional<JointReceipt> insert(UUID id, JointOrder order, String receiptNumber, String applicantName, Instant at) {
        return sql.sql("""
                        insert into cases.joint_case (
                            id, filing_key, receipt_number, bundle, bundle_version, name, lead_body, lead_body_name,
                            applicant_kind, applicant, applicant_name, agent, channel, filed_at)
                        values (:id, :key, :receipt, :bundle, :version, :name, :lead, :leadName,
                            :kind, :applicant, :applicantName, :agent, :channel, :at)
                        on conflict (filing_key) do nothing returning receipt_number
                        """)
                .param("id", id)
                .param("key", order.key())
                .param("receipt", receiptNumber)
                .param("bundle", order.bundle().code())
                .param("version", order.bundle().version())
                .param("name", order.bundle().name())
                .param("lead", order.leadBody())
                .param("leadName", order.leadBodyName())
                .param("kind", order.applicant() instanceof Party.Firm ? "FIRM" : "PERSON")
                .param("applicant", order.applicant().id())
                .param("applicantName", seals.sealName(id, applicantName))
                .param("agent", order.agent().value())
                .param("channel", order.channel().name())
                .param("at", CaseRows.at(at))
                .query(String.class)
                .optional()
                .map(number -> new JointReceipt(id, number, at));
    }

    void insert(UUID joint, int position, JointOrder.Part part) {
        sql.sql("""
                        insert into cases.joint_part (
                            joint, position, item, item_version, item_name, body, body_name, waits_for, content)
                        values (:joint, :position, :item, :version, :name, :body, :bodyName, :waitsFor, :content)
                        """)
                .param("joint", joint)
                .param("position", position)
                .param("item", part.item().code().value())
                .param("version", part.item().version())
                .param("name", part.item().name())
                .param("body", part.item().bodyUscc())
                .param("bodyName", part.item().bodyName())
                .param("waitsFor", part.waitsFor().stream().map(ItemCode::value).toArray(String[]::new))
                .param("content", seals.sealPart(joint, position, Content.of(part)))
                .update();
    }

    Optional<JointReceipt> given(UUID key) {
        return sql.sql("select id, receipt_number, filed_at from cases.joint_case where filing_key = :key")
                .param("key", key)
                .query((row, _) -> new JointReceipt(
                        row.getObject("id", UUID.class),
                        row.getString("receipt_number"),
                        CaseRows.instant(row, "filed_at")))
                .optional();
    }

    /** In whose name the parts are filed, and how. */
    record Filer(Party applicant, PersonId agent, Channel channel) {}

    /**
     * Held until the transaction ends: two parts granted at once start what waits for both only once, and surely. Not
     * against those who merely refer to it, as each of the two does by then: they would wait for each other.
     */
    Filer hold(UUID joint) {
        return sql.sql("""
                        select applicant_kind, applicant, agent, channel
                        from cases.joint_case where id = :id for no key update
                        """)
                .param("id", joint)
                .query((row, _) -> new Filer(
                        CaseRows.applicant(row),
                        new PersonId(row.getObject("agent", UUID.class)),
                        Channel.valueOf(row.getString("channel"))))
                .single();
    }

    /** A part that has not been filed. */
    record Waiting(int position, ItemCode item, int version, Set<ItemCode> waitsFor, Content content) {}

    List<Waiting> waiting(UUID joint) {
        return sql.sql("""
                        select position, item, item_version, waits_for, content
                        from cases.joint_part where joint = :joint and filed is null order by position
                        """)
                .param("joint", joint)
                .query((row, _) -> new Waiting(
                        row.getInt("position"),
                        new ItemCode(row.getString("item")),
                        row.getInt("item_version"),
                        codes(row),
                        seals.part(joint, row.getInt("position"), row.getBytes("content"))))
                .list();
    }

    /** The cases of the parts that are granted, by item. */
    Map<ItemCode, UUID> granted(UUID joint) {
        return sql
                .sql("""
                        select p.item, c.id
                        from cases.joint_part p join cases.case_file c on c.id = p.filed
                        where p.joint = :joint and c.outcome = 'GRANTED'
                        """)
                .param("joint", joint)
                .query((row, _) -> Map.entry(new ItemCode(row.getString("item")), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void filed(UUID joint, int position, CaseId filed) {
        sql.sql("update cases.joint_part set filed = :filed where joint = :joint and position = :position")
                .param("filed", filed.value())
                .param("joint", joint)
                .param("position", position)
                .update();
    }

    /** Another body goes on with the part, in a case of its own. */
    void handedOver(UUID joint, CaseId before, CaseId after, ServiceItem item) {
        sql.sql("""
                        update cases.joint_part set filed = :after, body = :body, body_name = :bodyName
                        where joint = :joint and filed = :before
                        """)
                .param("after", after.value())
                .param("body", item.bodyUscc())
                .param("bodyName", item.bodyName())
                .param("joint", joint)
                .param("before", before.value())
                .update();
    }

    /** @return false when it has been extended before */
    boolean extend(UUID joint, Extension extension, String words) {
        return sql.sql("""
                        update cases.joint_case set extension = :extension::jsonb, extension_words = :words
                        where id = :id and extension is null
                        """)
                        .param("extension", json.writeValueAsString(extension))
                        .param("words", seals.sealReason(joint, words), Types.BINARY)
                        .param("id", joint)
                        .update()
                == 1;
    }

    /** A joint case with its parts; {@code acceptedOn} is the first acceptance. */
    record Kept(JointFile file, Optional<LocalDate> acceptedOn) {}

    Optional<Kept> find(UUID id) {
        return kept("j.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Kept> of(Collection<UUID> parties) {
        return kept("j.applicant in (:parties)", Map.of("parties", parties));
    }

    private record Row(UUID id, JointFile head, JointFile.Part part, Optional<LocalDate> acceptedOn) {}

    private List<Kept> kept(String which, Map<String, ?> values) {
        List<Row> rows = sql.sql("""
                        select j.*, p.item, p.item_name, p.body, p.body_name, p.waits_for,
                            c.id as case_id, c.receipt_number as case_receipt, c.state, c.outcome, c.due, c.accepted_on
                        from cases.joint_case j
                        join cases.joint_part p on p.joint = j.id
                        left join cases.case_file c on c.id = p.filed
                        where %s
                        order by j.filed_at desc, j.id, p.position
                        """.formatted(which))
                .params(values)
                .query((row, _) -> row(row))
                .list();
        return rows.stream().map(Row::id).distinct().map(id -> kept(id, rows)).toList();
    }

    private static Kept kept(UUID id, List<Row> all) {
        List<Row> rows = all.stream().filter(row -> row.id().equals(id)).toList();
        JointFile head = rows.getFirst().head();
        return new Kept(
                new JointFile(
                        head.id(),
                        head.receiptNumber(),
                        head.bundle(),
                        head.name(),
                        head.leadBody(),
                        head.leadBodyName(),
                        head.applicant(),
                        head.applicantName(),
                        head.filedAt(),
                        Optional.empty(),
                        head.extension(),
                        head.extensionReason(),
                        rows.stream().map(Row::part).toList(),
                        List.of()),
                rows.stream().flatMap(row -> row.acceptedOn().stream()).min(LocalDate::compareTo));
    }

    private Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<JointFile.Filed> filed = filed(row);
        return new Row(
                id,
                new JointFile(
                        id,
                        row.getString("receipt_number"),
                        row.getString("bundle"),
                        row.getString("name"),
                        row.getString("lead_body"),
                        row.getString("lead_body_name"),
                        CaseRows.applicant(row),
                        seals.name(id, row.getBytes("applicant_name")),
                        CaseRows.instant(row, "filed_at"),
                        Optional.empty(),
                        Optional.ofNullable(row.getString("extension"))
                                .map(text -> json.readValue(text, Extension.class)),
                        Optional.ofNullable(row.getBytes("extension_words")).map(words -> seals.reason(id, words)),
                        List.of(),
                        List.of()),
                new JointFile.Part(
                        new ItemCode(row.getString("item")),
                        row.getString("item_name"),
                        row.getString("body"),
                        row.getString("body_name"),
                        codes(row),
                        filed.map(JointStore::stage).orElse(JointFile.Stage.WAITING),
                        filed,
                        List.of()),
                Optional.ofNullable(row.getObject("accepted_on", LocalDate.class)));
    }

    private static Optional<JointFile.Filed> filed(ResultSet row) throws SQLException {
        UUID id = row.getObject("case_id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new JointFile.Filed(
                        new CaseId(id),
                        row.getString("case_receipt"),
                        CaseState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                        Optional.ofNullable(row.getObject("due", LocalDate.class))));
    }

    private static JointFile.Stage stage(JointFile.Filed filed) {
        if (filed.outcome().filter(Outcome.GRANTED::equals).isPresent()) {
            return JointFile.Stage.GRANTED;
        }
        return filed.state().isOpen() ? JointFile.Stage.UNDER_WAY : JointFile.Stage.WITHOUT_RESULT;
    }

    private static Set<ItemCode> codes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("waits_for").getArray())
                .map(ItemCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
