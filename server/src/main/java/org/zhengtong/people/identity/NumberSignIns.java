package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Signing in at a machine others use next, by identity number and a code sent to the telephone of the account. Not for staff
 * and not for who chose two factors: they confirm on a telephone that is signed in ({@link QrSignIns}).
 */
public interface NumberSignIns {

    /** How it begins. A number without an account takes the same steps. */
    sealed interface Beginning {
        /** @param ticket stays in the browser, and goes with the code */
        record Sent(String ticket) implements Beginning {}

        record WrongNumber() implements Beginning {}

        record TooMany(Instant again) implements Beginning {}
    }

    /** Whether telephones can be told a code here. */
    boolean isConnected();

    Beginning begin(String number, SignInPlace place, Locale language);

    /** The code is good for ten minutes and five tries, and signs in once. */
    SignInAnswer withCode(String ticket, String code, SignInPlace place);

    /** The code a demonstration sent nowhere. */
    Optional<String> demonstratedCode(String ticket);
}
