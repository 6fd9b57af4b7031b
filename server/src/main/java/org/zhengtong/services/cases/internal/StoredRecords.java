package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseRecords;
import org.zhengtong.services.cases.CaseStep;

/** Two statements for a batch; of the days only the identifiers of one are held at a time. */
@Service
class StoredRecords implements CaseRecords {
    private static final int BATCH = 200;

    private final JdbcClient sql;
    private final CaseRows rows;
    private final Clock clock;

    StoredRecords(JdbcClient sql, CaseRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void each(Set<String> bodies, LocalDate from, LocalDate until, Consumer<List<CaseFile>> batch) {
        if (bodies.isEmpty()) {
            return;
        }
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            List<UUID> cases = firstOn(bodies, from, day);
            for (int at = 0; at < cases.size(); at += BATCH) {
                batch.accept(find(cases.subList(at, Math.min(cases.size(), at + BATCH))));
            }
        }
    }

    private List<UUID> firstOn(Set<String> bodies, LocalDate from, LocalDate day) {
        return sql.sql("""
                        select distinct step.case_id
                          from cases.step
                          join cases.case_file on case_file.id = step.case_id
                         where step.at >= :day and step.at < :next
                           and case_file.body in (:bodies)
                           and not exists (
                               select from cases.step earlier
                                where earlier.case_id = step.case_id
                                  and earlier.at >= :from and earlier.at < :day)
                         order by step.case_id
                        """)
                .param("day", start(day))
                .param("next", start(day.plusDays(1)))
                .param("from", start(from))
                .param("bodies", bodies)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<CaseFile> find(Collection<UUID> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Page.ZONE);
        Map<UUID, List<CaseStep>> steps = steps(cases);
        return sql.sql("select * from cases.case_file where id in (:cases) order by id")
                .param("cases", cases)
                .query((row, _) ->
                        rows.file(row, steps.getOrDefault(row.getObject("id", UUID.class), List.of()), today))
                .list();
    }

    private record Stepped(UUID caseId, CaseStep step) {}

    private Map<UUID, List<CaseStep>> steps(Collection<UUID> cases) {
        return sql
                .sql("select * from cases.step where case_id in (:cases) order by case_id, number")
                .param("cases", cases)
                .query((row, _) -> {
                    UUID id = row.getObject("case_id", UUID.class);
                    return new Stepped(id, rows.step(new CaseId(id), row));
                })
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(Stepped::caseId, Collectors.mapping(Stepped::step, Collectors.toList())));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Page.ZONE).toOffsetDateTime();
    }
}
