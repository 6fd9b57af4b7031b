package org.zhengtong.people.clients;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A system that people sign in to through the house.
 *
 * @param body USCC of the body that runs it
 * @param purpose what it needs to know people for, in the words people are shown
 * @param redirects where people are sent back to; exactly these
 * @param afterSignOut where people may be sent after signing out; exactly these
 * @param logout where it is told that a sign-in has ended
 * @param scopes the most it may ask for
 * @param refresh whether it may go on asking while the person's session goes on
 * @param keys its public keys, a JWK set, when it proves itself by one
 */
public record Client(
        UUID id,
        String name,
        String body,
        String purpose,
        ClientProof proof,
        List<String> redirects,
        List<String> afterSignOut,
        Optional<String> logout,
        Set<ClaimScope> scopes,
        boolean refresh,
        Optional<String> keys,
        boolean suspended,
        Instant created) {
    public Client {
        redirects = List.copyOf(redirects);
        afterSignOut = List.copyOf(afterSignOut);
        scopes = Set.copyOf(scopes);
    }

    /** As the audit log names it. */
    public String actor() {
        return "client:" + id;
    }
}
