package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.services.cases.ReceiptNumber;

/**
 * How often somebody may ask without signing in: an address ten times in ten minutes, and five times an hour with wrong
 * digits to one receipt number. Of the eleven thousand ends a number can have, a day of guessing from many addresses
 * tries about a hundred. A number no receipt has is counted like any other, so that the limits tell nothing either.
 */
@Component
class ProgressLimits {
    private final Tries addresses;
    private final Tries receipts;

    ProgressLimits(Clock clock) {
        this.addresses = Tries.allTogether(clock, 10, Duration.ofMinutes(10));
        this.receipts = Tries.allTogether(clock, 5, Duration.ofHours(1));
    }

    /** Pays for one question. */
    Optional<Instant> question(String address) {
        return addresses.take(address);
    }

    /** Pays for one mistake, before the digits are looked at: a hundred at once are counted as a hundred. */
    Optional<Instant> mistake(ReceiptNumber receipt) {
        return receipts.take(receipt.value());
    }

    /** It was none: the try is given back. */
    void wasRight(ReceiptNumber receipt) {
        receipts.giveBack(receipt.value());
    }
}
