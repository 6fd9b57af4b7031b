package org.zhengtong.people.identity;

/** The end of an account. */
public interface AccountClosing {
    /** Whether this is the present password of whoever is signed in; wrong tries are limited as at sign-in. */
    boolean isPassword(SignedIn me, String password);

    /**
     * In the running transaction: nobody signs in with it any more, and all sessions end.
     *
     * @param whole whether nothing refers to the person and everything known of them goes; otherwise name and number stay
     *     with what is kept of them, and they may register again
     */
    void close(PersonId person, boolean whole);
}
