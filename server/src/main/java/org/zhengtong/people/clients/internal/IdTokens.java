package org.zhengtong.people.clients.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.clients.SigningKeys;
import org.zhengtong.people.clients.Tokens;
import org.zhengtong.people.identity.Proof;

/** Who signed in, how and when, signed for one client. What else it is told it asks for with the access token. */
@Component
class IdTokens {
    private final SigningKeys keys;
    private final PairwiseNames names;
    private final Issuer issuer;

    IdTokens(SigningKeys keys, PairwiseNames names, Issuer issuer) {
        this.keys = keys;
        this.names = names;
        this.issuer = issuer;
    }

    /** @param first whether it comes of the code; only then the request's nonce stands in it */
    String of(SignInStore.SignIn signIn, Client client, boolean first, Instant now) {
        IDTokenClaimsSet claims = new IDTokenClaimsSet(
                new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                new Subject(names.subject(client, signIn.person())),
                List.of(new Audience(client.id().toString())),
                Date.from(now.plus(Tokens.ID)),
                Date.from(now));
        Proof proof = signIn.proof();
        if (proof.confirmed().isAfter(Instant.EPOCH)) {
            claims.setAuthenticationTime(Date.from(proof.confirmed()));
        }
        claims.setACR(new ACR(proof.twice() ? TWO_FACTORS : ONE_FACTOR));
        claims.setAMR(methods(proof));
        claims.setSessionID(new SessionID(names.session(client, signIn.session())));
        if (first) {
            signIn.nonce().ifPresent(nonce -> claims.setNonce(new Nonce(nonce)));
        }
        try {
            return keys.sign(claims.toJWTClaimsSet(), JOSEObjectType.JWT).serialize();
        } catch (ParseException e) {
            throw new IllegalStateException("what we wrote ourselves can be read", e);
        }
    }

    private static final String ONE_FACTOR = "urn:zhengtong:factors:one";
    private static final String TWO_FACTORS = "urn:zhengtong:factors:two";

    /** RFC 8176, and {@code qr} and {@code demo} of our own. */
    private static List<AMR> methods(Proof proof) {
        Stream<String> names = switch (proof.way()) {
            case PASSWORD -> proof.twice() ? Stream.of("pwd", "otp", "mfa") : Stream.of("pwd");
            case PASSKEY -> Stream.of("pop", "user", "mfa");
            case QR -> Stream.of("qr");
            case TELEPHONE -> Stream.of("sms");
            case DEMONSTRATION -> Stream.of("demo");
        };
        return names.map(AMR::new).toList();
    }
}
