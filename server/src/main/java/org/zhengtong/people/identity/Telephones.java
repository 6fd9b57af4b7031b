package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether somebody has the telephone they say they have: they typed the code that was sent to it. Only then does it help to
 * find a forgotten password again. Another number has to be confirmed anew.
 */
public interface Telephones {

    /** How a step went. */
    sealed interface Answer {
        record Done() implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}

        record TooMany(Instant again) implements Answer {}

        /** The code is too old, was tried too often, or there is none. */
        record Over() implements Answer {}
    }

    /** Whether telephones can be told a code here. */
    boolean isConnected();

    boolean isConfirmed(PersonId person);

    /** Sends a new code, good for ten minutes and five tries; the one before is not good any more. */
    Answer send(SignedIn me, Locale language);

    Answer confirm(SignedIn me, String code);

    /** The code a demonstration sent nowhere. */
    Optional<String> demonstratedCode(SignedIn me);
}
