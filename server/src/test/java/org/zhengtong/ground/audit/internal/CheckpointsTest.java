package org.zhengtong.ground.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.audit.tree.Digest;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.PublishedLog;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.audit.tree.TileTree;
import org.zhengtong.ground.start.CannotStart;
import org.zhengtong.ground.web.Problem;

class CheckpointsTest {
    private final AuditHouse house = new AuditHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void every_leaf_can_be_proved_from_the_folder_and_the_key_alone() {
        UUID subject = UUID.randomUUID();
        house.append(subject, "cases.file");
        house.append(300);
        house.append(subject, "cases.accept");
        SignedCheckpoint first = house.checkpoints.make();
        house.append(5);
        SignedCheckpoint second = house.checkpoints.make();

        NoteKey key = NoteKey.parse(house.published().key().orElseThrow());
        for (Leaf leaf : house.trail.find(AuditQuestion.about(subject, 10))) {
            Proof proof = Proof.parse(house.proofs
                    .proof(Digest.ofHex(leaf.digest()).orElseThrow())
                    .orElseThrow()
                    .toString());
            assertThat(proof.check(key).size()).isEqualTo(307);
            assertThat(proof.entry().hex()).isEqualTo(leaf.digest());
        }
        assertThat(first.size()).isEqualTo(302);
        assertThat(house.proofs.consistency(302, 307).connects(first.root(), second.root()))
                .isTrue();
        PublishedLog.checkTiles(house.published().tiles(), second);
        assertThat(house.trail.verifyAll()).isEmpty();
    }

    @Test
    void nothing_new_makes_no_new_checkpoint_and_an_empty_log_has_one() {
        SignedCheckpoint empty = house.checkpoints.make();
        SignedCheckpoint again = house.checkpoints.make();

        assertThat(empty.size()).isZero();
        assertThat(again.note().toString()).isEqualTo(empty.note().toString());
    }

    @Test
    void what_is_published_holds_digests_and_nothing_a_leaf_tells() throws IOException {
        house.transaction.executeWithoutResult(
                _ -> house.log.append(UUID.randomUUID(), "people.open-number", "staff:7", Map.of("purpose", "核对身份")));
        house.checkpoints.make();

        byte[] bundle = Files.readAllBytes(house.published().folder().resolve("tile/entries/000.p/1"));
        byte[] digest = house.sql
                .sql("select digest from audit.leaf")
                .query(byte[].class)
                .single();
        assertThat(bundle).hasSize(34).startsWith(0, 32).endsWith(digest);
    }

