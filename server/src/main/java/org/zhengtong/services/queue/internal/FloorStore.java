package org.zhengtong.services.queue.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.queue.FloorReport;

/** Counts what happened in a hall. */
@Component
class FloorStore {
    private final JdbcClient sql;

    FloorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the served are put together by. */
    enum By {
        WINDOW("service_window::text"),
        GROUP("business_group"),
        ITEM("item_name"),
        HOUR("extract(hour from taken_at at time zone 'Asia/Shanghai')::text");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    List<FloorReport.Row> served(String hall, LocalDate day, By by) {
        return sql.sql("""
                        select %1$s as name, count(*) as served,
                               avg(extract(epoch from called_at - taken_at))::integer as waited,
                               avg(extract(epoch from ended_at - called_at))::integer as serving
                          from queue.ticket
                         where hall = :hall and day = :day and state = 'DONE' and %1$s is not null
                           and called_at is not null
                         group by 1
                         order by length(%1$s), 1
                        """.formatted(by.column))
                .param("hall", hall)
                .param("day", day)
                .query((row, _) -> new FloorReport.Row(
                        row.getString("name"),
                        row.getInt("served"),
                        Duration.ofSeconds(row.getInt("waited")),
                        Duration.ofSeconds(row.getInt("serving"))))
                .list();
    }

    record Count(String state, int tickets) {}

    List<Count> counts(String hall, LocalDate day) {
        return sql.sql("""
                        select state, count(*) from queue.ticket where hall = :hall and day = :day group by state
                        """)
                .param("hall", hall)
                .param("day", day)
                .query((row, _) -> new Count(row.getString(1), row.getInt(2)))
                .list();
    }

    /** Seconds. */
    record Promise(int from, int until, int waited) {}

    /** What those who were called had been told, and how long they waited. */
    List<Promise> promises(String hall, LocalDate day) {
        return sql.sql("""
                        select told_from, told_until, extract(epoch from called_at - taken_at)::integer
                          from queue.ticket
                         where hall = :hall and day = :day and called_at is not null and told_from is not null
                           and calls > 0 and state in ('CALLED', 'SERVING', 'DONE')
                        """)
                .param("hall", hall)
                .param("day", day)
                .query((row, _) -> new Promise(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    record Came(String group, int hour, double people) {}

    /** How many came on average in each hour of these days on which anybody came. */
    List<Came> came(String hall, List<LocalDate> days) {
        return sql.sql("""
                        select business_group,
                               extract(hour from taken_at at time zone 'Asia/Shanghai')::integer as hour,
                               count(*)::float / greatest(1, (
                                   select count(distinct day) from queue.ticket where hall = :hall and day in (:days)))
                          from queue.ticket
                         where hall = :hall and day in (:days)
                         group by 1, 2
                        """)
                .param("hall", hall)
                .param("days", days)
                .query((row, _) -> new Came(row.getString(1), row.getInt(2), row.getDouble(3)))
                .list();
    }
}
