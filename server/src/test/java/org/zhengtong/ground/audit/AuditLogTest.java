package org.zhengtong.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import org.zhengtong.ground.audit.BrokenLeaf.Fault;
import org.zhengtong.ground.database.Identifiers;
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

        for (String statement : List.of(
                "update audit.leaf set actor = 'nobody' where subject = '" + subject + "'",
                "delete from audit.leaf where subject = '" + subject + "'",
                "truncate audit.leaf",
                "set session_replication_role = replica; delete from audit.leaf where subject = '" + subject + "'")) {
            assertThatThrownBy(() -> transaction.execute(_ -> sql.sql(statement).update()))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed or removed");
        }
    }

    @Test
    void a_changed_leaf_is_found_even_when_the_guards_were_taken_away() {
        for (String change : List.of(
                "actor = 'person:other'",
                "action = 'cases.refuse'",
                "at = at + interval '1 second'",
                "facts = '{\"item\":\"A-2\"}'",
                "facts = '{\"item\":{\"nested\":\"A-1\"}}'",
                "facts = '[]'",
                "digest = previous")) {
            UUID subject = chainOfThree();

            tamper("update audit.leaf set " + change + " where subject_sequence = 2 and subject = '" + subject + "'");

            assertThat(trail.verify(subject)).as(change).contains(new BrokenLeaf(subject, 2, Fault.CHANGED));
        }
    }

    @Test
    void a_leaf_taken_out_of_the_middle_or_the_beginning_is_missed() {
        UUID middle = chainOfThree();
        UUID beginning = chainOfThree();

        tamper("delete from audit.leaf where subject_sequence = 2 and subject = '" + middle + "'");
        tamper("delete from audit.leaf where subject_sequence = 1 and subject = '" + beginning + "'");

        assertThat(trail.verify(middle)).contains(new BrokenLeaf(middle, 3, Fault.MISSING));
        assertThat(trail.verify(beginning)).contains(new BrokenLeaf(beginning, 2, Fault.MISSING));
    }

    @Test
    void leaves_of_two_subjects_cannot_be_exchanged() {
        UUID one = chainOfThree();
        UUID other = chainOfThree();

        tamper("delete from audit.leaf where subject_sequence = 2 and subject = '" + one + "'");
        tamper("update audit.leaf set subject = '" + one + "' where subject_sequence = 2 and subject = '" + other
                + "'");

        assertThat(trail.verify(one)).contains(new BrokenLeaf(one, 2, Fault.CHANGED));
    }

    @Test
    void a_rewritten_leaf_no_longer_fits_the_next_one() {
        UUID one = chainOfThree();
        UUID same = identifiers.next();
        append(same, "cases.file", Map.of("item", "another"));
        List<Leaf> leaves = trail.find(AuditQuestion.about(one, 10));
        String rewritten = java.util.HexFormat.of()
                .formatHex(org.zhengtong.ground.audit.internal.ChainForTest.digest(leaves.getLast(), "person:other"));

        tamper("update audit.leaf set actor = 'person:other', digest = decode('" + rewritten
                + "', 'hex') where subject_sequence = 1 and subject = '" + one + "'");

        assertThat(trail.verify(one)).contains(new BrokenLeaf(one, 2, Fault.NOT_CHAINED));
    }

    @Test
    void the_check_of_everything_finds_the_first_broken_leaf_of_all() {
        chainOfThree();
        UUID broken = chainOfThree();

        Optional<BrokenLeaf> found = transaction.execute(status -> {
            sql.sql("alter table audit.leaf disable trigger leaf_is_kept").update();
            sql.sql("update audit.leaf set actor = 'person:other' where subject_sequence = 3 and subject = :subject")
                    .param("subject", broken)
                    .update();
            Optional<BrokenLeaf> first = trail.verifyAll();
            status.setRollbackOnly();
            return first;
        });

        assertThat(found).isPresent();
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

    private UUID chainOfThree() {
        UUID subject = identifiers.next();
        append(subject, "cases.file", Map.of("item", "A-1"));
        append(subject, "cases.accept", Map.of("item", "A-1"));
        append(subject, "cases.grant", Map.of("item", "A-1"));
        return subject;
    }

    private void append(UUID subject, String action, Map<String, String> facts) {
        transaction.executeWithoutResult(_ -> log.append(subject, action, "person:someone", facts));
    }

    /** As one who owns the database would. */
    private void tamper(String statement) {
        transaction.executeWithoutResult(_ -> {
            sql.sql("alter table audit.leaf disable trigger leaf_is_kept").update();
            sql.sql(statement).update();
            sql.sql("alter table audit.leaf enable always trigger leaf_is_kept").update();
        });
    }
}
