package org.zhengtong.ground.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A number of tries for each key: of an account, an address, a receipt. Counted on this node alone, and forgotten when
 * the program stops.
 */
public final class Tries {
    private final Clock clock;
    private final LoadingCache<String, Bucket> buckets;

    private Tries(Clock clock, Bandwidth tries) {
        this.clock = clock;
        TimeMeter time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofHours(1))
                .build(key -> Bucket.builder()
                        .addLimit(tries)
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** {@code most} at once; each that was used comes back after another {@code pause}. */
    public static Tries oneByOne(Clock clock, long most, Duration pause) {
        return new Tries(
                clock,
                Bandwidth.builder().capacity(most).refillIntervally(1, pause).build());
    }

    /** {@code most} in each {@code span}, which begins with the first of them; then all come back together. */
    public static Tries allTogether(Clock clock, long most, Duration span) {
        return new Tries(
                clock,
                Bandwidth.builder().capacity(most).refillIntervally(most, span).build());
    }

    /** @return when the next try may be made, when there is none left now */
    public Optional<Instant> take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(clock.instant().plusNanos(probe.getNanosToWaitForRefill()));
    }

    public void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        return Objects.requireNonNull(buckets.get(key));
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
