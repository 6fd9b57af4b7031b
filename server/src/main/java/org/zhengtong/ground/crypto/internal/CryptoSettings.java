package org.zhengtong.ground.crypto.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What opens the key store.
 *
 * @param keystorePassword opens the key store below {@code <data-directory>/keys}; when absent, one is made on the
 *     first start and kept beside it in {@code password}, which is only as safe as that folder
 */
@ConfigurationProperties("zhengtong.crypto")
record CryptoSettings(@Nullable String keystorePassword) {

    @Override
    public String toString() {
        return "CryptoSettings[keystorePassword=…]";
    }
}
