package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in, where and for how long. */
public interface Sessions {

    /**
     * @param account telephone number, identity number or sign-in name
     * @param address where the call comes from, for the limits on wrong tries
     * @param device what the person will know the session by
     */
    SignInAnswer signIn(String account, String password, String address, String device);

    Optional<SignedIn> find(SessionToken token);

    /** Whose session this is or was, also after it expired. */
    Optional<PersonId> lastOwner(SessionToken token);

    List<OpenSession> of(PersonId person);

    /** @throws org.zhengtong.ground.web.Problem 404 when {@code session} is not one of this person's */
    void close(SignedIn me, UUID session);

    /**
     * From now on the session acts for the firm, or for the person again when empty.
     *
     * @throws org.zhengtong.ground.web.Problem 403 when the person is not the firm's agent
     */
    SignedIn actFor(SignedIn me, Optional<FirmId> firm);
}
