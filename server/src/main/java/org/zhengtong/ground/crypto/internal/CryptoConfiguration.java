package org.zhengtong.ground.crypto.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.SealedOutside;
import org.zhengtong.ground.database.DatabaseSettings;

/** Keys and nonces take their randomness from the system, never from the replaceable bean: a seed would open everything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CryptoSettings.class)
class CryptoConfiguration {

    @Bean
    KeyFolder keyFolder(DatabaseSettings settings) {
        return new KeyFolder(settings.dataDirectory().resolve("keys"));
    }

    @Bean
    RootKey rootKey(KeyFolder folder, CryptoSettings settings) {
        SecureRandom random = new SecureRandom();
        return RootKey.open(folder, Password.of(folder, settings.keystorePassword(), random), random);
    }

    @Bean
    KeyRecord keyRecord(JdbcClient sql) {
        return new KeyRecord(sql);
    }

    @Bean
    FieldKeys fieldKeys(KeyFolder folder, RootKey root, KeyRecord record, Clock clock) {
        return FieldKeys.open(folder, root, record, clock, new SecureRandom());
    }

    @Bean
    Sm4FieldCipher fieldCipher(FieldKeys keys) {
        return new Sm4FieldCipher(keys, new SecureRandom());
    }

    @Bean
    StoredKeyRenewal keyRenewal(
            FieldKeys keys,
            KeyRecord record,
            Sm4FieldCipher cipher,
            List<SealedOutside> outside,
            JdbcClient sql,
            NamedParameterJdbcTemplate batches,
            TransactionTemplate transaction,
            Clock clock) {
        return new StoredKeyRenewal(keys, record, cipher, outside, sql, batches, transaction, clock);
    }

    @Bean
    BlindIndex blindIndex(FieldKeys keys) {
        return new KeyedBlindIndex(keys);
    }

    @Bean
    Sm2Seals seals(KeyFolder folder, RootKey root, Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Sm2Seals(new SealKeys(folder, root, clock, random), random);
    }
}
