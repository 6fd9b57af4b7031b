package org.zhengtong.people.identity;

import java.time.Instant;

/** Somebody signed in to an account, or tried to. Its words are the message {@code identity.try.<result>}. */
public record SignInTry(Instant at, Result result, String by, String device) {
    public enum Result {
        SIGNED_IN,
        REFUSED
    }
}
