package org.zhengtong.services.licences.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;

/** How often one address may ask whether a licence is valid: enough for a counter, too little to try out identifiers. */
@Component
class VerificationLimit {
    private static final int A_MINUTE = 120;
    private static final int ADDRESSES = 50_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final int perMinute;

    @Autowired
    VerificationLimit() {
        this(A_MINUTE);
    }

    VerificationLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @throws Problem 429 when the address has asked too often */
    void count(String address) {
        Bucket bucket = buckets.get(
                address,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw new Problem(429, "too-many-verifications");
        }
    }
}
