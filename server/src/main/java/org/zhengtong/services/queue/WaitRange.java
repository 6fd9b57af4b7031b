package org.zhengtong.services.queue;

import java.time.Duration;

/** How long somebody is likely to wait: two out of three wait no shorter than {@code from} and no longer than {@code until}. */
public record WaitRange(Duration from, Duration until) {
    private static final int COARSE_FROM = 20;
    private static final int COARSE = 5;

    public WaitRange {
        if (from.isNegative() || until.compareTo(from) < 0) {
            throw new IllegalArgumentException("not a range: " + from + " to " + until);
        }
    }

    public Duration middle() {
        return from.plus(until).dividedBy(2);
    }

    /** As it is said: whole minutes, and from twenty on whole fives. */
    public int fromMinutes() {
        int minutes = (int) from.toMinutes();
        return minutes >= COARSE_FROM ? minutes / COARSE * COARSE : minutes;
    }

    /** At least a minute. */
    public int untilMinutes() {
        int minutes = (int) Math.max(1, (until.toSeconds() + 59) / 60);
        return minutes >= COARSE_FROM ? (minutes + COARSE - 1) / COARSE * COARSE : minutes;
    }
}
