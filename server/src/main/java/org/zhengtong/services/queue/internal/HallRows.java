package org.zhengtong.services.queue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.queue.Boards.Spoken;

/** A hall's row, by which everything in its line happens one after the other; the numbers it gave, the calls it made. */
@Component
class HallRows {
    private final JdbcClient sql;

    HallRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param at when the current code was made */
    record Entrance(String code, String before, Optional<Instant> at) {}

    /** Whoever else changes the line waits until the running transaction ends. */
    void lock(String hall) {
        int known = sql.sql("select 1 from queue.hall where hall = :hall for update")
                .param("hall", hall)
                .query(Integer.class)
                .list()
                .size();
        if (known == 0) {
            sql.sql("insert into queue.hall (hall) values (:hall) on conflict do nothing")
                    .param("hall", hall)
                    .update();
            sql.sql("select 1 from queue.hall where hall = :hall for update")
                    .param("hall", hall)
                    .query(Integer.class)
                    .single();
        }
    }

    /** Says that the line is another one now. */
    long change(String hall) {
        return sql.sql("update queue.hall set version = version + 1 where hall = :hall returning version")
                .param("hall", hall)
                .query(Long.class)
                .single();
    }

    long version(String hall) {
        return sql.sql("select version from queue.hall where hall = :hall")
                .param("hall", hall)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        sql.sql("select hall, version from queue.hall").query(row -> {
            versions.put(row.getString(1), row.getLong(2));
        });
        return versions;
    }

    /** @return the next number of the line */
    int count(String hall, LocalDate day, String group) {
        return sql.sql("""
                        insert into queue.counter (hall, day, business_group, last) values (:hall, :day, :group, 1)
                        on conflict (hall, day, business_group) do update set last = counter.last + 1
                        returning last
                        """)
                .param("hall", hall)
                .param("day", day)
                .param("group", group)
                .query(Integer.class)
                .single();
    }

    void speak(String hall, long version, String number, int window, boolean again, Instant now) {
        sql.sql("""
                        insert into queue.call (hall, version, number, service_window, again, at)
                        values (:hall, :version, :number, :window, :again, :at)
                        """)
                .param("hall", hall)
                .param("version", version)
                .param("number", number)
                .param("window", window)
                .param("again", again)
                .param("at", TicketStore.at(now))
                .update();
    }

    /** Calls later than a version, and not older than {@code since}; the area is the reader's to add. */
    List<Spoken> spoken(String hall, long after, Instant since) {
        return sql.sql("""
                        select version, number, service_window, again from queue.call
                         where hall = :hall and version > :after and at > :since
                         order by version
                        """)
                .param("hall", hall)
                .param("after", after)
                .param("since", TicketStore.at(since))
                .query((row, _) -> new Spoken(row.getLong(1), row.getString(2), row.getInt(3), "", row.getBoolean(4)))
                .list();
    }

    Entrance entrance(String hall) {
        return sql.sql("select entrance, entrance_before, entrance_at from queue.hall where hall = :hall")
                .param("hall", hall)
                .query((row, _) -> new Entrance(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional()
                .orElse(new Entrance("", "", Optional.empty()));
    }

    void renewEntrance(String hall, String code, Instant now) {
        sql.sql("""
                        update queue.hall set entrance_before = entrance, entrance = :code, entrance_at = :now
                         where hall = :hall
                        """)
                .param("hall", hall)
                .param("code", code)
                .param("now", TicketStore.at(now))
                .update();
    }

    void forget(LocalDate countersBefore, Instant callsBefore) {
        sql.sql("delete from queue.counter where day < :day")
                .param("day", countersBefore)
                .update();
        sql.sql("delete from queue.call where at < :at")
                .param("at", TicketStore.at(callsBefore))
                .update();
    }
}
