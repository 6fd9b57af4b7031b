package org.zhengtong.services.cases.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.Deferral;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.cases.Renewal;
import org.zhengtong.services.cases.StepKind;
import tools.jackson.databind.json.JsonMapper;

/** Cases and their steps in the database. */
@Component
class CaseStore {
    private final JdbcClient sql;
    private final CaseSeals seals;
    private final CaseRows rows;
    private final JsonMapper json;

    CaseStore(JdbcClient sql, CaseSeals seals, CaseRows rows, JsonMapper json) {
        this.sql = sql;
        this.seals = seals;
        this.rows = rows;
        this.json = json;
    }

    /** What is new about a case at its filing, besides the order. */
    record Filing(
            UUID id,
            String receiptNumber,
            String applicantName,
            LocalDate due,
            Instant at,
            Map<String, String> facts,
            Optional<UUID> joint,
            Optional<Renewal> renewal) {}

    /**
     * The case with its number and its first step, in one statement.
     *
     * @return nothing when the key has been used
     */
    Optional<Receipt> insert(FilingOrder order, Filing filing) {
        LocalDate day = LocalDate.ofInstant(filing.at(), Page.ZONE);
        return sql.sql("""
                        with filed as (
                            insert into cases.case_file (
                                id, filing_key, case_number, receipt_number, item, item_version, item_name,
                                body, body_name, applicant_kind, applicant, applicant_name, agent, channel,
                                filed_at, content, statutory_days, promised_days, state, received_on, due, due_days, joint,
                                renewal, renewal_until)
                            select :id, :key, :item || :day || lpad(n, greatest(6, length(n)), '0'), :receipt,
                                :item, :itemVersion, :itemName, :body, :bodyName, :applicantKind, :applicant,
                                :applicantName, :agent, :channel, :at, :content, :statutory, :promised,
                                'SUBMITTED', :receivedOn, :due, :dueDays, :joint, :renewal::jsonb, :renewalUntil
                            from (select nextval('cases.case_number')::text as n) as drawn
                            on conflict (filing_key) do nothing
                            returning id, case_number),
                        stepped as (
                            insert into cases.step (case_id, number, at, kind, actor, detail)
                            select id, 1, :at, 'FILED', :actor, :detail from filed)
                        select case_number from filed
                        """)
                .param("id", filing.id())
                .param("key", order.key())
                .param("item", order.item().code().value())
                .param("day", day.format(DateTimeFormatter.BASIC_ISO_DATE))
                .param("receipt", filing.receiptNumber())
                .param("itemVersion", order.item().version())
                .param("itemName", order.item().name())
                .param("body", order.item().bodyUscc())
                .param("bodyName", order.item().bodyName())
                .param("applicantKind", order.applicant() instanceof Party.Firm ? "FIRM" : "PERSON")
                .param("applicant", order.applicant().id())
                .param("applicantName", seals.sealName(filing.id(), filing.applicantName()))
                .param("agent", order.agent().value())
                .param("channel", order.channel().name())
                .param("at", CaseRows.at(filing.at()))
                .param("content", seals.seal(filing.id(), CaseSeals.Content.of(order)))
                .param("statutory", order.item().statutoryDays())
                .param("promised", order.item().promisedDays())
                .param("receivedOn", day)
                .param("due", filing.due())
                .param("dueDays", CaseRules.DAYS_TO_ACCEPT)
                .param("joint", filing.joint().orElse(null), Types.OTHER)
                .param("renewal", document(filing.renewal()), Types.VARCHAR)
                .param(
                        "renewalUntil",
                        filing.renewal()
                                .filter(Renewal::isInTime)
                                .map(Renewal::until)
                                .orElse(null),
                        Types.DATE)
                .param("actor", "person:" + order.agent().value())
                .param(
                        "detail",
                        seals.seal(
                                filing.id(),
                                1,
                                CaseSeals.Detail.plain(filing.applicantName()).with(filing.facts())))
                .query(String.class)
                .optional()
                .map(number -> new Receipt(new CaseId(filing.id()), number, filing.receiptNumber(), filing.at()));
    }

    /**
     * The receipt given for a key, with what it was given for.
     *
     * @param untouched whether nothing was handed in or decided since
     */
    record Given(Receipt receipt, UUID applicant, String item, CaseSeals.Content content, boolean untouched) {
        boolean isFor(FilingOrder order) {
            return applicant.equals(order.applicant().id())
                    && item.equals(order.item().code().value())
                    && (!untouched || content.equals(CaseSeals.Content.of(order)));
        }
    }

