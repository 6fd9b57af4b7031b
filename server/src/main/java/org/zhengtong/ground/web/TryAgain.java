package org.zhengtong.ground.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The moment from which somebody who tried too often may try again. */
public record TryAgain(Instant at) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** As the clock on the wall shows it. */
    public String clockTime() {
        return CLOCK.format(at.atZone(Page.ZONE));
    }

    /** As {@code Retry-After} has it: whole seconds, and never one too few. */
    public String secondsAfter(Instant now) {
        return Long.toString(Duration.between(now, at).toSeconds() + 1);
    }
}
