package org.zhengtong.services.appointments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.appointments.Rush;
import org.zhengtong.services.halls.BookingChannel;

/** Queues in the database. */
@Component
class RushStore {
    private final JdbcClient sql;

    RushStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A queue as it is kept.
     *
     * @param drawn how many took part in the lot; empty before it
     * @param free seats that nobody has and nobody was let in for
     * @param gone whether it ended because no seat is left
     */
    record Row(
            UUID id,
            RushKey key,
            Instant released,
            String seed,
            String commitment,
            Optional<Integer> drawn,
            int placed,
            int free,
            Optional<Instant> ended,
            boolean gone) {

        Row moved(int nowDrawn, int nowPlaced, int nowFree) {
            return new Row(id, key, released, seed, commitment, Optional.of(nowDrawn), nowPlaced, nowFree, ended, gone);
        }

        Row ended(Instant now, boolean allGone) {
            return new Row(id, key, released, seed, commitment, drawn, placed, free, Optional.of(now), allGone);
        }

        Rush shown() {
            return new Rush(
                    id,
                    key.hall(),
                    key.channel(),
                    key.day(),
                    released,
                    commitment,
                    Optional.of(seed).filter(_ -> drawn.isPresent()),
                    placed,
                    free);
        }
    }

    /** @return whether it was opened now and not before, by another request or node */
    boolean open(Row row) {
        return sql.sql("""
                        insert into appointments.rush
                            (id, hall, business_group, channel, day, released_at, seed, commitment)
                        values (:id, :hall, :group, :channel, :day, :released, :seed, :commitment)
                        on conflict do nothing
                        """)
                        .param("id", row.id())
                        .param("hall", row.key().hall())
                        .param("group", row.key().group())
                        .param("channel", row.key().channel().name())
                        .param("day", row.key().day())
                        .param("released", at(row.released()))
                        .param("seed", row.seed())
                        .param("commitment", row.commitment())
                        .update()
                == 1;
    }

    Optional<Row> find(RushKey key) {
        return sql.sql("""
                        select * from appointments.rush
                         where hall = :hall and business_group = :group and channel = :channel and day = :day
                        """)
                .param("hall", key.hall())
                .param("group", key.group())
                .param("channel", key.channel().name())
                .param("day", key.day())
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from appointments.rush where id = :id")
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
    }

    /** Empty while another node moves it on. */
    Optional<Row> locked(UUID id) {
        return sql.sql("select * from appointments.rush where id = :id for update skip locked")
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
    }

    void write(Row row) {
        sql.sql("""
                        update appointments.rush
                           set drawn = :drawn, placed = :placed, free = :free, ended_at = :ended, gone = :gone
                         where id = :id
                        """)
                .param("id", row.id())
                .param("drawn", row.drawn().orElse(null), Types.INTEGER)
                .param("placed", row.placed())
                .param("free", row.free())
                .param("ended", row.ended().map(RushStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("gone", row.gone())
                .update();
    }

    void step(UUID rush, RushStep step) {
        sql.sql("insert into appointments.rush_step (rush, upto, at) values (:rush, :upto, :at)")
                .param("rush", rush)
                .param("upto", step.upto())
                .param("at", at(step.at()))
                .update();
    }

    List<RushStep> steps(UUID rush) {
        return sql.sql("select upto, at from appointments.rush_step where rush = :rush order by upto")
                .param("rush", rush)
                .query((row, _) -> new RushStep(row.getInt("upto"), instant(row, "at")))
                .list();
    }

    /** Everything of the days before, with the places people had. */
    void forget(LocalDate releasedBefore) {
        sql.sql("delete from appointments.rush where released_at < :before")
                .param("before", releasedBefore.atStartOfDay(ZoneOffset.UTC).toOffsetDateTime())
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new RushKey(
                        row.getString("hall"),
                        row.getString("business_group"),
                        BookingChannel.valueOf(row.getString("channel")),
                        row.getObject("day", LocalDate.class)),
                instant(row, "released_at"),
                row.getString("seed"),
                row.getString("commitment"),
                Optional.ofNullable(row.getObject("drawn", Integer.class)),
                row.getInt("placed"),
                row.getInt("free"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("gone"));
    }
}
