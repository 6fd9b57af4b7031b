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
 * own limit of sixty, then one in ten seconds.
 *
 * <p>A device its owner signed in on before has ten tries of its own, then one in thirty seconds, and none of the limits
 * above: nobody elsewhere can use them up, so a stranger who guesses never shuts the owner out of their own device.
 *
 * <p>Right passwords cost nothing.
 */
@Component
class SignInLimits {
    private final Tries pairs;
    private final Tries addresses;
    private final Tries accounts;
    private final Tries devices;

    SignInLimits(Clock clock) {
        this.pairs = Tries.oneByOne(clock, 5, Duration.ofMinutes(1));
        this.addresses = Tries.oneByOne(clock, 30, Duration.ofSeconds(20));
        this.accounts = Tries.oneByOne(clock, 60, Duration.ofSeconds(10));
        this.devices = Tries.oneByOne(clock, 10, Duration.ofSeconds(30));
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

    /** @param device of which the account's owner is known */
    Optional<Instant> waitUntilOnKnown(String account, String device) {
        return devices.take(account + "@" + device);
    }

    void wasRightOnKnown(String account, String device) {
        devices.giveBack(account + "@" + device);
    }
}
