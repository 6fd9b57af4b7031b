package org.zhengtong.people.identity;

import java.util.Optional;

/**
 * Where somebody signs in.
 *
 * @param address where the call comes from
 * @param device what the person will know the session by, such as {@code Firefox · Windows}
 * @param known what the device shows of an earlier sign-in on it
 */
public record SignInPlace(String address, String device, Optional<String> known) {

    /** Nothing of it: what makes a device known is a secret. */
    @Override
    public String toString() {
        return "SignInPlace[" + device + "]";
    }
}
