package org.zhengtong.people.clients.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.ClientProofs;
import org.zhengtong.people.clients.Issuer;

@Service
class ProvenClients implements ClientProofs {
    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final ClientStore clients;
    private final Issuer issuer;
    private final Clock clock;

    ProvenClients(ClientStore clients, Issuer issuer, Clock clock) {
        this.clients = clients;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public Optional<Client> withSecret(UUID id, String secret) {
        byte[] digest = Unguessable.digest(secret);
        return clients.held(id)
                .filter(held -> held.secret()
                        .filter(kept -> MessageDigest.isEqual(kept, digest))
                        .isPresent())
                .map(ClientStore.Held::client)
                .filter(client -> !client.suspended());
    }

    @Override
    public Optional<Client> withNone(UUID id) {
        return clients.find(id).filter(client -> client.proof() == ClientProof.NONE && !client.suspended());
    }

    @Override
    public Optional<Client> withKey(UUID id, SignedJWT assertion) {
        return clients.find(id)
                .filter(client -> client.proof() == ClientProof.KEY && !client.suspended())
                .filter(client -> isSignedBy(client, assertion) && saysSo(client, assertion));
    }

    private static boolean isSignedBy(Client client, SignedJWT assertion) {
        if (!ALGORITHMS.contains(assertion.getHeader().getAlgorithm())) {
            return false;
        }
        try {
            return JWKSet.parse(client.keys().orElseThrow()).getKeys().stream()
                    .filter(key -> assertion.getHeader().getKeyID() == null
                            || assertion.getHeader().getKeyID().equals(key.getKeyID()))
                    .anyMatch(key -> isSignedBy(key, assertion));
        } catch (ParseException e) {
            throw new IllegalStateException("keys are looked at before they are kept", e);
        }
    }

    private static boolean isSignedBy(JWK key, SignedJWT assertion) {
        try {
            return key instanceof AsymmetricJWK pair
                    && assertion.verify(new DefaultJWSVerifierFactory()
                            .createJWSVerifier(assertion.getHeader(), pair.toPublicKey()));
        } catch (JOSEException otherKind) {
            return false;
        }
    }

    private boolean saysSo(Client client, SignedJWT assertion) {
        try {
            JWTClaimsSet claims = assertion.getJWTClaimsSet();
            String id = client.id().toString();
            if (claims.getExpirationTime() == null || claims.getJWTID() == null) {
                return false;
            }
            Instant now = clock.instant();
            Instant expires = claims.getExpirationTime().toInstant();
            boolean forUs = claims.getAudience().contains(issuer.name())
                    || claims.getAudience().contains(issuer.at("/oauth2/token").toString());
            boolean fresh = now.isBefore(expires) && !expires.isAfter(now.plus(LONGEST_ASSERTION));
            return id.equals(claims.getIssuer())
                    && id.equals(claims.getSubject())
                    && forUs
                    && fresh
                    && clients.firstShown(Unguessable.digest(id + "/" + claims.getJWTID()), expires);
        } catch (ParseException e) {
            return false;
        }
    }
}
