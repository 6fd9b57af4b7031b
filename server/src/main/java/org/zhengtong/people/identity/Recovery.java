package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A forgotten password. Whoever proves name and number, and holds the telephone confirmed for them, chooses a new one; or a
 * clerk who saw person and card begins it at a window. Either way the new password waits, its owner is told by every channel
 * and can stop it, and a second factor is still asked for. No answer tells whether an account exists. Who was registered at
 * a window and never had a password gets the first one by the code on the paper, at once.
 */
public interface Recovery {

    /** How a step went. */
    sealed interface Answer {
        /** @param ticket what the next step is shown */
        record Onwards(String ticket) implements Answer {
            @Override
            public String toString() {
                return "Onwards";
            }
        }

        /** The new password is good from then on, unless its owner says no. */
        record Waits(Instant due) implements Answer {}

        /** The first password of somebody registered at a window: there is nobody else to be asked. */
        record Done() implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}

        /** The register of names does not answer. */
        record Unreachable() implements Answer {}

        record TooMany(Instant again) implements Answer {}

        /** It took too long, or was tried too often. */
        record Over() implements Answer {}
    }

    /** @param atWindow whether a clerk began it, and not a code by telephone */
    record Pending(boolean atWindow, Instant due) {}

    /** Whether telephones can be told a code here. */
    boolean isConnected();

    /** Whether nothing is really sent, and the code is shown instead. */
    boolean isDemonstration();

    Answer begin(Forgotten typed, String address, Locale language);

    boolean waitsForCode(String ticket);

    boolean waitsForPassword(String ticket);

    Answer code(String ticket, String code);

    /** Of what a clerk began: the person's own number, and the code on the paper. */
    Answer windowCode(String number, String code, String address);

    Answer password(String ticket, String next, String nextAgain);

    /** A new password of mine that waits. */
    Optional<Pending> pending(PersonId person);

    void stop(SignedIn me);

    /**
     * A clerk saw the person and their card.
     *
     * @param factors whether what the person proved themselves with is lost too
     * @param actor the clerk, as the audit log names them
     * @return the code for the paper, shown once; empty when nobody is registered under the number
     */
    Optional<String> beginAtWindow(IdentityNumber number, boolean factors, String reason, String actor);

    /** The code a demonstration sent nowhere. */
    Optional<String> demonstratedCode(String ticket);
}
