package org.zhengtong.people.clients;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Optional;

/**
 * What ID tokens and logout tokens are signed with. A key signs for 90 days; the next one is published a day before it
 * signs, and the last one stays published for a day after.
 */
public interface SigningKeys {
    /** Every client library knows it. */
    JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    SignedJWT sign(JWTClaimsSet claims, JOSEObjectType type);

    /** The public keys. */
    JWKSet published();

    /** What the token says when one of the published keys has signed it, however long ago. */
    Optional<JWTClaimsSet> signed(String token);
}
