package org.zhengtong.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable in this JVM on the database of a running program, in a schema of its own, set up as its guide says: a pool as
 * large as the program's, history of the level "audit", no executor for what is not there, and neither of the engines
 * that come with it and are not used.
 */
final class ProcessEngineBeside implements AutoCloseable {
    private static final String SCHEMA = "reference";

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private ProcessEngineBeside(HikariDataSource pool, ProcessEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    static ProcessEngineBeside start(InsideDatabase database, LicenceTable licences) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url() + "&currentSchema=" + SCHEMA);
        config.setMaximumPoolSize(10);
        HikariDataSource pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + SCHEMA + " cascade");
            statement.execute("create schema " + SCHEMA);
            statement.execute(LicenceTable.CREATION);
        }
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDisableIdmEngine(true).setDisableEventRegistry(true);
        configuration.setDatabaseSchemaUpdate("true").setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDataSource(pool);
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setBeans(Map.of("licences", licences));
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("org/zhengtong/bench/case-life.bpmn20.xml")
                .deploy();
        return new ProcessEngineBeside(pool, engine);
    }

    ProcessEngine engine() {
        return engine;
    }

    @Override
    public void close() throws SQLException {
        engine.close();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema " + SCHEMA + " cascade");
        }
        pool.close();
    }
}
