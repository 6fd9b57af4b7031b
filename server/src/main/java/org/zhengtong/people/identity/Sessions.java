package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is signed in, where and for how long. */
public interface Sessions {

    Optional<SignedIn> find(SessionToken token);

    /** Those of the sessions that have not ended: nobody closed them, and they are not over. */
    Set<UUID> open(Set<UUID> sessions);

    /** Whose session this is or was, also after it expired. */
    Optional<PersonId> lastOwner(SessionToken token);

    List<OpenSession> of(PersonId person);

    /** @throws org.zhengtong.ground.web.Problem 404 when {@code session} is not one of this person's */
    void close(SignedIn me, UUID session);

    /** Ends every session of the person but this one. */
    void closeOthers(SignedIn me);

    /**
     * Ends every session of somebody else, and forgets the devices they signed in on. They can sign in again.
     *
     * @param actor the administrator, as the audit log names them
     * @return how many were open
     */
    int endAllOf(PersonId person, String actor, String reason);

    /**
     * Ends every session there is but this one.
     *
     * @return how many were open
     */
    int endEverybodys(SignedIn me, String reason);

    /**
     * From now on the session acts for this firm or person, or for its own person again when empty.
     *
     * @throws org.zhengtong.ground.web.Problem 403 when the person has no mandate for them
     */
    SignedIn actFor(SignedIn me, Optional<Party> other);
}
