package org.zhengtong.ground.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.outbox.DeadLetter;
import org.zhengtong.ground.outbox.internal.Notebook.Note;
import org.zhengtong.testing.RoomSchema;
import org.zhengtong.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** Nodes of the outbox on one database, without the rest of the house. */
class DeliveryTest {
    private static final OutboxSettings SETTINGS =
            new OutboxSettings(false, 3, Duration.ofSeconds(2), 2, Duration.ofMillis(1), Duration.ofSeconds(5));
    private static final UUID SUBJECT = new UUID(1, 1);

    final HikariDataSource pool = pool();
    final TestClock clock = new TestClock();
    final JdbcClient sql = JdbcClient.create(pool);
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    final Notebook notebook = new Notebook("notebook", "test.happened");
    private final Node node = new Node(notebook);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void an_event_reaches_every_handler_of_its_topic_and_no_other() {
        Notebook second = new Notebook("second", "test.happened");
        Notebook other = new Notebook("other", "test.else");
        Node all = new Node(notebook, second, other);

        publish(SUBJECT, "云溪");
        int delivered = all.courier.runDue();

        assertThat(delivered).isEqualTo(2);
        assertThat(notebook.written).containsExactly("云溪");
        assertThat(second.written).containsExactly("云溪");
        assertThat(other.written).isEmpty();
        assertThat(all.courier.runDue()).isZero();
    }

    @Test
    void a_handler_of_a_whole_room_gets_all_its_events_in_their_order() {
        Notebook room = new Notebook("room", "test.*");
        Notebook other = new Notebook("other", "tests.*");
        Node all = new Node(room, other);

        publish(SUBJECT, "first");
        transaction.executeWithoutResult(_ -> all.outbox.publish("test.went-on", SUBJECT, new Note("second")));
        all.courier.runDue();

        assertThat(room.written).containsExactly("first", "second");
        assertThat(other.written).isEmpty();
    }

    @Test
    void a_handler_learns_what_happened_to_what_and_when() {
        List<Object> learned = new ArrayList<>();
        notebook.first((event, _) -> learned.addAll(List.of(event.topic(), event.subject(), event.at())));

        publish(SUBJECT, "one");
        node.courier.runDue();

        assertThat(learned).containsExactly("test.happened", SUBJECT, clock.instant());
    }

    @Test
    void an_event_of_a_transaction_rolled_back_is_never_seen() {
        transaction.executeWithoutResult(status -> {
            node.outbox.publish("test.happened", SUBJECT, new Note("never"));
            status.setRollbackOnly();
        });
        publish(SUBJECT, "seen");

        node.courier.runDue();

        assertThat(notebook.written).containsExactly("seen");
    }

