package org.zhengtong.people.identity;

/** Signing in with a password and, when the account has one, a second factor. */
public interface SignIns {

    /** @param account telephone number, identity number or sign-in name */
    SignInAnswer withPassword(String account, String password, SignInPlace place);

    /**
     * The second step.
     *
     * @param ticket of {@link SignInAnswer.SecondNeeded}
     * @param code a time-based code, or one of the recovery codes
     */
    SignInAnswer withCode(String ticket, String code, SignInPlace place);

    /** Whether the second step of this ticket is still open. */
    boolean isOpen(String ticket);

    /**
     * Proves once more who holds the session.
     *
     * @param code needed when the person has time-based codes
     */
    boolean confirm(SignedIn me, String password, String code, SignInPlace place);
}
