package org.zhengtong.people.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * Where somebody signs in.
 *
 * @param address where the call comes from
 * @param device what the person will know the session by, such as {@code Firefox · Windows}
 * @param known what the device shows of an earlier sign-in on it
 * @param shared whether others use the machine next ({@link SharedMachine})
 */
public record SignInPlace(String address, String device, Optional<String> known, boolean shared) {
    /** So long a session lasts on a machine others use next. */
    public static final Duration SHARED_FOR = Duration.ofMinutes(10);

    /** A machine of one's own. */
    public SignInPlace(String address, String device, Optional<String> known) {
        this(address, device, known, false);
    }

    /** Nothing of it: what makes a device known is a secret. */
    @Override
    public String toString() {
        return "SignInPlace[" + device + "]";
    }
}