    @Test
    void many_writers_and_checkpoints_at_once_place_every_committed_leaf_once() throws Exception {
        int writers = 8;
        int each = 60;
        AtomicBoolean writing = new AtomicBoolean(true);
        AuditHouse neighbour = new AuditHouse(house.database, house.data.resolve("neighbour"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> rounds = new ArrayList<>();
            for (AuditHouse node : List.of(house, neighbour)) {
                rounds.add(threads.submit(() -> {
                    while (writing.get()) {
                        node.checkpoints.make();
                    }
                }));
            }
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                boolean rollsBack = writer % 4 == 3;
                all.add(threads.submit(() -> {
                    for (int leaf = 0; leaf < each; leaf++) {
                        boolean lost = rollsBack && leaf % 2 == 0;
                        house.transaction.executeWithoutResult(status -> {
                            house.log.append(UUID.randomUUID(), "cases.file", "system", Map.of());
                            house.log.append(UUID.randomUUID(), "cases.accept", "system", Map.of());
                            if (lost) {
                                status.setRollbackOnly();
                            }
                        });
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            writing.set(false);
            for (Future<?> round : rounds) {
                round.get();
            }
        }

        long committed = house.count("leaf");
        assertThat(committed).isEqualTo(2L * each * writers - 2L * (each / 2) * (writers / 4));
        SignedCheckpoint ours = house.checkpoints.make();
        SignedCheckpoint theirs = neighbour.checkpoints.make();
        assertThat(ours.size()).isEqualTo(committed);
        assertThat(house.sql
                        .sql("select count(distinct leaf) from audit.placed")
                        .query(Long.class)
                        .single())
                .isEqualTo(committed);
        assertThat(theirs.root()).isEqualTo(ours.root());
        assertThat(house.trail.verifyAll()).isEmpty();
    }

    @Test
    void a_long_transaction_holds_up_nobody_and_its_leaf_comes_when_it_commits() throws SQLException {
        try (Connection slow = house.database.getConnection()) {
            slow.setAutoCommit(false);
            house.append(1);
            try (var statement = slow.createStatement()) {
                statement.execute("""
                        insert into audit.leaf (subject, subject_sequence, previous, digest, action, actor, at, facts)
                        select gen_random_uuid(), 1, previous, sha256('slow'), action, actor, at, facts
                        from audit.leaf
                        """);
            }
            house.append(3);
            assertThat(house.checkpoints.make().size()).isEqualTo(4);
            house.append(2);
            assertThat(house.checkpoints.make().size()).isEqualTo(6);

            slow.commit();
        }

        assertThat(house.checkpoints.make().size()).isEqualTo(7);
        assertThat(house.checkpoints.make().size()).isEqualTo(7);
    }

    @Test
    void more_leaves_than_are_placed_at_once_are_placed_in_portions() {
        house.checkpoints.make();
        house.append(23);
        house.transaction.executeWithoutResult(_ -> {
            for (int leaf = 0; leaf < 12; leaf++) {
                house.log.append(UUID.randomUUID(), "cases.file", "system", Map.of());
            }
        });

        assertThat(new Placing(house.sql, house.transaction, 5).place()).isEqualTo(35);
        assertThat(house.checkpoints.make().size()).isEqualTo(35);
    }

    @Test
    void a_restored_dump_counts_transactions_anew_and_loses_no_leaf_nor_places_one_twice() {
        house.append(10);
        house.checkpoints.make();
        house.append(4);
        String later = Long.toString(1L << 40);

        house.tamper(
                "update audit.leaf set written = (written::text::bigint + " + later + ")::text::xid8",
                "update audit.tree set mark = (mark::text::bigint + " + later
                        + ")::text::xid8, of_database = 'another server/5'");
        house.append(3);

        assertThat(house.checkpoints.make().size()).isEqualTo(17);
        house.append(2);
        assertThat(house.checkpoints.make().size()).isEqualTo(19);
        assertThat(house.count("placed")).isEqualTo(19);
        assertThat(house.trail.verifyAll()).isEmpty();
    }

    @Test
    void leaves_of_before_the_log_are_placed_at_the_first_checkpoint() {
        house.append(3);
        house.tamper(
                "alter table audit.leaf drop constraint leaf_knows_its_transaction",
                "update audit.leaf set written = null");
        house.append(1);

        assertThat(house.checkpoints.make().size()).isEqualTo(4);
    }

    @Test
    void a_new_disk_is_filled_from_the_database() {
        house.append(300);
        SignedCheckpoint before = house.checkpoints.make();

        AuditHouse fresh = new AuditHouse(house.database, house.data.resolve("new"));
        SignedCheckpoint after = fresh.checkpoints.make();

        assertThat(after.root()).isEqualTo(before.root());
        PublishedLog.checkTiles(fresh.published().tiles(), after);
    }

    @Test
    void damaged_tiles_are_written_anew_from_a_database_that_is_whole() throws IOException {
        house.append(300);
        SignedCheckpoint before = house.checkpoints.make();
        Path tile = house.published().folder().resolve("tile/1/000.p/1");
        Files.delete(tile);

        house.restarted().checkpoints.compare();

        assertThat(tile).exists();
        PublishedLog.checkTiles(house.published().tiles(), before);
    }

    @Test
    void a_database_that_lost_published_leaves_is_found_at_the_start_and_at_every_checkpoint() {
        house.append(20);
        house.checkpoints.make();
        house.tamper(
                "delete from audit.leaf where sequence in (select leaf from audit.placed where place >= 15)",
                "delete from audit.placed where place >= 15",
                "update audit.tree set size = 15");

        assertThatThrownBy(() -> house.restarted().rounds.afterSingletonsInstantiated())
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> assertThat(refused.remedy()).contains("./zt audit accept"));
        house.append(9);
        assertThatThrownBy(house.checkpoints::make)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("20 leaves");
        assertThat(house.rounds.round()).isFalse();
    }

    @Test
    void a_restored_database_with_a_restored_disk_is_found_by_what_a_witness_keeps() throws IOException {
        house.append(20);
        house.checkpoints.make();
        Path witnessed =
                Files.createDirectories(house.data.resolve("audit/witnessed")).resolve("w1");
        Files.copy(house.published().folder().resolve("checkpoint"), witnessed);
        house.append(2);
        house.checkpoints.make();
        house.restarted().checkpoints.compare();

        Files.move(house.published().folder(), house.data.resolve("away"));
        house.tamper(
                "delete from audit.leaf where sequence in (select leaf from audit.placed where place >= 15)",
                "delete from audit.placed where place >= 15",
                "update audit.tree set size = 15");

        assertThatThrownBy(house.restarted().checkpoints::compare)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("20 leaves");
        Files.writeString(witnessed, "something else");
        house.restarted().checkpoints.compare();
    }

    @Test
    void an_accepted_loss_stays_on_record_and_the_log_goes_on_under_another_name() {
        house.append(20);
        SignedCheckpoint lost = house.checkpoints.make();
        house.tamper(
                "delete from audit.leaf where sequence in (select leaf from audit.placed where place >= 15)",
                "delete from audit.placed where place >= 15",
                "update audit.tree set size = 15");

        house.checkpoints.logs().accept("张系统", "硬盘损坏，恢复到昨天的备份", house.clock.instant());
        AuditHouse after = house.restarted();
        after.rounds.afterSingletonsInstantiated();
        after.restarted().rounds.afterSingletonsInstantiated();

        SignedCheckpoint next = after.checkpoints.make();
        assertThat(next.size()).isEqualTo(16);
        assertThat(next.checkpoint().origin()).isEqualTo("yunxi.example/audit/2");
        assertThat(after.trail.find(AuditQuestion.about(Losses.LOG, 10)))
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.facts())
                        .containsEntry("by", "张系统")
                        .containsEntry("reason", "硬盘损坏，恢复到昨天的备份")
                        .hasEntrySatisfying(
                                "lost",
                                said -> assertThat(said).contains(lost.root().base64())));
        assertThat(house.data.resolve("audit/lost/1/tile/entries/000.p/20")).exists();
    }

    @Test
    void a_checkpoint_signed_by_another_key_or_damaged_keeps_the_program_from_starting() throws IOException {
        house.append(3);
        house.checkpoints.make();
        Path file = house.published().folder().resolve("checkpoint");
        Files.writeString(file, Files.readString(file).replace("\n3\n", "\n2\n"));

        assertThatThrownBy(house.restarted().checkpoints::compare)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SIGNATURE_WRONG");
        Files.writeString(file, "");
        assertThatThrownBy(house.restarted().checkpoints::compare)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("NOT_A_NOTE");
    }

    @Test
    void all_written_anew_by_somebody_who_knows_how_is_not_what_was_published() {
        house.append(5);
        house.checkpoints.make();
        UUID subject = house.sql
                .sql("select subject from audit.leaf order by sequence offset 2 limit 1")
                .query(UUID.class)
                .single();
        Leaf leaf = house.trail.find(AuditQuestion.about(subject, 1)).getFirst();
        String digest = java.util.HexFormat.of().formatHex(ChainForTest.digest(leaf, "staff:other"));

        house.tamper(
                "update audit.leaf set actor = 'staff:other', digest = decode('" + digest
                        + "', 'hex') where subject = '" + subject + "'",
                "update audit.placed set entry = decode('" + digest + "', 'hex') where leaf = " + leaf.sequence());

        assertThat(house.trail.verify(subject)).isEmpty();
        assertThat(house.trail.verifyAll()).contains(new BrokenLeaf(Losses.LOG, 2, BrokenLeaf.Fault.NOT_AS_PUBLISHED));
        assertThatThrownBy(house.restarted().checkpoints::compare).isInstanceOf(CannotStart.class);
    }

    @Test
    void writing_stops_when_no_checkpoint_is_made_and_goes_on_by_itself() throws IOException {
        house.append(2);
        assertThat(house.rounds.round()).isTrue();
        Path checkpoint = house.published().folder().resolve("checkpoint");
        String kept = Files.readString(checkpoint);
        Files.writeString(checkpoint, "damaged");
        CountDownLatch wanted = new CountDownLatch(1);
        house.writing.listen(wanted::countDown);

        house.clock.advance(Duration.ofMinutes(15));
        assertThat(house.rounds.round()).isFalse();
        house.append(1);
        house.clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> house.append(1)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("audit-stopped");
        });

        assertThat(wanted.getCount()).isZero();
        assertThat(house.trail.find(AuditQuestion.everything(10))).hasSize(3);
        Files.writeString(checkpoint, kept);
        assertThat(house.rounds.round()).isTrue();
        house.append(1);
        assertThat(house.checkpoints.make().size()).isEqualTo(4);
    }

    @Test
    void rounds_run_by_themselves_and_a_last_one_is_made_at_the_stop() {
        house.rounds.afterSingletonsInstantiated();
        house.rounds.start();
        org.awaitility.Awaitility.await().until(() -> house.checkpoints.newest().isPresent());
        house.append(7);

        house.rounds.stop();

        assertThat(house.checkpoints.newest().orElseThrow().size()).isEqualTo(7);
        assertThat(new TileTree(house.published().tiles(), 7).root())
                .isEqualTo(house.checkpoints.newest().orElseThrow().root());
    }
}
