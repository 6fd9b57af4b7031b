package org.zhengtong.people.identity;

import java.time.Instant;

/** What somebody who wants to sign in is told. */
public sealed interface SignInAnswer {

    record Opened(SessionToken token, SignedIn who, Instant expires) implements SignInAnswer {}

    /** Unknown account or wrong password: which of the two is not told. */
    record Refused() implements SignInAnswer {}

    /** Too many wrong tries; {@code again} is the moment of the next one. */
    record TooMany(Instant again) implements SignInAnswer {}
}
