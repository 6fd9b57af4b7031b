package org.zhengtong.services.machines.bridge;

import java.time.Duration;
import java.util.Optional;

/** A reader of identity cards. */
interface CardReader {
    /** As the bridge calls it in {@code GET /about}. */
    String kind();

    /** The next card that is laid on it; empty when none is within this time. One that was laid before does not count. */
    Optional<Card> next(Duration patience) throws InterruptedException;
}
