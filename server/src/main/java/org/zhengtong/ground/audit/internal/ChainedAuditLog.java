package org.zhengtong.ground.audit.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.ground.audit.AuditLog;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends by hope: the statement writes the leaf where the chain is believed to end and answers with the leaf that
 * stands there if the belief was wrong. It costs one statement for a subject that is new or that this program wrote of
 * lately, two for another; a writer that comes at the same moment waits for the other's commit at the unique key and goes
 * on from there. Nothing but the one chain is locked. What is remembered of a chain may be wrong (another program wrote,
 * a transaction was rolled back) and is only where the hope begins.
 */
@Component
class ChainedAuditLog implements AuditLog {
    private static final int TRIES = 50;
    private static final int HOPEFUL_TRIES = 3;
    private static final int REMEMBERED = 10_000;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final WritingStop writing;
    private final Cache<UUID, End> ends =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ChainedAuditLog(JdbcClient sql, JsonMapper json, Clock clock, WritingStop writing) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.writing = writing;
    }

    @Override
    public void append(UUID subject, String action, String actor, Map<String, String> facts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a leaf is written in the transaction of what it tells of");
        }
        writing.require();
        Leaf leaf =
                new Leaf(subject, action, actor, clock.instant().truncatedTo(ChronoUnit.MICROS), new TreeMap<>(facts));
        End end = Objects.requireNonNullElse(ends.getIfPresent(subject), new End(0, Chain.beginning()));
        for (int tries = 0; tries < TRIES; tries++) {
            End hoped = leaf.after(end);
            Optional<End> other = append(leaf, end, hoped);
            if (other.isEmpty()) {
                ends.put(subject, hoped);
                return;
            }
            end = other.get();
            if (tries == HOPEFUL_TRIES) {
                queue(subject);
            }
        }
        throw new IllegalStateException("the chain of " + subject + " grows faster than it can be joined");
    }

    /** Those who lost a few times stand in line, one per chain, until the transaction ends: a crowd starves nobody. */
    private void queue(UUID subject) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 0))")
                .param("subject", "audit.leaf " + subject)
                .query((_, _) -> true)
                .single();
    }

    /** @return empty when the leaf stands; else where the chain ends as this statement sees it */
    private Optional<End> append(Leaf leaf, End end, End hoped) {
        return sql.sql("""
                        with chain_end as (
                            select subject_sequence, digest
                              from audit.leaf
                             where subject = :subject
                             order by subject_sequence desc
                             limit 1
                        ), written as (
                            insert into audit.leaf
                                   (subject, subject_sequence, previous, digest, action, actor, at, facts)
                            select :subject, :sequence, :previous, :digest, :action, :actor, cast(:at as timestamptz),
                                   cast(:facts as jsonb)
                             where coalesce((select subject_sequence from chain_end), 0) = :sequence - 1
                            on conflict (subject, subject_sequence) do nothing
                            returning 1
                        )
                        select coalesce((select subject_sequence from chain_end), 0) as subject_sequence,
                               (select digest from chain_end) as digest
                         where not exists (select from written)
                        """)
                .param("subject", leaf.subject())
                .param("sequence", hoped.sequence())
                .param("previous", end.digest())
                .param("digest", hoped.digest())
                .param("action", leaf.action())
                .param("actor", leaf.actor())
                .param("at", Timestamp.from(leaf.at()))
                .param("facts", json.writeValueAsString(leaf.facts()))
                .query((row, _) -> {
                    byte[] digest = row.getBytes("digest");
                    return new End(row.getLong("subject_sequence"), digest == null ? Chain.beginning() : digest);
                })
                .optional();
    }

    private record Leaf(UUID subject, String action, String actor, Instant at, TreeMap<String, String> facts) {
        /** Where the chain ends with this leaf behind that end. */
        End after(End end) {
            long sequence = end.sequence() + 1;
            return new End(sequence, Chain.digest(subject, sequence, end.digest(), action, actor, at, facts));
        }
    }

    private static final class End {
        private final long sequence;
        private final byte[] digest;

        End(long sequence, byte[] digest) {
            this.sequence = sequence;
            this.digest = digest;
        }

        long sequence() {
            return sequence;
        }

        byte[] digest() {
            return digest;
        }
    }
}
