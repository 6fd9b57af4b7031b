package org.zhengtong.people.identity.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How often a password may be wrong. From one address an account bears five wrong tries, then one a minute; an address
 * bears thirty over all accounts, then one in twenty seconds. Whoever guesses from many addresses meets the account's
 * own limit of sixty, then one in ten seconds: its owner never waits longer than that for a try of their own.
 *
 * <p>Right passwords cost nothing. The counts are this node's own.
 */
@Component
class SignInLimits {
    private final TimeMeter time;
    private final Clock clock;
    private final LoadingCache<String, Bucket> pairs = buckets(5, Duration.ofMinutes(1));
    private final LoadingCache<String, Bucket> addresses = buckets(30, Duration.ofSeconds(20));
    private final LoadingCache<String, Bucket> accounts = buckets(60, Duration.ofSeconds(10));

    SignInLimits(Clock clock) {
        this.clock = clock;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Pays for one try; {@link Attempt#wasRight} gives it back. */
    Attempt begin(String account, String address) {
        List<Bucket> paid = new ArrayList<>();
        for (Bucket bucket :
                List.of(of(pairs, account + "@" + address), of(addresses, address), of(accounts, account))) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                paid.forEach(one -> one.addTokens(1));
                return new Attempt(List.of(), Optional.of(clock.instant().plusNanos(probe.getNanosToWaitForRefill())));
            }
            paid.add(bucket);
        }
        return new Attempt(paid, Optional.empty());
    }

    private static Bucket of(LoadingCache<String, Bucket> buckets, String key) {
        return Objects.requireNonNull(buckets.get(key));
    }

    private LoadingCache<String, Bucket> buckets(long tries, Duration oneMoreEvery) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofHours(1))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillIntervally(1, oneMoreEvery))
                        .withCustomTimePrecision(time)
                        .build());
    }

    record Attempt(List<Bucket> paid, Optional<Instant> again) {
        void wasRight() {
            paid.forEach(bucket -> bucket.addTokens(1));
        }
    }
}
