package org.zhengtong.people.clients;

import com.nimbusds.jwt.SignedJWT;
import java.util.Optional;
import java.util.UUID;

/** Whether a client is itself. Each answers with the client only when it proves itself in this way and is not suspended. */
public interface ClientProofs {
    Optional<Client> withSecret(UUID id, String secret);

    /** Every assertion is good once. */
    Optional<Client> withKey(UUID id, SignedJWT assertion);

    Optional<Client> withNone(UUID id);
}
