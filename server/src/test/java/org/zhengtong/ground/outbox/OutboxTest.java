package org.zhengtong.ground.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class OutboxTest {
    @Autowired
    Outbox outbox;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Test
    void an_event_is_written_with_its_transaction() {
        UUID subject = identifiers.next();

        transaction.executeWithoutResult(_ -> outbox.publish("test.happened", subject, Map.of("what", "云溪")));

        assertThat(events(subject)).singleElement().asString().contains("云溪");
        assertThat(deliveries.runDue()).isNotNegative();
    }

    @Test
    void without_a_transaction_nothing_is_published() {
        UUID subject = identifiers.next();

        assertThatThrownBy(() -> outbox.publish("test.happened", subject, Map.of()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(events(subject)).isEmpty();
    }

    private List<String> events(UUID subject) {
        return sql.sql("select payload from outbox.event where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list();
    }
}
