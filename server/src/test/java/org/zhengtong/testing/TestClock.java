package org.zhengtong.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. It begins on Monday 2026-03-02 at 09:00 in Yunxi. */
public final class TestClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final Instant START =
            LocalDateTime.of(2026, 3, 2, 9, 0).atZone(ZONE).toInstant();
    private volatile Instant now = START;

    public void set(Instant instant) {
        now = instant;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
