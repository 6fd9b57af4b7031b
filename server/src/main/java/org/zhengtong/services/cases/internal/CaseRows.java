package org.zhengtong.services.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Deferral;
import org.zhengtong.services.cases.Extension;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.Pause;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.cases.Renewal;
import org.zhengtong.services.cases.SignOff;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ItemCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the rows of cases and steps mean. */
@Component
class CaseRows {
    /** What {@link #standing} reads, for those who need nothing that is sealed. */
    static final String STANDING = """
            state, received_on, prechecked_on, correction_asked_on, correction_until, accepted_on, decided_on, outcome,
            delivered_on, pauses, planned, extension, deferred, signed, opinions, renewal
            """;

    /** What is open. Written out, because a partial index is used only for a condition that is seen to imply its own. */
    static final String OPEN = Arrays.stream(CaseState.values())
            .filter(CaseState::isOpen)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "state in (", ")"));

    /** Of those whose cases are read for some items only, the cases of these; see {@link org.zhengtong.people.identity.Reach}. */
    static final String WITHIN_REACH = "(applicant in (:whole) or applicant::text || ' ' || item in (:parts))";

    private static final TypeReference<List<Pause>> PAUSES = new TypeReference<>() {};
    private static final TypeReference<List<Deferral>> DEFERRED = new TypeReference<>() {};
    private static final TypeReference<List<SignOff>> SIGNED = new TypeReference<>() {};
    private static final TypeReference<List<AskedOpinion>> OPINIONS = new TypeReference<>() {};

    private final CaseSeals seals;
    private final CaseClocks clocks;
    private final JsonMapper json;

    CaseRows(CaseSeals seals, CaseClocks clocks, JsonMapper json) {
        this.seals = seals;
        this.clocks = clocks;
        this.json = json;
    }

    CaseFile file(ResultSet row, List<CaseStep> steps, LocalDate today) throws SQLException {
        CaseStanding standing = standing(row);
        int statutory = row.getInt("statutory_days");
        int promised = row.getInt("promised_days");
        UUID id = row.getObject("id", UUID.class);
        CaseSeals.Content content = seals.content(id, row.getBytes("content"));
        return new CaseFile(
                new CaseId(id),
                row.getLong("version"),
                row.getString("case_number"),
                row.getString("receipt_number"),
                new ItemCode(row.getString("item")),
                row.getInt("item_version"),
                row.getString("item_name"),
                row.getString("body"),
                row.getString("body_name"),
                applicant(row),
                seals.name(id, row.getBytes("applicant_name")),
                new PersonId(row.getObject("agent", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                instant(row, "filed_at"),
                standing,
                statutory,
                promised,
                Optional.ofNullable(row.getObject("assignee", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getString("assignee_name")),
                content.situations(),
                content.answers(),
                content.handedIn(),
                Optional.ofNullable(row.getObject("licence", UUID.class)),
                Optional.ofNullable(row.getObject("joint", UUID.class)),
                steps,
                clocks.of(standing, statutory, promised, today));
    }

    CaseStanding standing(ResultSet row) throws SQLException {
        return new CaseStanding(
                CaseState.valueOf(row.getString("state")),
                row.getObject("received_on", LocalDate.class),
                day(row, "prechecked_on"),
                day(row, "correction_asked_on"),
                day(row, "correction_until"),
                day(row, "accepted_on"),
                day(row, "decided_on"),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                day(row, "delivered_on"),
                json.readValue(row.getString("pauses"), PAUSES),
                Optional.ofNullable(row.getString("planned")).map(text -> json.readValue(text, PlannedProcedure.class)),
                Optional.ofNullable(row.getString("extension")).map(text -> json.readValue(text, Extension.class)),
                json.readValue(row.getString("deferred"), DEFERRED),
                json.readValue(row.getString("signed"), SIGNED),
                json.readValue(row.getString("opinions"), OPINIONS),
                Optional.ofNullable(row.getString("renewal")).map(text -> json.readValue(text, Renewal.class)));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    CaseStep step(CaseId id, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return seals.detail(id.value(), number, row.getBytes("detail"))
                .step(
                        number,
                        instant(row, "at"),
                        StepKind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        Optional.ofNullable(row.getString("document")));
    }

    static Party applicant(ResultSet row) throws SQLException {
        UUID id = row.getObject("applicant", UUID.class);
        return "FIRM".equals(row.getString("applicant_kind"))
                ? new Party.Firm(new FirmId(id))
                : new Party.Person(new PersonId(id));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
