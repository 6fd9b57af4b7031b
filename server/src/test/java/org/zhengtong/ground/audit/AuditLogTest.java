package org.zhengtong.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.testing.OwnersHand;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class AuditLogTest {
    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @Autowired
    OwnersHand owner;

    @Autowired
    TestClock clock;

    @Test
    void leaves_of_a_subject_stand_in_one_chain() {
        UUID subject = identifiers.next();

        append(subject, "cases.file", Map.of("item", "A-1", "version", "3"));
        append(subject, "cases.accept", Map.of());

        assertThat(trail.find(AuditQuestion.about(subject, 10)))
                .extracting(Leaf::action, Leaf::subjectSequence, Leaf::facts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cases.accept", 2L, Map.of()),
                        org.assertj.core.groups.Tuple.tuple("cases.file", 1L, Map.of("item", "A-1", "version", "3")));
        assertThat(trail.verify(subject)).isEmpty();
    }

    @Test
    void without_a_transaction_nothing_is_appended() {
        UUID subject = identifiers.next();

        assertThatThrownBy(() -> log.append(subject, "cases.file", "system", Map.of()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(trail.find(AuditQuestion.about(subject, 10))).isEmpty();
    }

    @Test
    void what_is_rolled_back_leaves_no_leaf_and_the_chain_goes_on_from_where_it_was() {
        UUID subject = identifiers.next();

        transaction.executeWithoutResult(status -> {
            log.append(subject, "cases.file", "system", Map.of());
            status.setRollbackOnly();
        });

        assertThat(trail.find(AuditQuestion.about(subject, 10))).isEmpty();
        append(subject, "cases.file", Map.of());
        assertThat(trail.find(AuditQuestion.about(subject, 10))).hasSize(1);
        assertThat(trail.verify(subject)).isEmpty();
    }

    @Test
    void several_leaves_of_one_transaction_are_chained() {
        UUID subject = identifiers.next();

        transaction.executeWithoutResult(_ -> {
            log.append(subject, "cases.file", "system", Map.of());
            log.append(subject, "cases.accept", "system", Map.of());
            log.append(subject, "cases.grant", "system", Map.of());
        });

        assertThat(trail.find(AuditQuestion.about(subject, 10))).hasSize(3);
        assertThat(trail.verify(subject)).isEmpty();
    }

    @Test
    void writers_at_the_same_moment_do_not_fork_the_chain() throws InterruptedException, ExecutionException {
        UUID subject = identifiers.next();
        int writers = 8;
        int leaves = 10;
        CountDownLatch together = new CountDownLatch(writers);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        for (int leaf = 0; leaf < leaves; leaf++) {
                            append(subject, "cases.look", Map.of("writer", writer + "/" + leaf));
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(trail.find(AuditQuestion.about(subject, 500)))
                .extracting(Leaf::subjectSequence)
                .hasSize(writers * leaves)
                .doesNotHaveDuplicates()
                .contains(1L, (long) writers * leaves);
        assertThat(trail.verify(subject)).isEmpty();
    }

    @Test
    void not_even_the_owner_of_the_table_changes_or_removes_a_leaf() {
        UUID subject = identifiers.next();
        append(subject, "cases.file", Map.of());

        for (String statement : changes(subject)) {
            assertThatThrownBy(() -> owner.run(statement))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed or removed");
        }
    }

    @Test
    void the_role_of_the_program_may_not_even_try() {
        UUID subject = identifiers.next();
        append(subject, "cases.file", Map.of());

        List<String> statements = new ArrayList<>(changes(subject));
        statements.addAll(List.of(
                "delete from audit.placed",
                "update audit.placed set place = place + 1",
                "alter table audit.leaf disable trigger all",
                "drop table audit.leaf",
                "drop function audit.refuse() cascade",
                "drop schema audit cascade",
                "create trigger other before insert on audit.leaf for each row execute function audit.refuse()",
                "alter table audit.leaf owner to current_user",
                "grant delete on audit.leaf to current_user; delete from audit.leaf",
                "set role postgres; delete from audit.leaf"));
        for (String statement : statements) {
            assertThatThrownBy(() -> transaction.execute(_ -> sql.sql(statement).update()), statement)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner|must be able to SET ROLE).*");
        }
        assertThat(trail.verify(subject)).isEmpty();
        assertThat(trail.find(AuditQuestion.about(subject, 10))).hasSize(1);
    }

    @Test
    void leaves_are_found_by_action_room_actor_and_time_page_by_page() {
        UUID subject = identifiers.next();
        String actor = "staff:" + identifiers.next();
        clock.advance(Duration.ofMinutes(1));
        transaction.executeWithoutResult(_ -> {
            for (int leaf = 0; leaf < 5; leaf++) {
                log.append(subject, leaf == 2 ? "people.look" : "cases.look", actor, Map.of("n", "" + leaf));
            }
        });
        AuditQuestion ofActor = new AuditQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.of(actor),
                Optional.of(clock.instant()),
                Optional.empty(),
                Optional.empty(),
                2);

        List<Leaf> first = trail.find(ofActor);
        List<Leaf> second = trail.find(new AuditQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.of(actor),
                Optional.empty(),
                Optional.empty(),
                Optional.of(first.getLast().sequence()),
                2));
        List<Leaf> ofRoom = trail.find(new AuditQuestion(
                Optional.of(subject),
                Optional.of("cases."),
                Optional.empty(),
                Optional.empty(),
                Optional.of(clock.instant().plusSeconds(1)),
                Optional.empty(),
                10));
        List<Leaf> tooEarly = trail.find(new AuditQuestion(
                Optional.of(subject),
                Optional.of("people.look"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(clock.instant()),
                Optional.empty(),
                10));

        assertThat(first).extracting(leaf -> leaf.facts().get("n")).containsExactly("4", "3");
        assertThat(second).extracting(leaf -> leaf.facts().get("n")).containsExactly("2", "1");
        assertThat(ofRoom).hasSize(4);
        assertThat(tooEarly).isEmpty();
    }

    private void append(UUID subject, String action, Map<String, String> facts) {
        transaction.executeWithoutResult(_ -> log.append(subject, action, "person:someone", facts));
    }

    private static List<String> changes(UUID subject) {
        return List.of(
                "update audit.leaf set actor = 'nobody' where subject = '" + subject + "'",
                "delete from audit.leaf where subject = '" + subject + "'",
                "truncate audit.leaf",
                "set session_replication_role = replica; delete from audit.leaf where subject = '" + subject + "'");
    }
}
