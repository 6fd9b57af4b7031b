package org.zhengtong.people.identity;

import java.util.List;

/** Who signed in to an account, and who tried to. */
public interface SignInHistory {

    /** The latest of my own account, newest first. */
    List<SignInTry> of(SignedIn me);
}
