package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in, where and for how long. */
public interface Sessions {

    Optional<SignedIn> find(SessionToken token);

    /** Whose session this is or was, also after it expired. */
    Optional<PersonId> lastOwner(SessionToken token);

    List<OpenSession> of(PersonId person);

    /** @throws org.zhengtong.ground.web.Problem 404 when {@code session} is not one of this person's */
    void close(SignedIn me, UUID session);

    /** Ends every session of the person but this one. */
    void closeOthers(SignedIn me);

    /**
     * From now on the session acts for this firm or person, or for its own person again when empty.
     *
     * @throws org.zhengtong.ground.web.Problem 403 when the person has no mandate for them
     */
    SignedIn actFor(SignedIn me, Optional<Party> other);
}
