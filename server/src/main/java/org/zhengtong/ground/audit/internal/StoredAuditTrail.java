package org.zhengtong.ground.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.BrokenLeaf.Fault;
import org.zhengtong.ground.audit.Leaf;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class StoredAuditTrail implements AuditTrail {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Checkpoints checkpoints;
    private final TransactionTemplate reading;

    StoredAuditTrail(
            JdbcClient sql, JsonMapper json, Checkpoints checkpoints, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.json = json;
        this.checkpoints = checkpoints;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public List<Leaf> find(AuditQuestion question) {
        return sql.sql("""
                        select sequence, subject, subject_sequence, digest, action, actor, at, facts
                          from audit.leaf
                         where (cast(:subject as uuid) is null or subject = :subject)
                           and (cast(:action as text) is null or action = :action)
                           and (cast(:room as text) is null or starts_with(action, :room))
                           and (cast(:actor as text) is null or actor = :actor)
                           and (cast(:since as timestamptz) is null or at >= :since)
                           and (cast(:until as timestamptz) is null or at < :until)
                           and (cast(:before as bigint) is null or sequence < :before)
                         order by sequence desc
                         limit :most
                        """)
                .param("subject", question.subject().orElse(null))
                .param(
                        "action",
                        question.action()
                                .filter(action -> !action.endsWith("."))
                                .orElse(null))
                .param(
                        "room",
                        question.action().filter(action -> action.endsWith(".")).orElse(null))
                .param("actor", question.actor().orElse(null))
                .param("since", question.since().map(Timestamp::from).orElse(null))
                .param("until", question.until().map(Timestamp::from).orElse(null))
                .param("before", question.before().orElse(null))
                .param("most", question.most())
                .query((row, _) -> leaf(row))
                .list();
    }

    @Override
    public Optional<BrokenLeaf> verify(UUID subject) {
        return firstBroken(sql.sql("""
                        select sequence, subject, subject_sequence, previous, digest, action, actor, at, facts
                          from audit.leaf
                         where subject = :subject
                         order by subject_sequence
                        """).param("subject", subject).withFetchSize(ROWS_AT_ONCE));
    }

    @Override
    public Optional<BrokenLeaf> verifyAll() {
        return brokenChain().or(this::notAsPublished);
    }

    private Optional<BrokenLeaf> notAsPublished() {
        return checkpoints.difference().stream()
                .mapToObj(place -> new BrokenLeaf(Losses.LOG, place, Fault.NOT_AS_PUBLISHED))
                .findFirst();
    }

    private Optional<BrokenLeaf> brokenChain() {
        return firstBroken(sql.sql("""
                                select sequence, subject, subject_sequence, previous, digest, action, actor, at, facts
                                  from audit.leaf
                                 order by subject, subject_sequence
                                """).withFetchSize(ROWS_AT_ONCE));
    }

    /** PostgreSQL hands out rows in portions only within a transaction. */
    private Optional<BrokenLeaf> firstBroken(JdbcClient.StatementSpec leaves) {
        return reading.execute(_ -> {
            try (Stream<Link> links = leaves.query((row, _) -> link(row)).stream()) {
                return firstBroken(links.iterator());
            }
        });
    }

    private static Optional<BrokenLeaf> firstBroken(Iterator<Link> links) {
        Optional<Leaf> before = Optional.empty();
        while (links.hasNext()) {
            Link link = links.next();
            Leaf leaf = link.leaf();
            Optional<Leaf> previous = before.filter(last -> last.subject().equals(leaf.subject()));
            Optional<Fault> fault = fault(link, previous);
            if (fault.isPresent()) {
                return Optional.of(new BrokenLeaf(leaf.subject(), leaf.subjectSequence(), fault.get()));
            }
            before = Optional.of(leaf);
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(Link link, Optional<Leaf> before) {
        Leaf leaf = link.leaf();
        byte[] previous = HexFormat.of().parseHex(link.previous());
        byte[] digest = Chain.digest(
                leaf.subject(), leaf.subjectSequence(), previous, leaf.action(), leaf.actor(), leaf.at(), leaf.facts());
        if (leaf.subjectSequence() != before.map(Leaf::subjectSequence).orElse(0L) + 1) {
            return Optional.of(Fault.MISSING);
        }
        if (!Arrays.equals(digest, HexFormat.of().parseHex(leaf.digest()))) {
            return Optional.of(Fault.CHANGED);
        }
        byte[] expected =
                before.map(last -> HexFormat.of().parseHex(last.digest())).orElseGet(Chain::beginning);
        return Arrays.equals(previous, expected) ? Optional.empty() : Optional.of(Fault.NOT_CHAINED);
    }

    private Link link(ResultSet row) throws SQLException {
        return new Link(leaf(row), HexFormat.of().formatHex(row.getBytes("previous")));
    }

    private Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                row.getLong("sequence"),
                row.getObject("subject", UUID.class),
                row.getLong("subject_sequence"),
                row.getString("action"),
                row.getString("actor"),
                at(row),
                facts(row.getString("facts")),
                HexFormat.of().formatHex(row.getBytes("digest")));
    }

    /** What no leaf was written with is shown as it stands, and does not fit the digest. */
    private Map<String, String> facts(String written) {
        try {
            return json.readValue(written, FACTS);
        } catch (JacksonException tampered) {
            return Map.of("", written);
        }
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }

    private record Link(Leaf leaf, String previous) {}
}
