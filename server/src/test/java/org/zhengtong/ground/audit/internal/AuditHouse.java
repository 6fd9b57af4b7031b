package org.zhengtong.ground.audit.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.tree.PublishedLog;
import org.zhengtong.ground.crypto.internal.SealsForTest;
import org.zhengtong.ground.database.DatabaseSettings;
import org.zhengtong.testing.RoomSchema;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The room of the audit log alone, on a database and a disk of its own. */
final class AuditHouse implements AutoCloseable {
    static final AuditSettings SETTINGS =
            new AuditSettings("yunxi.example/audit", true, Duration.ofSeconds(30), Duration.ofMinutes(15));

    final TestClock clock = new TestClock();
    final HikariDataSource database;
    final JdbcClient sql;
    final PlatformTransactionManager transactions;
    final TransactionTemplate transaction;
    final Path data;
    final WritingStop writing = new WritingStop(clock, SETTINGS);
    final ChainedAuditLog log;
    final Placing placing;
    final Checkpoints checkpoints;
    final StoredAuditTrail trail;
    final TileProofs proofs;
    final CheckpointRounds rounds;

    AuditHouse() {
        this(pool(RoomSchema.fresh("ground", "audit")), TestDatabase.temporaryFolder());
    }

    /** Another program on this database, with a disk of its own or the same. */
    AuditHouse(HikariDataSource database, Path data) {
        this.database = database;
        this.data = data;
        sql = JdbcClient.create(database);
        transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        JsonMapper json = JsonMapper.builder().build();
        log = new ChainedAuditLog(sql, json, clock, writing);
        placing = new Placing(sql, transactions);
        TreeStore tree = new TreeStore(sql);
        SealsForTest seals = SealsForTest.in(data.resolve("keys"), clock);
        checkpoints = new Checkpoints(
                placing,
                tree,
                new LogKey(seals.seals(), seals.certificates()),
                new DatabaseSettings(database.getJdbcUrl(), null, data, 4),
                SETTINGS);
        trail = new StoredAuditTrail(sql, json, checkpoints, transactions);
        proofs = new TileProofs(checkpoints, tree, trail);
        rounds = new CheckpointRounds(
                checkpoints,
                new Losses(checkpoints, log, trail, transactions),
                new RoleCheck(sql, new StandardEnvironment()),
                writing,
                SETTINGS);
    }

    /** As after a restart. */
    AuditHouse restarted() {
        return new AuditHouse(database, data);
    }

    static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(12);
        return pool;
    }

    PublishedLog published() {
        return checkpoints.log();
    }

    void append(UUID subject, String action) {
        transaction.executeWithoutResult(_ -> log.append(subject, action, "system", Map.of("item", "A-1")));
    }

    void append(int leaves) {
        for (int leaf = 0; leaf < leaves; leaf++) {
            append(UUID.randomUUID(), "cases.file");
        }
    }

    /** As one who owns the database would. */
    void tamper(String... statements) {
        transaction.executeWithoutResult(_ -> {
            for (String table : new String[] {"leaf", "placed"}) {
                sql.sql("alter table audit." + table + " disable trigger all").update();
            }
            for (String statement : statements) {
                sql.sql(statement).update();
            }
            for (String trigger : new String[] {
                "leaf enable always trigger leaf_is_kept",
                "leaf enable always trigger leaves_are_kept",
                "placed enable always trigger placed_is_kept",
                "placed enable always trigger all_placed_are_kept"
            }) {
                sql.sql("alter table audit." + trigger).update();
            }
        });
    }

    long count(String table) {
        return sql.sql("select count(*) from audit." + table).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }
}
