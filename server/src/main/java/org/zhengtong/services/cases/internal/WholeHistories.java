package org.zhengtong.services.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.SoundHistory.Recorded;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.licences.Licences;

/** All cases with all their steps, a page at a time; rows, steps and licences of a page as of one moment. */
@Component
class WholeHistories {
    private final JdbcClient sql;
    private final CaseRows rows;
    private final Licences licences;
    private final TransactionTemplate oneMoment;

    WholeHistories(JdbcClient sql, CaseRows rows, Licences licences, TransactionTemplate transaction) {
        this.sql = sql;
        this.rows = rows;
        this.licences = licences;
        this.oneMoment =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /** @param recorded empty when something of it cannot be read any more */
    record Whole(UUID id, String receiptNumber, ItemCode item, int itemVersion, Optional<Recorded> recorded) {}

    /** @param after the last id of the page before */
    List<Whole> page(UUID after, int size) {
        List<Whole> page = oneMoment.execute(_ -> read(after, size));
        return page == null ? List.of() : page;
    }

    private List<Whole> read(UUID after, int size) {
        List<UUID> ids = sql.sql("select id from cases.case_file where id > :after order by id limit :size")
                .param("after", after)
                .param("size", size)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Optional<List<CaseStep>>> steps = steps(ids);
        Map<UUID, Set<UUID>> issued = licences.issuedBy(ids);
        return sql.sql("""
                        select id, receipt_number, item, item_version, due, licence, %s
                          from cases.case_file
                         where id in (:ids)
                         order by id
                        """.formatted(CaseRows.STANDING))
                .param("ids", ids)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Whole(
                            id,
                            row.getString("receipt_number"),
                            new ItemCode(row.getString("item")),
                            row.getInt("item_version"),
                            recorded(
                                    row,
                                    steps.getOrDefault(id, Optional.of(List.of())),
                                    issued.getOrDefault(id, Set.of())));
                })
                .list();
    }

    private Optional<Recorded> recorded(ResultSet row, Optional<List<CaseStep>> steps, Set<UUID> issued)
            throws SQLException {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recorded(
                rows.standing(row),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                Optional.ofNullable(row.getObject("licence", UUID.class)),
                issued,
                steps.get()));
    }

    /** Without the list where a step does not open. */
    private Map<UUID, Optional<List<CaseStep>>> steps(List<UUID> ids) {
        Map<UUID, Optional<List<CaseStep>>> steps = new HashMap<>();
        sql.sql("""
                        select case_id, number, at, kind, actor, detail, document
                          from cases.step
                         where case_id in (:ids)
                         order by case_id, number
                        """).param("ids", ids).query(row -> {
            UUID id = row.getObject("case_id", UUID.class);
            Optional<CaseStep> step = opened(id, row);
            steps.merge(id, step.map(List::of), WholeHistories::both);
        });
        return steps;
    }

    private static Optional<List<CaseStep>> both(Optional<List<CaseStep>> before, Optional<List<CaseStep>> next) {
        return before.flatMap(some ->
                next.map(more -> Stream.concat(some.stream(), more.stream()).toList()));
    }

    private Optional<CaseStep> opened(UUID id, ResultSet row) throws SQLException {
        try {
            return Optional.of(rows.step(new CaseId(id), row));
        } catch (RuntimeException changed) {
            return Optional.empty();
        }
    }
}
