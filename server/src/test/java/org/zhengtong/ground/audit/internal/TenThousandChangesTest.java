package org.zhengtong.ground.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhengtong.ground.audit.tree.Digest;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.PublishedLog;
import org.zhengtong.ground.audit.tree.Refused;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;

/** Ten thousand random changes to rows, whole tables, published files and proofs: each is found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenThousandChangesTest {
    private static final int ROWS = 500;
    private static final int FILES = 1500;
    private static final int PROOFS = 8000;
    private static final int LEAVES = 270;

    private final long seed = Long.getLong("zt.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AuditHouse house = new AuditHouse();
    private SignedCheckpoint newest;
    private NoteKey key;

    @BeforeAll
    void a_log_of_chains_of_three() {
        for (int chain = 0; chain < LEAVES / 3; chain++) {
            UUID subject = UUID.randomUUID();
            house.transaction.executeWithoutResult(_ -> {
                for (String action : List.of("cases.file", "cases.accept", "cases.grant")) {
                    house.log.append(subject, action, "staff:" + subject, Map.of("item", "A-1"));
                }
            });
        }
        newest = house.checkpoints.make();
        key = NoteKey.parse(house.published().key().orElseThrow());
        assertThat(house.trail.verifyAll()).isEmpty();
        for (String table : List.of("leaf", "placed")) {
            house.sql.sql("alter table audit." + table + " disable trigger all").update();
        }
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void changes_to_rows_and_whole_tables_are_found() {
        List<String> tables = List.of(
                "truncate audit.leaf",
                "truncate audit.placed",
                "truncate audit.leaf, audit.placed",
                "delete from audit.placed where place % 2 = 0",
                "delete from audit.leaf where sequence > " + LEAVES / 2,
                "update audit.leaf set actor = 'system'",
                "update audit.placed set entry = (select entry from audit.placed where place = 1)");

        Stream.concat(tables.stream(), Stream.generate(this::changeOfARow).limit(ROWS))
                .forEach(this::requireFoundInTheDatabase);
    }

    private void requireFoundInTheDatabase(String change) {
        house.transaction.executeWithoutResult(status -> {
            int changed = house.sql.sql(change).update();
            if (changed > 0 || change.startsWith("truncate")) {
                assertThat(house.trail.verifyAll()).as(said(change)).isPresent();
            }
            status.setRollbackOnly();
        });
    }

    private String changeOfARow() {
        int sequence = 1 + random.nextInt(LEAVES);
        int place = random.nextInt(LEAVES);
        int octet = random.nextInt(32);
        int bit = 8 * octet + random.nextInt(8);
        String leaf = "update audit.leaf set %s where sequence = " + sequence;
        return switch (random.nextInt(14)) {
            case 0 -> leaf.formatted("digest = set_bit(digest, %1$d, 1 - get_bit(digest, %1$d))".formatted(bit));
            case 1 -> leaf.formatted("previous = set_bit(previous, %1$d, 1 - get_bit(previous, %1$d))".formatted(bit));
            case 2 -> leaf.formatted("actor = 'staff:" + UUID.randomUUID() + "'");
            case 3 -> leaf.formatted("action = action || '.'");
            case 4 -> leaf.formatted("at = at + interval '" + (1 + random.nextInt(1000)) + " microseconds'");
            case 5 -> leaf.formatted("facts = facts || '{\"item\":\"B-" + random.nextInt() + "\"}'");
            case 6 -> leaf.formatted("facts = '{}'");
            case 7 -> leaf.formatted("subject = gen_random_uuid()");
            case 8 -> leaf.formatted("subject_sequence = subject_sequence + " + (3 + random.nextInt(50)));
            case 9 -> "delete from audit.leaf where sequence = " + sequence;
            case 10 -> "delete from audit.placed where place = " + place;
            case 11 ->
                "update audit.placed set entry = set_bit(entry, %1$d, 1 - get_bit(entry, %1$d)) where place = %2$d"
                        .formatted(bit, place);
            case 12 -> "update audit.placed set leaf = leaf + %d where place = %d".formatted(LEAVES + 1 + place, place);
            default ->
                "update audit.placed set place = place + %d where place = %d".formatted(LEAVES + 1 + place, place);
        };
    }

    @Test
    void changes_to_published_files_are_found() throws IOException {
        Path folder = house.published().folder();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (int change = 0; change < FILES; change++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            byte[] after = changed(before);
            if (random.nextInt(20) == 0) {
                Files.delete(file);
            } else {
                Files.write(file, after);
            }

            assertThat(isWhole(new PublishedLog(folder)))
                    .as(said(folder.relativize(file) + " " + Arrays.toString(after)))
                    .isFalse();
            Files.write(file, before);
        }
        assertThat(isWhole(new PublishedLog(folder))).isTrue();
    }

    private boolean isWhole(PublishedLog log) {
        try {
            String note = log.note().orElse("");
            SignedCheckpoint signed = SignedCheckpoint.open(note, key);
            PublishedLog.checkTiles(log.tiles(), signed);
            return log.key().equals(Optional.of(key.written() + "\n")) && signed.size() == newest.size();
        } catch (Refused found) {
            return false;
        }
    }

    @Test
    void changed_and_truncated_proofs_are_refused() {
        List<byte[]> proofs = house.sql.sql("select digest from audit.leaf").query(byte[].class).list().stream()
                .map(digest -> house.proofs.proof(Digest.of(digest)).orElseThrow())
                .map(proof -> proof.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
        for (int change = 0; change < PROOFS; change++) {
            byte[] proof = proofs.get(random.nextInt(proofs.size()));
            String after = new String(changed(proof), StandardCharsets.UTF_8);

            assertThat(isProof(after)).as(said(after)).isFalse();
        }
        assertThat(proofs).allMatch(proof -> isProof(new String(proof, StandardCharsets.UTF_8)));
    }

    private boolean isProof(String file) {
        try {
            return Objects.equals(Proof.parse(file).check(key).root(), newest.root());
        } catch (Refused found) {
            return false;
        }
    }

    /** A bit turned, a part cut off or cut out, a byte put in. */
    private byte[] changed(byte[] content) {
        byte[] other = content.clone();
        int at = random.nextInt(content.length);
        switch (random.nextInt(5)) {
            case 0 -> other = Arrays.copyOf(content, Math.min(at, content.length - 2));
            case 1 -> {
                other = Arrays.copyOf(content, content.length + 1);
                System.arraycopy(content, at, other, at + 1, content.length - at);
                other[at] = (byte) random.nextInt(256);
            }
            case 2 -> {
                int from = Math.min(at, content.length - 2);
                int until = Math.min(content.length, from + 2 + random.nextInt(40));
                other = new byte[content.length - (until - from)];
                System.arraycopy(content, 0, other, 0, from);
                System.arraycopy(content, until, other, from, content.length - until);
            }
            default -> other[at] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private String said(String change) {
        return "seed " + seed + ": " + change;
    }
}
