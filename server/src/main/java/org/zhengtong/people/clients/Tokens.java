package org.zhengtong.people.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The client's side of a sign-in. What is refused is refused without a reason. */
public interface Tokens {
    Duration CODE = Duration.ofSeconds(60);
    Duration ACCESS = Duration.ofMinutes(10);
    Duration ID = Duration.ofMinutes(10);
    /** At the longest: a refresh token ends with the person's session. */
    Duration REFRESH = Duration.ofHours(12);

    /** What a client is handed. */
    record Issued(String access, Optional<String> refresh, String id, Set<ClaimScope> scopes) {
        /** None of it: whoever reads it in a log could be the client. */
        @Override
        public String toString() {
            return "Issued";
        }
    }

    /** What is said of a token that is good. */
    record Standing(String subject, Set<ClaimScope> scopes, boolean access, Instant issued, Instant expires) {}

    /** A code is good once: whoever shows it again, or with the wrong verifier, ends the sign-in and all that came of it. */
    Optional<Issued> redeem(Client client, String code, String redirect, String verifier);

    /** The token is used up and replaced; whoever shows it again ends the sign-in and all that came of it. */
    Optional<Issued> refresh(Client client, String token);

    /** A refresh token ends the sign-in, an access token only itself; a token that is none of this client's, nothing. */
    void revoke(Client client, String token);

    /** Empty for a token that is not good, or not of this client. */
    Optional<Standing> standing(Client client, String token);

    /** What the person allows the client to be told; the person sees that it was. */
    Optional<Map<String, Object>> claims(String access);
}
