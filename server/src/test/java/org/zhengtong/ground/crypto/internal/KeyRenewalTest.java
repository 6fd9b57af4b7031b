package org.zhengtong.ground.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.crypto.KeyRenewal.FieldKey;
import org.zhengtong.testing.RoomSchema;
import org.zhengtong.testing.TestClock;

/** A new key for fields, and a table of sealed values that is used meanwhile; more of them: {@code -Dzt.renewal-rows=1000000}. */
class KeyRenewalTest {
    private static final int ROWS = Integer.getInteger("zt.renewal-rows", 3000);
    private static final int IN_A_BATCH = 1000;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private DriverManagerDataSource database;
    private JdbcClient sql;
    private TransactionTemplate transaction;
    private FieldKeys keys;
    private Sm4FieldCipher cipher;
    private StoredKeyRenewal renewal;

    @BeforeEach
    void a_room_with_sealed_values() {
        database = new DriverManagerDataSource(RoomSchema.fresh("ground", "crypto"));
        sql = JdbcClient.create(database);
        sql.sql("create schema \"case\"").update();
        sql.sql(
                        "create table \"case\".word (id uuid, number int, said bytea, read int default 0, primary key (id, number))")
                .update();
        sql.sql("comment on column \"case\".word.said is 'sealed as case.word.said:{id}/{number}'")
                .update();
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        keys = node(clock);
        cipher = new Sm4FieldCipher(keys, new java.security.SecureRandom());
        renewal = new StoredKeyRenewal(
                keys,
                new KeyRecord(sql),
                cipher,
                List.of(),
                sql,
                new NamedParameterJdbcTemplate(database),
                transaction,
                clock);
    }

    @Test
    void everything_is_sealed_anew_while_others_read_and_write() throws Exception {
        Random random = new Random(20261129);
        List<UUID> written = writeMany(random);
        begin();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reading = others.submit(() -> {
                int read = 0;
                while (!over.get()) {
                    int i = read++ % written.size();
                    assertThat(read(written.get(i), i)).isEqualTo("电话 1380000" + i);
                    sql.sql("update \"case\".word set read = read + 1 where id = :id")
                            .param("id", written.get(i))
                            .update();
                }
                return read;
            });
            renewal.run(KeyRenewalTest::noRest);
            over.set(true);
            assertThat(reading.get()).isPositive();
        }

        assertThat(underKey(1)).isZero();
        assertThat(renewal.keys().getFirst().moved()).isEqualTo(ROWS);
        for (int i = 0; i < written.size(); i += 97) {
            assertThat(read(written.get(i), i)).isEqualTo("电话 1380000" + i);
        }
    }

    @Test
    void it_is_done_only_when_every_node_has_had_time_to_learn_the_key() {
        write("甲", 1, new Random(1));
        begin();

        renewal.run(KeyRenewalTest::noRest);
        assertThat(renewal.goesOn()).isTrue();
        assertThat(begun()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        renewal.run(KeyRenewalTest::noRest);
        assertThat(renewal.goesOn()).isFalse();
        assertThat(renewal.keys()).extracting(FieldKey::number).containsExactly(2, 1);
        assertThat(renewal.keys().getFirst().renewed()).contains(clock.instant());
        begin();
        assertThat(keys.current()).isEqualTo(3);
    }

    @Test
    void a_row_somebody_is_writing_is_left_for_the_next_round() {
        UUID id = write("甲", 1, new Random(1));
        begin();
        clock.advance(Duration.ofMinutes(1));

        transaction.executeWithoutResult(_ -> {
            sql.sql("select 1 from \"case\".word where id = :id for update")
                    .param("id", id)
                    .query(Integer.class)
                    .single();
            Thread other = Thread.ofVirtual().start(() -> renewal.run(KeyRenewalTest::noRest));
            join(other);
            assertThat(underKey(1)).isOne();
        });
        assertThat(renewal.goesOn()).isTrue();

        renewal.run(KeyRenewalTest::noRest);
        assertThat(underKey(1)).isZero();
        assertThat(renewal.goesOn()).isFalse();
    }

    @Test
    void a_value_that_was_bent_stays_as_it_is_and_stops_nothing() {
        Random random = new Random(1);
        write("甲", 1, random);
        UUID bent = write("乙", 2, random);
        sql.sql("update \"case\".word set number = 3 where id = :id")
                .param("id", bent)
                .update();
        begin();
        clock.advance(Duration.ofMinutes(1));

        renewal.run(KeyRenewalTest::noRest);

        assertThat(underKey(1)).isOne();
        assertThat(underKey(2)).isOne();
        assertThat(renewal.goesOn()).isFalse();
    }

    @Test
    void another_node_seals_under_the_new_key_within_seconds() {
        TestClock there = new TestClock();
        Sm4FieldCipher other = new Sm4FieldCipher(node(there), new java.security.SecureRandom());
        begin();
        assertThat(other.seal("甲", "x")[1]).isEqualTo((byte) 1);

        there.advance(FieldKeys.NOTICED);

        assertThat(other.seal("甲", "x")[1]).isEqualTo((byte) 2);
    }

    private static void noRest() {}

    private void begin() {
        assertThat(begun()).isPresent();
    }

    private Optional<FieldKey> begun() {
        return Objects.requireNonNull(transaction.execute(_ -> renewal.begin()));
    }

    private FieldKeys node(Clock itsClock) {
        KeyFolder shared = new KeyFolder(folder);
        java.security.SecureRandom random = new java.security.SecureRandom();
        RootKey root = RootKey.open(shared, Password.of(shared, "a password", random), random);
        return FieldKeys.open(shared, root, new KeyRecord(sql), itsClock, random);
    }

    private UUID write(String words, int number, Random random) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        sql.sql("insert into \"case\".word (id, number, said) values (:id, :number, :said)")
                .param("id", id)
                .param("number", number)
                .param("said", cipher.seal(words, "case.word.said:" + id + "/" + number))
                .update();
        return id;
    }

    private List<UUID> writeMany(Random random) {
        List<UUID> written = new ArrayList<>();
        NamedParameterJdbcTemplate batch = new NamedParameterJdbcTemplate(database);
        for (int from = 0; from < ROWS; from += IN_A_BATCH) {
            List<SqlParameterSource> rows = new ArrayList<>();
            for (int number = from; number < Math.min(ROWS, from + IN_A_BATCH); number++) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                written.add(id);
                rows.add(new MapSqlParameterSource("id", id)
                        .addValue("number", number)
                        .addValue("said", cipher.seal("电话 1380000" + number, "case.word.said:" + id + "/" + number)));
            }
            transaction.executeWithoutResult(_ -> batch.batchUpdate(
                    "insert into \"case\".word (id, number, said) values (:id, :number, :said)",
                    rows.toArray(SqlParameterSource[]::new)));
        }
        return written;
    }

    private String read(UUID id, int number) {
        return cipher.openText(
                sql.sql("select said from \"case\".word where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single(),
                "case.word.said:" + id + "/" + number);
    }

    private long underKey(int number) {
        return sql.sql("select count(*) from \"case\".word where get_byte(said, 1) = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
