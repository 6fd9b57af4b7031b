package org.zhengtong.ground.crypto.internal;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    KeyStores keyStores(KeyFolder folder, CryptoSettings settings, Clock clock) {
        SecureRandom random = new SecureRandom();
        return new KeyStores(folder, Password.of(folder, settings.keystorePassword(), random), clock, random);
    }

    @Bean
    FieldKeys fieldKeys(KeyFolder folder, KeyStores stores) {
        return FieldKeys.open(folder, stores, new SecureRandom());
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
    Sm2Seals seals(KeyStores stores) {
        return new Sm2Seals(stores, new SecureRandom());
    }
}
