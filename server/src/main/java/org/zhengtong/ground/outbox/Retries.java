package org.zhengtong.ground.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When something is tried again that did not reach a program or a person outside the house. */
public final class Retries {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private Retries() {}

    /**
     * @param tries how many there were
     * @return the pause before the next one; empty when it is given up
     */
    public static Optional<Duration> after(int tries) {
        return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
    }
}
