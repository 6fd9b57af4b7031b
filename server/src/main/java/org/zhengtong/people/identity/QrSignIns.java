package org.zhengtong.people.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Signing in on a screen by confirming it on a telephone that is signed in already. A screen waits two minutes; the picture
 * it shows says nothing but which screen asks, and only the browser that shows it gets the session.
 */
public interface QrSignIns {

    /**
     * What a screen shows.
     *
     * @param asks for the picture
     * @param waits for the cookie of the waiting browser, never shown
     * @param number the same on the telephone, to be compared
     */
    record Begun(String asks, String waits, String number, Instant until) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** Who asks, as the telephone shows it. */
    record Asked(String number, String device, String address, Instant since) {}

    /** How it stands, for the waiting browser. */
    sealed interface Standing {
        record Waiting(String asks, String number, Instant until) implements Standing {
            @Override
            public String toString() {
                return "Waiting";
            }
        }

        record Refused() implements Standing {}

        /** Too late, taken already, or never begun here. */
        record Over() implements Standing {}

        record Opened(SignInAnswer.Opened session) implements Standing {}
    }

    Begun begin(SignInPlace place);

    /**
     * @param asks of the picture
     * @param waits what the asking browser has in its cookie
     */
    Standing standing(String asks, String waits, SignInPlace place);

    Optional<Asked> asked(String asks);

    /**
     * @param waits what the telephone's own browser waits with, if it does: nobody confirms their own screen
     * @return false when it is too late, or was answered already
     */
    boolean approve(SignedIn me, String asks, Optional<String> waits);

    boolean refuse(SignedIn me, String asks);
}
