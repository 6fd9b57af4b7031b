package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Tries;

/**
 * How many registrations an address may try: thirty, then one a minute. Whoever asks which numbers are registered gets
 * no further; a hall with one address for all its visitors does.
 */
@Component
class RegistrationLimits {
    private final Tries addresses;

    RegistrationLimits(Clock clock) {
        this.addresses = Tries.oneByOne(clock, 30, Duration.ofMinutes(1));
    }

    /** Pays for one try. */
    Optional<Instant> waitUntil(String address) {
        return addresses.take(address);
    }
}
