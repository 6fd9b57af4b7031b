package org.zhengtong.ground.outbox.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.ground.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

/**
 * One statement writes the event and a delivery for each of its handlers. Deliveries are rows of their own rather than a
 * last number seen: numbers are given out before commit, so a smaller one may appear after a larger one was read.
 */
@Component
class StoredOutbox implements Outbox {
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Bell bell;

    StoredOutbox(JdbcClient sql, JsonMapper json, Clock clock, Bell bell) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void publish(String topic, UUID subject, Object payload) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is written in the transaction of what it tells of");
        }
        sql.sql("""
                        with written as (
                            insert into outbox.event (topic, subject, payload, at)
                            values (:topic, :subject, cast(:payload as jsonb), :at)
                            returning sequence, topic, subject, at
                        )
                        insert into outbox.delivery (handler, sequence, subject, due_at)
                        select handler.name, written.sequence, written.subject, written.at
                          from written
                          join outbox.handler
                            on handler.topic in (written.topic, split_part(written.topic, '.', 1) || '.*')
                        """)
                .param("topic", topic)
                .param("subject", subject)
                .param("payload", json.writeValueAsString(payload))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        bell.ringAfterCommit();
    }
}
