package org.zhengtong.services.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseFigures;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ItemCode;

/** Reads what happened to many cases, without opening anything that is sealed. */
@Component
class CaseTraces {
    private static final int AT_ONCE = 1000;

    private final JdbcClient sql;
    private final CaseRows rows;

    CaseTraces(JdbcClient sql, CaseRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    List<CaseTrace> of(Collection<CaseId> ids) {
        List<CaseTrace> traces = new ArrayList<>();
        List<UUID> all = ids.stream().map(CaseId::value).distinct().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            traces.addAll(some(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return traces;
    }

    private List<CaseTrace> some(List<UUID> ids) {
        Map<UUID, List<CaseTrace.Mark>> marks = marks(ids);
        return sql.sql("""
                        select id, receipt_number, item, item_name, body, body_name, applicant, filed_at,
                               statutory_days, promised_days, %s
                          from cases.case_file
                         where id in (:ids)
                         order by filed_at, id
                        """.formatted(CaseRows.STANDING))
                .param("ids", ids)
                .query((row, _) -> trace(row, marks))
                .list();
    }

    private Map<UUID, List<CaseTrace.Mark>> marks(List<UUID> ids) {
        Map<UUID, List<CaseTrace.Mark>> marks = new HashMap<>();
        sql.sql("""
                        select case_id, number, at, kind, actor
                          from cases.step
                         where case_id in (:ids)
                         order by case_id, number
                        """).param("ids", ids).query(row -> {
            marks.computeIfAbsent(row.getObject("case_id", UUID.class), _ -> new ArrayList<>())
                    .add(new CaseTrace.Mark(
                            row.getInt("number"),
                            CaseRows.instant(row, "at"),
                            StepKind.valueOf(row.getString("kind")),
                            row.getString("actor")));
        });
        return marks;
    }

    private CaseTrace trace(ResultSet row, Map<UUID, List<CaseTrace.Mark>> marks) throws SQLException {
        CaseStanding standing = rows.standing(row);
        UUID id = row.getObject("id", UUID.class);
        return new CaseTrace(
                new CaseId(id),
                row.getString("receipt_number"),
                new ItemCode(row.getString("item")),
                row.getString("item_name"),
                row.getString("body"),
                row.getString("body_name"),
                row.getObject("applicant", UUID.class),
                CaseRows.instant(row, "filed_at"),
                standing.state(),
                standing.acceptedOn(),
                standing.decidedOn(),
                standing.outcome(),
                row.getInt("statutory_days"),
                row.getInt("promised_days"),
                standing.pauses(),
                standing.extension(),
                marks.getOrDefault(id, List.of()));
    }

    List<CaseTrace> withSign(CaseFigures.Sign sign, String body, LocalDate since) {
        return of(ids(sign, body, start(since)));
    }

    private List<CaseId> ids(CaseFigures.Sign sign, String body, Instant since) {
        String query = switch (sign) {
            case REPEATED -> """
                    select id
                      from (select id, count(*) over (partition by applicant, item) as filings
                              from cases.case_file
                             where body = :body and filed_at >= :since) as filed
                     where filings > 1
                    """;
            case PAUSED -> """
                    select id from cases.case_file where body = :body and filed_at >= :since and pauses <> '[]'
                    """;
            case COUNTED_AS_ACCEPTED -> """
                    select distinct case_file.id
                      from cases.step
                      join cases.case_file on case_file.id = step.case_id
                     where step.kind = 'COUNTED_AS_ACCEPTED' and step.at >= :since and case_file.body = :body
                    """;
        };
        return sql.sql(query)
                .param("body", body)
                .param("since", CaseRows.at(since))
                .query((row, _) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    List<CaseTrace> touchedOn(LocalDate day) {
        return of(sql.sql("select distinct case_id from cases.step where at >= :from and at < :until")
                .param("from", CaseRows.at(start(day)))
                .param("until", CaseRows.at(start(day.plusDays(1))))
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Page.ZONE).toInstant();
    }
}
