package org.zhengtong.services.queue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.queue.SpareNumbers;
import org.zhengtong.services.queue.SpareNumbers.Block;

/** Blocks of numbers that were set aside. */
@Component
class BlockStore {
    private final JdbcClient sql;

    BlockStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Given(Block block, LocalDate day, Instant at) {}

    /** The first number behind all blocks of the line. */
    int next(String hall, LocalDate day, String group) {
        return sql.sql("""
                        select coalesce(max(last) + 1, :first) from queue.block
                         where hall = :hall and day = :day and business_group = :group
                        """)
                .param("first", SpareNumbers.FIRST)
                .param("hall", hall)
                .param("day", day)
                .param("group", group)
                .query(Integer.class)
                .single();
    }

    void add(String hall, Given one) {
        sql.sql("""
                        insert into queue.block (id, hall, day, business_group, letter, first, last, given_at)
                        values (:id, :hall, :day, :group, :letter, :first, :last, :at)
                        """)
                .param("id", one.block().id())
                .param("hall", hall)
                .param("day", one.day())
                .param("group", one.block().group())
                .param("letter", one.block().letter())
                .param("first", one.block().first())
                .param("last", one.block().last())
                .param("at", TicketStore.at(one.at()))
                .update();
    }

    Optional<Given> find(String hall, UUID id) {
        return sql.sql("select * from queue.block where hall = :hall and id = :id")
                .param("hall", hall)
                .param("id", id)
                .query((row, _) -> given(row))
                .optional();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                new Block(
                        row.getObject("id", UUID.class),
                        row.getString("business_group"),
                        row.getString("letter"),
                        row.getInt("first"),
                        row.getInt("last")),
                row.getObject("day", LocalDate.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }

    void forget(LocalDate before) {
        sql.sql("delete from queue.block where day < :day").param("day", before).update();
    }
}
