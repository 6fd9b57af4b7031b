package org.zhengtong.ground.crypto.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.crypto.KeyRenewal;
import org.zhengtong.ground.crypto.Resealing;
import org.zhengtong.ground.crypto.SealedOutside;

/**
 * Goes through the tables page by page, in short transactions, and round by round until a round finds nothing under an older
 * key. A row that moves in the meantime is found by the next round, as is one that somebody else was writing.
 */
class StoredKeyRenewal implements KeyRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(StoredKeyRenewal.class);
    private static final int PAGES_AT_ONCE = 64;

    /** By then every node seals under the new key, and what was begun before is written. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofMinutes(1);

    private final FieldKeys keys;
    private final KeyRecord record;
    private final Resealing resealing;
    private final List<SealedOutside> outside;
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredKeyRenewal(
            FieldKeys keys,
            KeyRecord record,
            Resealing resealing,
            List<SealedOutside> outside,
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionTemplate transaction,
            Clock clock) {
        this.keys = keys;
        this.record = record;
        this.resealing = resealing;
        this.outside = outside;
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<FieldKey> keys() {
        return record.fieldKeys();
    }

    @Override
    public Optional<FieldKey> begin() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a key is made in the transaction that tells who wanted it");
        }
        record.waitForOthers();
        if (goesOn() || keys.current() == FieldKeys.MOST) {
            return Optional.empty();
        }
        keys.add(record, clock.instant());
        LOG.info("Fields are sealed under key {} from now on", keys.current());
        return Optional.of(keys().getFirst());
    }

    boolean goesOn() {
        FieldKey newest = keys().getFirst();
        return newest.number() > 1 && newest.renewed().isEmpty();
    }

    /**
     * Seals anew until nothing is left under an older key.
     *
     * @param rest called after each short transaction
     */
    void run(Runnable rest) {
        if (!goesOn()) {
            return;
        }
        FieldKey newest = keys().getFirst();
        List<SealedColumn> columns = SealedColumn.all(sql);
        Round round;
        do {
            round = round(columns, rest);
            record.moved(keys.current(), round.moved());
        } while (round.moved() > 0);
        boolean known = !newest.made().plus(KNOWN_EVERYWHERE).isAfter(clock.instant());
        if (known && columns.stream().mapToLong(this::old).sum() <= round.unreadable()) {
            record.renewed(keys.current(), clock.instant());
            LOG.info("Everything is sealed under key {}", keys.current());
        }
    }

    /** @param unreadable values that were changed or stand in another place: they stay as they are, and are logged */
    private record Round(long moved, long unreadable) {
        Round and(Round other) {
            return new Round(moved + other.moved, unreadable + other.unreadable);
        }
    }

    private Round round(List<SealedColumn> columns, Runnable rest) {
        Round round = new Round(0, 0);
        for (SealedColumn column : columns) {
            long pages = column.pages(sql);
            for (long page = 0; page < pages; page += PAGES_AT_ONCE) {
                round = round.and(renew(column, page));
                rest.run();
            }
        }
        for (SealedOutside place : outside) {
            round = round.and(new Round(place.renew(resealing), 0));
        }
        return round;
    }

    private Round renew(SealedColumn column, long page) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Value> old = sql.sql(column.old())
                    .param("from", "(" + page + ",0)")
                    .param("to", "(" + (page + PAGES_AT_ONCE) + ",0)")
                    .param("current", keys.current())
                    .query((row, _) ->
                            new Value(row.getString("place"), row.getString("context"), row.getBytes("sealed")))
                    .list();
            SqlParameterSource[] fresh = old.stream()
                    .flatMap(value -> anew(value).stream())
                    .map(value -> new MapSqlParameterSource()
                            .addValue("place", value.place())
                            .addValue("sealed", value.sealed()))
                    .toArray(SqlParameterSource[]::new);
            if (fresh.length > 0) {
                batches.batchUpdate(column.replace(), fresh);
            }
            return new Round(fresh.length, old.size() - fresh.length);
        }));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Value(String place, String context, byte[] sealed) {}

    private Optional<Value> anew(Value value) {
        try {
            return Optional.of(
                    new Value(value.place(), value.context(), resealing.anew(value.sealed(), value.context())));
        } catch (IllegalStateException changed) {
            LOG.error("A value that does not open keeps its old key: {}", value.context(), changed);
            return Optional.empty();
        }
    }

    private long old(SealedColumn column) {
        return sql.sql(column.countOld())
                .param("current", keys.current())
                .query(Long.class)
                .single();
    }
}
