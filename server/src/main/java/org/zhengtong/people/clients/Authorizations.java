package org.zhengtong.people.clients;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;

/** The person's side of signing in at a client: asked, agreed, sent back with a code. */
public interface Authorizations {
    /** A request of a client, with everything in it looked at. */
    record Order(Client client, Set<ClaimScope> scopes, String redirect, String challenge, Optional<String> nonce) {}

    /** @param scopes what the person allows already */
    record Consent(Set<ClaimScope> scopes, Instant since) {}

    Optional<Client> client(UUID id);

    /** The name of the body that runs it. */
    String bodyName(Client client);

    Optional<Consent> consent(PersonId person, Client client);

    /** Remembers that the person allows this; what was allowed before stays so. */
    void agree(SignedIn me, Client client, Set<ClaimScope> scopes);

    void refuse(SignedIn me, Client client, Set<ClaimScope> scopes);

    /** @return the code, good once and for a minute */
    String authorize(SignedIn me, Order order);

    /** What this client knows the person by: no two clients know anybody by the same. */
    String subject(Client client, PersonId person);
}
