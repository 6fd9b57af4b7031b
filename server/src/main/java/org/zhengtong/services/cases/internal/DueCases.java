package org.zhengtong.services.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStanding;

/** The cases for which a day that passes means something. */
@Component
class DueCases {
    private final JdbcClient sql;
    private final CaseRows rows;

    DueCases(JdbcClient sql, CaseRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Filings whose answer is overdue and corrections that never came, the oldest first. */
    List<CaseId> overdue(LocalDate today, int most) {
        return ids("""
                select id from cases.case_file
                where state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'CORRECTION_REQUESTED') and due < :day
                order by due limit :most
                """, today, most);
    }

    /** Promised materials that never came. */
    List<CaseId> withoutPromised(LocalDate today, int most) {
        return ids(
                "select id from cases.case_file where deferral_until < :day order by deferral_until limit :most",
                today,
                most);
    }

    /** Special procedures whose day has come. */
    List<CaseId> toSuspend(LocalDate today, int most) {
        return ids(
                "select id from cases.case_file where planned_from <= :day order by planned_from limit :most",
                today,
                most);
    }

    /** Corrections whose end is near and whose applicant has not been reminded. */
    List<CaseId> toRemindOfCorrection(LocalDate until, int most) {
        return ids("""
                select id from cases.case_file
                where state = 'CORRECTION_REQUESTED' and due <= :day and not reminded
                order by due limit :most
                """, until, most);
    }

    /** Promised materials whose last day is near and whose applicant has not been reminded. */
    List<CaseId> toRemindOfPromised(LocalDate until, int most) {
        return ids("""
                select id from cases.case_file
                where deferral_until <= :day and not deferral_reminded
                order by deferral_until limit :most
                """, until, most);
    }

    /** Licences that were to be renewed and have expired without a decision. */
    List<CaseId> toRenew(LocalDate today, int most) {
        return ids("""
                select id from cases.case_file
                where renewal_until < :day
                  and state in ('SUBMITTED', 'PRECHECK_RETURNED', 'RECEIVED', 'ACCEPTED', 'IN_REVIEW', 'SUSPENDED',
                                'REVIEWED')
                order by renewal_until limit :most
                """, today, most);
    }

    /** Closed by then and not yet in the archive. */
    List<CaseId> toArchive(LocalDate closedBy, int most) {
        return ids("""
                select id from cases.case_file
                where state = 'CLOSED' and delivered_on <= :day
                order by delivered_on limit :most
                """, closedBy, most);
    }

    private List<CaseId> ids(String query, LocalDate day, int most) {
        return sql.sql(query)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    boolean markRemindedOfCorrection(CaseFile file) {
        return mark(file, """
                update cases.case_file set reminded = true, version = version + 1
                where id = :id and version = :version and not reminded
                """);
    }

    boolean markRemindedOfPromised(CaseFile file) {
        return mark(file, """
                update cases.case_file set deferral_reminded = true, version = version + 1
                where id = :id and version = :version and not deferral_reminded
                """);
    }

    private boolean mark(CaseFile file, String update) {
        return sql.sql(update)
                        .param("id", file.id().value())
                        .param("version", file.version())
                        .update()
                == 1;
    }

    /** What of an open case its clocks are counted from, without opening anything that is sealed. */
    record Counted(CaseId id, CaseStanding standing, int statutoryDays, int promisedDays, Optional<LocalDate> due) {}

    /**
     * All open cases, a page at a time: never more than a page is held.
     *
     * @param size of a page
     */
    void eachPageOfOpen(int size, Consumer<List<Counted>> page) {
        UUID after = new UUID(0, 0);
        List<Counted> counted;
        do {
            counted = new ArrayList<>(sql.sql("""
                            select id, statutory_days, promised_days, due, %s
                            from cases.case_file
                            where %s and id > :after
                            order by id limit :size
                            """.formatted(CaseRows.STANDING, CaseRows.OPEN))
                    .param("after", after)
                    .param("size", size)
                    .query((row, _) -> new Counted(
                            new CaseId(row.getObject("id", UUID.class)),
                            rows.standing(row),
                            row.getInt("statutory_days"),
                            row.getInt("promised_days"),
                            Optional.ofNullable(row.getObject("due", LocalDate.class))))
                    .list());
            if (!counted.isEmpty()) {
                page.accept(counted);
                after = counted.getLast().id().value();
            }
        } while (counted.size() == size);
    }
}
