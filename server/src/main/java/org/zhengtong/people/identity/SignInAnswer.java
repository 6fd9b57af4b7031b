package org.zhengtong.people.identity;

import java.time.Instant;

/** What somebody who wants to sign in is told. */
public sealed interface SignInAnswer {

    /** @param device what the device shows next time, to be known again */
    record Opened(SessionToken token, SignedIn who, Instant expires, String device) implements SignInAnswer {
        /** Neither token: each would help whoever reads the log. */
        @Override
        public String toString() {
            return "Opened[" + who.session() + "]";
        }
    }

    /**
     * The password was right, and the account has a second factor.
     *
     * @param ticket to be shown with the code
     */
    record SecondNeeded(String ticket, Instant until) implements SignInAnswer {
        @Override
        public String toString() {
            return "SecondNeeded";
        }
    }

    /** Unknown account or wrong password: which of the two is not told. */
    record Refused() implements SignInAnswer {}

    /** Too many wrong tries; {@code again} is the moment of the next one. */
    record TooMany(Instant again) implements SignInAnswer {}

    /** What was begun is over: it took too long, or was tried too often. It begins anew. */
    record Over() implements SignInAnswer {}
}
