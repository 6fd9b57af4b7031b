package org.zhengtong.services.machines;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.zhengtong.people.identity.IdentityNumber;

/**
 * Identity cards laid on the reader of a machine. A reading counts when the bridge of this very machine signed it, for a
 * question the house asked within the last minute. It shows that the card is there, not that its owner is: it is enough for a
 * number and for checking in, and to see or do more a code goes to the telephone of the account.
 *
 * <p>A reading is kept nowhere but, sealed, in the machine's browser, and for three minutes.
 */
public interface Readings {
    record Reading(String name, IdentityNumber number) {}

    /** What the bridge is to sign. */
    String ask(HttpServletRequest request, HttpServletResponse response);

    /** @return whether it counts */
    boolean take(
            String name, String number, String signature, HttpServletRequest request, HttpServletResponse response);

    Optional<Reading> current(HttpServletRequest request);

    void forget(HttpServletRequest request, HttpServletResponse response);
}
