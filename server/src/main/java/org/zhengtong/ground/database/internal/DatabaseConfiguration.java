package org.zhengtong.ground.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.ground.database.DatabaseSettings;
import org.zhengtong.ground.database.EmbeddedDatabase;
import org.zhengtong.ground.database.Identifiers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    /** Flyway holds two at once. */
    private static final int FOR_TABLES = 3;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    @ConditionalOnMissingBean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    Identifiers identifiers(Clock clock, RandomGenerator random) {
        return new Identifiers(clock, random);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "zhengtong.database.url", matchIfMissing = true, havingValue = "inside")
    EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) {
        return EmbeddedDatabase.start(settings.dataDirectory().resolve("postgres"));
    }

    /** The pool is handed out only after every room's schema stands. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        EmbeddedDatabase inside = embedded.getIfAvailable();
        if (inside != null) {
            try (HikariDataSource owner = FirstConnection.to(pool(DatabaseAddress.jdbc(inside.url()), FOR_TABLES))) {
                ProgramRole.INSIDE.make(owner, inside.password(ProgramRole.INSIDE.name()));
                return migrated(DatabaseAddress.jdbc(inside.url(ProgramRole.INSIDE.name())), owner, settings);
            }
        }
        DatabaseAddress program = DatabaseAddress.parse(Objects.requireNonNull(settings.url()));
        String ownerUrl = settings.ownerUrl();
        if (ownerUrl == null || ownerUrl.isBlank()) {
            HikariDataSource dataSource = FirstConnection.to(pool(program, settings.connections()));
            Migrations.run(dataSource, dataSource, ProgramRole.of(dataSource));
            return dataSource;
        }
        try (HikariDataSource owner = FirstConnection.to(pool(DatabaseAddress.parse(ownerUrl), FOR_TABLES))) {
            return migrated(program, owner, settings);
        }
    }

    private static HikariDataSource migrated(
            DatabaseAddress program, HikariDataSource owner, DatabaseSettings settings) {
        HikariDataSource dataSource = FirstConnection.to(pool(program, settings.connections()));
        ProgramRole role = ProgramRole.of(dataSource);
        role.mayWork(owner);
        Migrations.run(dataSource, owner, role);
        return dataSource;
    }

    private static HikariConfig pool(DatabaseAddress address, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        pool.setPoolName("zhengtong");
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
