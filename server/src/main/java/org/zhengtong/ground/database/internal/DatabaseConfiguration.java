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
        HikariConfig pool = new HikariConfig();
        if (inside != null) {
            pool.setJdbcUrl(inside.url());
        } else {
            DatabaseAddress address = DatabaseAddress.parse(Objects.requireNonNull(settings.url()));
            pool.setJdbcUrl(address.jdbcUrl());
            address.user().ifPresent(pool::setUsername);
            address.password().ifPresent(pool::setPassword);
        }
        pool.setPoolName("zhengtong");
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(2);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        HikariDataSource dataSource = FirstConnection.to(pool);
        Migrations.run(dataSource);
        return dataSource;
    }
}