    Optional<Given> given(UUID key) {
        return sql.sql("""
                        select id, case_number, receipt_number, filed_at, applicant, item, content, version
                        from cases.case_file where filing_key = :key
                        """)
                .param("key", key)
                .query((row, _) -> new Given(
                        new Receipt(
                                new CaseId(row.getObject("id", UUID.class)),
                                row.getString("case_number"),
                                row.getString("receipt_number"),
                                CaseRows.instant(row, "filed_at")),
                        row.getObject("applicant", UUID.class),
                        row.getString("item"),
                        seals.content(row.getObject("id", UUID.class), row.getBytes("content")),
                        row.getLong("version") == 1))
                .optional();
    }

    Optional<CaseFile> find(CaseId id, LocalDate today) {
        return sql.sql("select * from cases.case_file where id = :id")
                .param("id", id.value())
                .query((row, _) -> rows.file(row, steps(id), today))
                .optional();
    }

    /** The steps of several cases, in the order in which they happened. */
    List<Map.Entry<CaseId, CaseStep>> stepsOf(Collection<CaseId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("""
                        select case_id, number, at, kind, actor, detail, document
                        from cases.step where case_id in (:ids) order by at, case_id, number
                        """)
                        .param("ids", ids.stream().map(CaseId::value).toList())
                        .query((row, _) -> {
                            CaseId id = new CaseId(row.getObject("case_id", UUID.class));
                            return Map.entry(id, rows.step(id, row));
                        })
                        .list();
    }

    private List<CaseStep> steps(CaseId id) {
        return sql.sql("""
                        select number, at, kind, actor, detail, document
                        from cases.step where case_id = :id order by number
                        """)
                .param("id", id.value())
                .query((row, _) -> rows.step(id, row))
                .list();
    }

    /** How a case stands after a command; {@code content} only when the applicant handed in something new. */
    record Change(
            CaseFile before,
            CaseStanding standing,
            Optional<DueDate> pressing,
            Optional<PersonId> assignee,
            Optional<String> assigneeName,
            Optional<CaseSeals.Content> content,
            Optional<Integer> tookDays) {
        /** The case as it stands when this is written, before its steps. */
        CaseFile after(List<DueDate> clocks) {
            return before.with(now -> {
                now.version = before.version() + 1;
                now.standing = standing;
                now.assignee = assignee;
                now.assigneeName = assigneeName;
                now.situations = content.map(CaseSeals.Content::situations).orElse(before.situations());
                now.answers = content.map(CaseSeals.Content::answers).orElse(before.answers());
                now.materials = content.map(CaseSeals.Content::handedIn).orElse(before.materials());
                now.clocks = clocks;
            });
        }
    }

    /** @return false when somebody else changed the case since it was read */
    boolean update(Change change) {
        CaseFile before = change.before();
        CaseStanding standing = change.standing();
        UUID id = before.id().value();
        return sql.sql("""
                        update cases.case_file set
                            version = version + 1, state = :state, received_on = :receivedOn,
                            correction_asked_on = :askedOn, correction_until = :until, accepted_on = :acceptedOn,
                            decided_on = :decidedOn, outcome = :outcome, pauses = :pauses::jsonb,
                            prechecked_on = :precheckedOn, delivered_on = :deliveredOn,
                            planned = :planned::jsonb, planned_from = :plannedFrom,
                            extension = :extension::jsonb, deferred = :deferred::jsonb,
                            deferral_until = :deferralUntil, signed = :signed::jsonb,
                            opinions = :opinions::jsonb, asked_bodies = :askedBodies,
                            due = :due, due_days = :dueDays, assignee = :assignee, assignee_name = :assigneeName,
                            content = coalesce(:content, content),
                            took_days = coalesce(:took, took_days),
                            in_time = coalesce(:took <= promised_days, in_time)
                        where id = :id and version = :version
                        """)
                        .param("state", standing.state().name())
                        .param("receivedOn", standing.receivedOn())
                        .param("askedOn", standing.correctionAskedOn().orElse(null), Types.DATE)
                        .param("until", standing.correctionUntil().orElse(null), Types.DATE)
                        .param("acceptedOn", standing.acceptedOn().orElse(null), Types.DATE)
                        .param("decidedOn", standing.decidedOn().orElse(null), Types.DATE)
                        .param("outcome", standing.outcome().map(Enum::name).orElse(null), Types.VARCHAR)
                        .param("pauses", json.writeValueAsString(standing.pauses()))
                        .param("precheckedOn", standing.precheckedOn().orElse(null), Types.DATE)
                        .param("deliveredOn", standing.deliveredOn().orElse(null), Types.DATE)
                        .param("planned", document(standing.planned()), Types.VARCHAR)
                        .param(
                                "plannedFrom",
                                standing.planned().map(PlannedProcedure::from).orElse(null),
                                Types.DATE)
                        .param("extension", document(standing.extension()), Types.VARCHAR)
                        .param("deferred", json.writeValueAsString(standing.deferred()))
                        .param("signed", json.writeValueAsString(standing.signed()))
                        .param("opinions", json.writeValueAsString(standing.opinions()))
                        .param("askedBodies", askedBodies(standing))
                        .param("deferralUntil", firstAwaited(standing), Types.DATE)
                        .param("due", change.pressing().flatMap(DueDate::due).orElse(null), Types.DATE)
                        .param("dueDays", change.pressing().map(DueDate::days).orElse(null), Types.INTEGER)
                        .param(
                                "assignee",
                                change.assignee().map(PersonId::value).orElse(null),
                                Types.OTHER)
                        .param("assigneeName", change.assigneeName().orElse(null), Types.VARCHAR)
                        .param(
                                "content",
                                change.content()
                                        .map(content -> seals.seal(id, content))
                                        .orElse(null),
                                Types.BINARY)
                        .param("took", change.tookDays().orElse(null), Types.INTEGER)
                        .param("id", id)
                        .param("version", before.version())
                        .update()
                == 1;
    }

