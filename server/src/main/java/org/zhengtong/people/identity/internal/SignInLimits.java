package org.zhengtong.people.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Tries;

/**
 * How often a password may be wrong. From one address an account bears five wrong tries, then one a minute; an address
 * bears thirty over all accounts, then one in twenty seconds. Whoever guesses from many addresses meets the account's
 * own limit of sixty, then one in ten seconds, so its owner is never shut out for long.
 *
 * <p>Right passwords cost nothing.
 */
@Component
class SignInLimits {
    private final Tries pairs;
    private final Tries addresses;
    private final Tries accounts;

    SignInLimits(Clock clock) {
        this.pairs = Tries.oneByOne(clock, 5, Duration.ofMinutes(1));
        this.addresses = Tries.oneByOne(clock, 30, Duration.ofSeconds(20));
        this.accounts = Tries.oneByOne(clock, 60, Duration.ofSeconds(10));
    }

    /**
     * Pays for one try, before the password is looked at: a hundred tries at once are counted as a hundred.
     *
     * @return when the next try may be made, when there is none left now
     */
    Optional<Instant> waitUntil(String account, String address) {
        Optional<Instant> pair = pairs.take(account + "@" + address);
        if (pair.isPresent()) {
            return pair;
        }
        Optional<Instant> place = addresses.take(address);
        return place.isPresent() ? place : accounts.take(account);
    }

    /** The password was right: the try is given back. */
    void wasRight(String account, String address) {
        pairs.giveBack(account + "@" + address);
        addresses.giveBack(address);
        accounts.giveBack(account);
    }
}
