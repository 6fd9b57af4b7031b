package org.zhengtong.people.clients;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.SignedIn;

/** The clients a person allows to be told something of them. */
public interface AllowedClients {
    /**
     * @param since when the person first allowed it
     * @param used when the person last signed in there
     */
    record Allowed(Client client, String bodyName, Set<ClaimScope> scopes, Instant since, Instant used) {}

    List<Allowed> of(SignedIn me);

    /**
     * Takes it back: every sign-in there ends, and the client is told so.
     *
     * @throws org.zhengtong.ground.web.Problem 404 when the person allows this client nothing
     */
    void end(SignedIn me, UUID client);
}
