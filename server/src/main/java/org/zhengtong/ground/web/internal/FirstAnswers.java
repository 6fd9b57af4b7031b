package org.zhengtong.ground.web.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.FieldCipher;

/** The first answers to calls with an idempotency key, kept for a day, sealed. */
@Repository
class FirstAnswers {
    static final Duration KEPT = Duration.ofDays(1);

    /** A call that has not answered for so long died with its program, and may be made again. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    private static final String CONTEXT = "web.answer.body:";

    private final JdbcClient sql;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Clock clock;

    FirstAnswers(JdbcClient sql, FieldCipher cipher, BlindIndex index, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /** @param request digest of what is asked, the same for the same call */
    record Call(String caller, String key, String request) {}

    record Answer(int status, Optional<String> contentType, Optional<String> location, String body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** What is known of a key. */
    sealed interface Known {
        /** Nothing: the call is the caller's now. */
        record Claimed() implements Known {}

        record Answered(Answer answer) implements Known {}

        /** The first call has not answered yet. */
        record Busy() implements Known {}

        record OtherRequest() implements Known {}
    }

    Known claim(Call call) {
        int claimed = sql.sql("""
                        insert into web.answer (caller, key_index, request_index, claimed_at)
                        values (:caller, :key, :request, :now)
                        on conflict (caller, key_index) do update set
                            request_index = excluded.request_index, claimed_at = excluded.claimed_at, status = null
                        where answer.claimed_at < :old or answer.status is null and answer.claimed_at < :dead
                        """)
                .param("caller", call.caller())
                .param("key", keyIndex(call))
                .param("request", requestIndex(call))
                .param("now", at(clock.instant()))
                .param("old", at(clock.instant().minus(KEPT)))
                .param("dead", at(clock.instant().minus(LONGEST_CALL)))
                .update();
        return claimed == 1 ? new Known.Claimed() : first(call);
    }

    private Known first(Call call) {
        return sql.sql("""
                        select request_index, status, content_type, location, body
                        from web.answer where caller = :caller and key_index = :key
                        """)
                .param("caller", call.caller())
                .param("key", keyIndex(call))
                .query((row, _) -> known(call, row))
                .optional()
                .orElseGet(Known.Busy::new);
    }

    private Known known(Call call, ResultSet row) throws SQLException {
        if (!Arrays.equals(row.getBytes("request_index"), requestIndex(call))) {
            return new Known.OtherRequest();
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Known.Busy();
        }
        return new Known.Answered(new Answer(
                status,
                Optional.ofNullable(row.getString("content_type")),
                Optional.ofNullable(row.getString("location")),
                cipher.openText(row.getBytes("body"), CONTEXT + call.caller())));
    }

    void keep(Call call, Answer answer) {
        sql.sql("""
                        update web.answer
                        set status = :status, content_type = :type, location = :location, body = :body
                        where caller = :caller and key_index = :key
                        """)
                .param("status", answer.status())
                .param("type", orNull(answer.contentType()))
                .param("location", orNull(answer.location()))
                .param("body", cipher.seal(answer.body(), CONTEXT + call.caller()))
                .param("caller", call.caller())
                .param("key", keyIndex(call))
                .update();
    }

    /** The call was not carried out; the same key may be used again. */
    void release(Call call) {
        sql.sql("delete from web.answer where caller = :caller and key_index = :key and status is null")
                .param("caller", call.caller())
                .param("key", keyIndex(call))
                .update();
    }

    void forgetOld() {
        sql.sql("delete from web.answer where claimed_at < :old")
                .param("old", at(clock.instant().minus(KEPT)))
                .update();
    }

    private byte[] keyIndex(Call call) {
        return index.of(call.key(), "web.answer.key");
    }

    private byte[] requestIndex(Call call) {
        return index.of(call.request(), "web.answer.request");
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
