package org.zhengtong.people.identity;

import jakarta.servlet.http.HttpServletRequest;

/** Signs in the personas of the demo city without a password. There is one in the demo profile only. */
public interface DemoSignIn {

    /**
     * @return to be put into the answer with {@link SessionToken#set}
     * @throws org.zhengtong.ground.web.Problem 403 when the call does not come from this very machine, or the person is
     *     not synthetic
     */
    SessionToken signIn(PersonId person, HttpServletRequest request);
}
