package org.zhengtong.ground.crypto.internal;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.FieldCipher;
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
    FieldKeys fieldKeys(KeyFolder folder, RootKey root, JdbcClient sql) {
        return FieldKeys.open(folder, root, new KeyRecord(sql), new SecureRandom());
    }

    @Bean
    FieldCipher fieldCipher(FieldKeys keys) {
        return new Sm4FieldCipher(keys, new SecureRandom());
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
