package org.zhengtong.people.identity;

import java.util.UUID;

/**
 * Something is told to a telephone.
 *
 * @param subject the person whose code it is; the row of the number that was given up, or of the sign-in
 */
public record TelephoneNews(UUID subject, What what) {
    public static final String TOPIC = "identity.telephone";

    /** What is told. Its words are the messages {@code identity.news.<name>.subject} and {@code .text}. */
    public enum What {
        CONFIRM,
        SIGN_IN,
        GIVEN_UP
    }
}