    /** This member of staff is given the case no more. */
    void recuse(CaseId id, PersonId staff) {
        sql.sql("update cases.case_file set recused = recused || :staff where id = :id")
                .param("staff", staff.value())
                .param("id", id.value())
                .update();
    }

    void setLicence(CaseId id, UUID licence) {
        sql.sql("update cases.case_file set licence = :licence where id = :id")
                .param("licence", licence)
                .param("id", id.value())
                .update();
    }

    CaseStep append(
            CaseId id,
            int number,
            StepKind kind,
            Instant moment,
            String actor,
            CaseSeals.Detail detail,
            Optional<String> document) {
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        sql.sql("""
                        insert into cases.step (case_id, number, at, kind, actor, detail, document)
                        values (:id, :number, :at, :kind, :actor, :detail, :document)
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("at", CaseRows.at(at))
                .param("kind", kind.name())
                .param("actor", actor)
                .param("detail", seals.seal(id.value(), number, detail))
                .param("document", document.orElse(null), Types.VARCHAR)
                .update();
        return detail.step(number, at, kind, actor, document);
    }

    /** A step of the program's own, behind the last one and dated no earlier. */
    void appendNext(CaseId id, StepKind kind, Instant now, Map<String, String> facts) {
        Last last = sql.sql("select number, at from cases.step where case_id = :id order by number desc limit 1")
                .param("id", id.value())
                .query((row, _) -> new Last(row.getInt("number"), CaseRows.instant(row, "at")))
                .single();
        append(
                id,
                last.number() + 1,
                kind,
                last.at().isAfter(now) ? last.at() : now,
                Actor.SYSTEM.id(),
                CaseSeals.Detail.plain("").with(facts),
                Optional.empty());
    }

    private record Last(int number, Instant at) {}

    /** The next number of a kind of document of a body in a year; without gaps, because it is drawn in the transaction. */
    int nextDocument(String body, String kind, int year) {
        return sql.sql("""
                        insert into cases.document_number as numbers (body, kind, year, last)
                        values (:body, :kind, :year, 1)
                        on conflict (body, kind, year) do update set last = numbers.last + 1
                        returning last
                        """)
                .param("body", body)
                .param("kind", kind)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private @Nullable String document(Optional<?> part) {
        return part.map(json::writeValueAsString).orElse(null);
    }

    /** While the case is open: nothing is awaited of one that has ended. */
    private static @Nullable LocalDate firstAwaited(CaseStanding standing) {
        return standing.awaited().stream()
                .filter(_ -> standing.state().isOpen())
                .map(Deferral::until)
                .findFirst()
                .orElse(null);
    }

    /** Bodies whose opinion is awaited of an open case: what their inbox is found by. */
    private static String[] askedBodies(CaseStanding standing) {
        return standing.opinions().stream()
                .filter(one -> standing.state().isOpen() && one.agrees().isEmpty())
                .map(AskedOpinion::body)
                .toArray(String[]::new);
    }
}
