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
    /** What people know it by in the list of their sign-ins. */
    private static final String MACHINE = "自助终端";

    /** So long a session lasts on a machine others use next. */
    public static final Duration SHARED_FOR = Duration.ofMinutes(20);

    /** A machine of one's own. */
    public SignInPlace(String address, String device, Optional<String> known) {
        this(address, device, known, false);
    }

    /** A machine of a hall. */
    public static SignInPlace ofMachine(String address) {
        return new SignInPlace(address, MACHINE, Optional.empty(), true);
    }

    /** Nothing of it: what makes a device known is a secret. */
    @Override
    public String toString() {
        return "SignInPlace[" + device + "]";
    }
}
