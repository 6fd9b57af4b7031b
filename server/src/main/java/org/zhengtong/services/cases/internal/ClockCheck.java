package org.zhengtong.services.cases.internal;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.DueDate;
import org.zhengtong.services.cases.StepKind;

/**
 * Counts the due dates of all open cases anew, every night. Where one has moved because the State Council announced
 * holidays since it was last counted, the timeline says so.
 */
@Component
class ClockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);
    private static final int PAGE = 2000;

    private final DueCases cases;
    private final CaseStore store;
    private final CaseClocks clocks;
    private final WorkingCalendar calendar;
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClockCheck(
            DueCases cases,
            CaseStore store,
            CaseClocks clocks,
            WorkingCalendar calendar,
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.clocks = clocks;
        this.calendar = calendar;
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many due dates have moved */
    int check() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        boolean announced = !calendar.version().equals(countedBy().orElse(calendar.version()));
        int[] moved = {0};
        cases.eachPageOfOpen(PAGE, page -> {
            List<Move> moves = moves(page, today);
            if (!moves.isEmpty()) {
                transaction.executeWithoutResult(_ -> moved[0] += write(moves, announced, now));
            }
        });
        transaction.executeWithoutResult(_ -> rememberCalendar());
        if (moved[0] > 0) {
            LOG.info("{} due dates have moved, counted by {}", moved[0], calendar.version());
        }
        return moved[0];
    }

    private record Move(DueCases.Counted of, Optional<LocalDate> due) {}

    private List<Move> moves(List<DueCases.Counted> page, LocalDate today) {
        return page.stream()
                .map(one -> new Move(
                        one,
                        clocks.pressing(one.standing(), one.statutoryDays(), one.promisedDays(), today)
                                .flatMap(DueDate::due)))
                .filter(move -> !move.due().equals(move.of().due()))
                .toList();
    }

    /**
     * A row somebody has changed since it was read is left to them: they have counted it anew.
     *
     * @return how many rows were written
     */
    private int write(List<Move> moves, boolean announced, Instant now) {
        int[] rows = batches.batchUpdate(
                """
                update cases.case_file set due = :due, version = version + 1
                where id = :id and due is not distinct from :before::date and state = :state
                """,
                moves.stream()
                        .map(move -> new MapSqlParameterSource()
                                .addValue("id", move.of().id().value())
                                .addValue("due", move.due().orElse(null), Types.DATE)
                                .addValue("before", move.of().due().orElse(null), Types.DATE)
                                .addValue("state", move.of().standing().state().name()))
                        .toArray(MapSqlParameterSource[]::new));
        for (int i = 0; i < rows.length; i++) {
            if (announced && rows[i] == 1) {
                tell(moves.get(i), now);
            }
        }
        return Arrays.stream(rows).sum();
    }

    private void tell(Move move, Instant now) {
        move.of()
                .due()
                .ifPresent(before -> move.due()
                        .ifPresent(after -> store.appendNext(
                                move.of().id(),
                                StepKind.DUE_DATE_MOVED,
                                now,
                                Map.of(
                                        "before",
                                        before.toString(),
                                        "after",
                                        after.toString(),
                                        "calendar",
                                        calendar.version()))));
    }

    private Optional<String> countedBy() {
        return sql.sql("select calendar from cases.counted_by")
                .query(String.class)
                .optional();
    }

    private void rememberCalendar() {
        sql.sql("delete from cases.counted_by").update();
        sql.sql("insert into cases.counted_by (calendar) values (:calendar)")
                .param("calendar", calendar.version())
                .update();
    }
}
