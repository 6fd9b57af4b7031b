package org.zhengtong.services.cases.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.CaseHistories;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.HistoryFault;
import org.zhengtong.services.cases.HistoryFault.Evidence;
import org.zhengtong.services.cases.HistoryFault.Kind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was found wrong with histories, and when all were last looked through. */
@Component
class HistoryFaultStore implements CaseHistories {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    HistoryFaultStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Map<UUID, Set<Kind>> known(Collection<UUID> cases) {
        Map<UUID, Set<Kind>> known = new HashMap<>();
        sql.sql("select case_id, kind from cases.history_fault where case_id in (:cases)")
                .param("cases", cases)
                .query(row -> {
                    known.computeIfAbsent(row.getObject("case_id", UUID.class), _ -> new HashSet<>())
                            .add(Kind.valueOf(row.getString("kind")));
                });
        return known;
    }

    void keep(UUID caseId, Kind kind, List<Evidence> evidence, Instant at) {
        sql.sql("""
                        insert into cases.history_fault (case_id, kind, evidence, found_at)
                        values (:case, :kind, :evidence::jsonb, :at)
                        on conflict (case_id, kind) do update set evidence = excluded.evidence
                        """)
                .param("case", caseId)
                .param("kind", kind.name())
                .param("evidence", json.writeValueAsString(evidence))
                .param("at", CaseRows.at(at))
                .update();
    }

    void forget(UUID caseId, Kind kind) {
        sql.sql("delete from cases.history_fault where case_id = :case and kind = :kind")
                .param("case", caseId)
                .param("kind", kind.name())
                .update();
    }

    void remember(Round round) {
        sql.sql("delete from cases.history_round").update();
        sql.sql("insert into cases.history_round (at, cases, faulty) values (:at, :cases, :faulty)")
                .param("at", CaseRows.at(round.at()))
                .param("cases", round.cases())
                .param("faulty", round.faulty())
                .update();
    }

    @Override
    public Optional<Round> lastRound() {
        return sql.sql("select at, cases, faulty from cases.history_round")
                .query((row, _) -> new Round(CaseRows.instant(row, "at"), row.getLong("cases"), row.getLong("faulty")))
                .optional();
    }

    @Override
    public Found faults(Set<String> bodies, int page) {
        return bodies.isEmpty() ? new Found(List.of(), 0) : new Found(rows(bodies, page), count(bodies));
    }

    @Override
    public int count(Set<String> bodies) {
        return bodies.isEmpty()
                ? 0
                : sql.sql("""
                        select count(*)
                          from cases.history_fault
                          join cases.case_file on case_file.id = history_fault.case_id
                         where body in (:bodies)
                        """).param("bodies", bodies).query(Integer.class).single();
    }

    private List<HistoryFault> rows(Set<String> bodies, int page) {
        return sql.sql("""
                        select case_id, receipt_number, item_name, body, body_name, kind, evidence, found_at
                          from cases.history_fault
                          join cases.case_file on case_file.id = history_fault.case_id
                         where body in (:bodies)
                         order by found_at desc, receipt_number, kind
                         limit :most offset :from
                        """)
                .param("bodies", bodies)
                .param("most", PAGE_SIZE)
                .param("from", (Math.max(1, page) - 1) * (long) PAGE_SIZE)
                .query((row, _) -> new HistoryFault(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("receipt_number"),
                        row.getString("item_name"),
                        row.getString("body"),
                        row.getString("body_name"),
                        Kind.valueOf(row.getString("kind")),
                        json.readValue(row.getString("evidence"), EVIDENCE),
                        CaseRows.instant(row, "found_at")))
                .list();
    }
}