    @Test
    void an_event_committed_after_a_later_one_was_delivered_is_not_lost() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch laterDelivered = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = threads.submit(() -> transaction.executeWithoutResult(_ -> {
                node.outbox.publish("test.happened", SUBJECT, new Note("early number, late commit"));
                written.countDown();
                await(laterDelivered);
            }));
            await(written);
            publish(new UUID(2, 2), "late number, early commit");
            node.courier.runDue();
            laterDelivered.countDown();
            slow.get();
        }

        node.courier.runDue();

        assertThat(notebook.written).containsExactly("late number, early commit", "early number, late commit");
    }

    @Test
    void events_of_a_subject_come_in_order_and_wait_for_one_that_fails_while_others_go_on() {
        UUID other = new UUID(2, 2);
        AtomicInteger failures = new AtomicInteger(1);
        notebook.first((_, note) -> {
            if (note.text().equals("1") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
        });
        publish(SUBJECT, "1");
        publish(SUBJECT, "2");
        publish(other, "a");

        node.courier.runDue();
        List<String> before = List.copyOf(notebook.written);
        clock.advance(Duration.ofSeconds(4));
        node.courier.runDue();

        assertThat(before).containsExactly("a");
        assertThat(notebook.written).containsExactly("a", "1", "2");
    }

    @Test
    void what_a_failed_handler_wrote_is_gone_and_written_once_by_the_next_try() {
        sql.sql("create table outbox.effect (text text)").update();
        AtomicInteger tries = new AtomicInteger();
        notebook.first((_, note) -> {
            sql.sql("insert into outbox.effect values (:text)")
                    .param("text", note.text())
                    .update();
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("after writing");
            }
        });
        publish(SUBJECT, "effect");

        node.courier.runDue();
        clock.advance(Duration.ofMinutes(1));
        node.courier.runDue();

        assertThat(tries).hasValue(2);
        assertThat(effects()).containsExactly("effect");
    }

    @Test
    void what_is_carried_with_one_that_fails_is_written_once_all_the_same() {
        sql.sql("create table outbox.effect (text text)").update();
        notebook.first((_, note) -> {
            sql.sql("insert into outbox.effect values (:text)")
                    .param("text", note.text())
                    .update();
            if (note.text().equals("2")) {
                throw new IllegalStateException("cannot");
            }
        });
        for (int subject = 1; subject <= 3; subject++) {
            publish(new UUID(3, subject), Integer.toString(subject));
        }

        assertThat(node.courier.runDue()).isEqualTo(2);

        assertThat(effects()).containsExactly("1", "3");
        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void when_the_commit_fails_they_go_one_by_one_and_the_one_to_blame_waits() {
        sql.sql("create table outbox.effect (text text unique deferrable initially deferred)")
                .update();
        notebook.first((_, note) -> sql.sql("insert into outbox.effect values (:text)")
                .param("text", note.text())
                .update());
        int subject = 1;
        for (String text : List.of("a", "b", "a")) {
            publish(new UUID(3, subject++), text);
        }

        assertThat(node.courier.runDue()).isEqualTo(2);

        assertThat(effects()).containsExactly("a", "b");
        assertThat(sql.sql("select tries from outbox.delivery")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void an_error_and_an_unreadable_payload_are_failures_like_any_other() {
        notebook.first((_, _) -> {
            throw new StackOverflowError();
        });
        publish(SUBJECT, "error");
        transaction.executeWithoutResult(_ -> node.outbox.publish("test.happened", new UUID(2, 2), List.of("no note")));

        assertThat(node.courier.runDue()).isZero();

        assertThat(pending()).isEqualTo(2);
    }

    @Test
    void pauses_grow_and_after_the_last_try_the_event_is_a_dead_letter_that_holds_up_nothing() {
        AtomicInteger tries = new AtomicInteger();
        notebook.first((_, note) -> {
            if (note.text().equals("poison")) {
                tries.incrementAndGet();
                throw new IllegalStateException("cannot");
            }
        });
        publish(SUBJECT, "poison");
        publish(SUBJECT, "after");

        node.courier.runDue();
        clock.advance(Duration.ofMillis(1900));
        node.courier.runDue();
        assertThat(tries).as("the first pause is two seconds or more").hasValue(1);
        clock.advance(Duration.ofMillis(1100));
        node.courier.runDue();
        clock.advance(Duration.ofMillis(3900));
        node.courier.runDue();
        assertThat(tries).as("the second pause is four seconds or more").hasValue(2);
        clock.advance(Duration.ofMillis(2100));
        node.courier.runDue();

        assertThat(tries).hasValue(3);
        assertThat(notebook.written).containsExactly("after");
        assertThat(node.deadLetters.count()).isEqualTo(1);
        DeadLetter letter = node.deadLetters.list(0, 10).getFirst();
        assertThat(letter.handler()).isEqualTo("notebook");
        assertThat(letter.event().subject()).isEqualTo(SUBJECT);
        assertThat(letter.tries()).isEqualTo(3);
        assertThat(letter.error()).isEqualTo("IllegalStateException: cannot");
        assertThat(node.deadLetters.list(letter.event().sequence(), 10)).isEmpty();
    }

    @Test
    void a_dead_letter_is_delivered_when_it_is_retried_and_the_cause_is_gone() {
        notebook.first((_, _) -> {
            throw new IllegalStateException("cannot");
        });
        publish(SUBJECT, "letter");
        for (int round = 0; round < 3; round++) {
            node.courier.runDue();
            clock.advance(Duration.ofHours(1));
        }
        DeadLetter letter = node.deadLetters.list(0, 10).getFirst();
        notebook.first((_, _) -> {});

        boolean revived = transaction.execute(
                _ -> node.deadLetters.retry("notebook", letter.event().sequence()));
        boolean again = transaction.execute(
                _ -> node.deadLetters.retry("notebook", letter.event().sequence()));
        node.courier.runDue();

        assertThat(revived).isTrue();
        assertThat(again).isFalse();
        assertThat(notebook.written).containsExactly("letter");
        assertThat(node.deadLetters.count()).isZero();
    }

    @Test
    void two_nodes_deliver_everything_once_and_in_the_order_of_each_subject() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<UUID, List<String>> published = new HashMap<>();
        Notebook[] notebooks = {new Notebook("shared", "test.happened"), new Notebook("shared", "test.happened")};
        List<String> order = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Node> nodes = new ArrayList<>();
        for (Notebook one : notebooks) {
            one.first((event, note) -> order.add(event.subject() + " " + note.text()));
            nodes.add(new Node(one));
        }
        sql.sql("delete from outbox.handler where name = 'notebook'").update();
        for (int event = 0; event < 300; event++) {
            UUID subject = new UUID(7, random.nextInt(20));
            published.computeIfAbsent(subject, _ -> new ArrayList<>()).add(subject + " " + event);
            publish(subject, Integer.toString(event));
        }

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> rounds = threads.invokeAll(List.of(
                    nodes.get(0).courier::runDue,
                    nodes.get(1).courier::runDue,
                    nodes.get(0).courier::runDue,
                    nodes.get(1).courier::runDue));
            int delivered = 0;
            for (Future<Integer> round : rounds) {
                delivered += round.get();
            }
            delivered += nodes.get(0).courier.runDue();
            assertThat(delivered).as("seed %s", seed).isEqualTo(300);
        }

        assertThat(order).as("seed %s", seed).hasSize(300);
        published.forEach((subject, events) -> assertThat(order.stream().filter(line -> line.startsWith(subject + " ")))
                .as("seed %s", seed)
                .containsExactlyElementsOf(events));
    }

    @Test
    void a_handler_registered_by_one_node_gets_what_another_publishes() {
        Node withoutHandlers = new Node();

        transaction.executeWithoutResult(
                _ -> withoutHandlers.outbox.publish("test.happened", SUBJECT, new Note("from the other node")));

        assertThat(withoutHandlers.courier.runDue()).isZero();
        node.courier.runDue();
        assertThat(notebook.written).containsExactly("from the other node");
    }

    @Test
    void the_bell_brings_an_event_without_waiting_for_a_look_around() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        notebook.first((_, _) -> arrived.countDown());
        try (Postman postman = new Postman(node.courier, 2, SETTINGS.gathering())) {
            node.bell.listen(postman::rung);

            publish(SUBJECT, "at once");

            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(notebook.written).containsExactly("at once");
    }

    @Test
    void no_ring_is_missed_however_they_fall() throws Exception {
        CountDownLatch given = new CountDownLatch(100);
        notebook.first((_, _) -> given.countDown());
        try (Postman postman = new Postman(node.courier, 2, SETTINGS.gathering());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            node.bell.listen(postman::rung);
            for (int publisher = 0; publisher < 4; publisher++) {
                UUID subject = new UUID(9, publisher);
                threads.execute(() -> {
                    for (int event = 0; event < 25; event++) {
                        publish(subject, subject + " " + event);
                    }
                });
            }
            await(given);
        }
        assertThat(notebook.written).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void two_handlers_of_one_name_are_a_mistake_seen_at_the_start() {
        assertThatThrownBy(() -> new Node(new Notebook("same", "a"), new Notebook("same", "b")))
                .isInstanceOf(IllegalStateException.class);
    }

    private void publish(UUID subject, String text) {
        transaction.executeWithoutResult(_ -> node.outbox.publish("test.happened", subject, new Note(text)));
    }

    private List<String> effects() {
        return sql.sql("select text from outbox.effect order by text")
                .query(String.class)
                .list();
    }

    private long pending() {
        return sql.sql("select count(*) from outbox.delivery").query(Long.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(RoomSchema.fresh("ground", "outbox"));
        pool.setMaximumPoolSize(10);
        return pool;
    }

    private final class Node {
        final Bell bell = new Bell();
        final StoredOutbox outbox;
        final Courier courier;
        final StoredDeadLetters deadLetters;

        Node(Notebook... handlers) {
            JsonMapper json = JsonMapper.builder().build();
            DeliveryStore store = new DeliveryStore(sql);
            outbox = new StoredOutbox(sql, json, clock, bell);
            courier = new Courier(store, List.of(handlers), transaction, json, clock, new Random(1), SETTINGS);
            courier.afterSingletonsInstantiated();
            deadLetters = new StoredDeadLetters(store, clock, bell);
        }
    }
}
