package org.zhengtong.services.supervision.internal;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.services.supervision.Overview;
import org.zhengtong.services.supervision.WorkDay;

/** The kept sums of the days. */
@Component
class WorkDayStore {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;

    WorkDayStore(JdbcClient sql, NamedParameterJdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    Optional<LocalDate> countedUntil() {
        return sql.sql("select until from supervision.counted")
                .query(LocalDate.class)
                .optional();
    }

    /** One counts at a time, until the end of the transaction. */
    void lock() {
        sql.sql("lock table supervision.counted in exclusive mode").update();
    }

    void rememberCounted(LocalDate until) {
        sql.sql("delete from supervision.counted").update();
        sql.sql("insert into supervision.counted (until) values (:until)")
                .param("until", until)
                .update();
    }

    void replace(LocalDate day, List<WorkDay> work) {
        sql.sql("delete from supervision.work_day where day = :day")
                .param("day", day)
                .update();
        batches.batchUpdate(
                """
                insert into supervision.work_day (day, body, post, staff, received, done, working_days, in_time)
                values (:day, :body, :post, :staff, :received, :done, :workingDays, :inTime)
                """,
                work.stream()
                        .map(one -> new MapSqlParameterSource()
                                .addValue("day", day)
                                .addValue("body", one.body())
                                .addValue("post", one.post().name())
                                .addValue(
                                        "staff",
                                        one.staff().map(PersonId::value).orElse(null),
                                        Types.OTHER)
                                .addValue("received", one.received())
                                .addValue("done", one.done())
                                .addValue("workingDays", one.workingDays())
                                .addValue("inTime", one.inTime()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The sums of a span, each with the span's first day. */
    List<WorkDay> sums(Set<String> bodies, LocalDate from, LocalDate until) {
        return sql.sql("""
                        select body, post, staff, sum(received) as received, sum(done) as done,
                               sum(working_days) as working_days, sum(in_time) as in_time
                          from supervision.work_day
                         where body in (:bodies) and day between :from and :until
                         group by body, post, staff
                        """)
                .param("bodies", CardStore.orNone(bodies))
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new WorkDay(
                        from,
                        row.getString("body"),
                        Role.valueOf(row.getString("post")),
                        Optional.ofNullable(row.getObject("staff", UUID.class)).map(PersonId::new),
                        row.getInt("received"),
                        row.getInt("done"),
                        row.getInt("working_days"),
                        row.getInt("in_time")))
                .list();
    }

    List<Overview.Week> weeks(Set<String> bodies, LocalDate from, LocalDate until) {
        return sql.sql("""
                        select week::date as monday,
                               coalesce(sum(received) filter (where post = 'ACCEPTANCE'), 0) as filed,
                               coalesce(sum(done) filter (where post = 'DECISION'), 0) as decided,
                               coalesce(sum(in_time) filter (where post = 'DECISION'), 0) as in_time
                          from generate_series(date_trunc('week', :from::date), :until::date, interval '1 week') as week
                          left join supervision.work_day
                            on day >= week::date and day < week::date + 7 and day <= :until::date and body in (:bodies)
                         group by week
                         order by week
                        """)
                .param("bodies", CardStore.orNone(bodies))
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Overview.Week(
                        row.getObject("monday", LocalDate.class),
                        row.getInt("filed"),
                        row.getInt("decided"),
                        row.getInt("in_time")))
                .list();
    }
}
