package org.zhengtong.ground.database;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes identifiers that sort by time (UUID version 7, RFC 9562), so that indexes grow at one end. */
public final class Identifiers {
    private final Clock clock;
    private final RandomGenerator random;

    public Identifiers(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long time = clock.millis() << 16;
        long version = 0x7000L | (random.nextLong() & 0x0FFFL);
        long variant = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(time | version, variant);
    }
}
