package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.clients.Tokens;

/** Tokens for codes and for tokens; their end; and what they are worth. */
@RestController
class TokenCalls {
    private final Tokens tokens;
    private final ClientCall calls;
    private final Issuer issuer;

    TokenCalls(Tokens tokens, ClientCall calls, Issuer issuer) {
        this.tokens = tokens;
        this.calls = calls;
        this.issuer = issuer;
    }

    @PostMapping("/oauth2/token")
    ResponseEntity<String> token(HttpServletRequest request) {
        try {
            TokenRequest asked = TokenRequest.parse(calls.read(request));
            Optional<Client> client = calls.client(asked.getClientAuthentication(), asked.getClientID());
            return client.isPresent() ? token(client.get(), asked) : ClientCall.refused(OAuth2Error.INVALID_CLIENT);
        } catch (ParseException wrong) {
            return ClientCall.refused(wrong);
        }
    }

    private ResponseEntity<String> token(Client client, TokenRequest asked) {
        AuthorizationGrant grant = asked.getAuthorizationGrant();
        if (!(grant instanceof AuthorizationCodeGrant) && !(grant instanceof RefreshTokenGrant)) {
            return ClientCall.refused(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        Optional<Tokens.Issued> issued = switch (grant) {
            case AuthorizationCodeGrant code -> redeem(client, code);
            case RefreshTokenGrant refresh ->
                tokens.refresh(client, refresh.getRefreshToken().getValue());
            default -> Optional.empty();
        };
        return issued.map(TokenCalls::answer).orElseGet(() -> ClientCall.refused(OAuth2Error.INVALID_GRANT));
    }

    private Optional<Tokens.Issued> redeem(Client client, AuthorizationCodeGrant grant) {
        return tokens.redeem(
                client,
                grant.getAuthorizationCode().getValue(),
                grant.getRedirectionURI() == null
                        ? ""
                        : grant.getRedirectionURI().toString(),
                grant.getCodeVerifier() == null ? "" : grant.getCodeVerifier().getValue());
    }

    private static ResponseEntity<String> answer(Tokens.Issued issued) {
        OIDCTokens written = new OIDCTokens(
                issued.id(),
                new BearerAccessToken(
                        issued.access(), Tokens.ACCESS.toSeconds(), Scope.parse(ClaimScope.words(issued.scopes()))),
                issued.refresh().map(RefreshToken::new).orElse(null));
        return ClientCall.said(new OIDCTokenResponse(written).toJSONObject().toJSONString());
    }

    /** Whether there was such a token is not told. */
    @PostMapping("/oauth2/revoke")
    ResponseEntity<String> revoke(HttpServletRequest request) {
        try {
            TokenRevocationRequest asked = TokenRevocationRequest.parse(calls.read(request));
            Optional<Client> client = calls.client(asked.getClientAuthentication(), asked.getClientID());
            if (client.isEmpty()) {
                return ClientCall.refused(OAuth2Error.INVALID_CLIENT);
            }
            tokens.revoke(client.get(), asked.getToken().getValue());
            return ResponseEntity.ok().build();
        } catch (ParseException wrong) {
            return ClientCall.refused(wrong);
        }
    }

    /** For clients that can prove themselves, and of their own tokens only. */
    @PostMapping("/oauth2/introspect")
    ResponseEntity<String> introspect(HttpServletRequest request) {
        try {
            TokenIntrospectionRequest asked = TokenIntrospectionRequest.parse(calls.read(request));
            Optional<Client> client =
                    calls.client(asked.getClientAuthentication(), null).filter(one -> one.proof() != ClientProof.NONE);
            return client.map(one ->
                            ClientCall.said(standing(one, asked.getToken().getValue())))
                    .orElseGet(() -> ClientCall.refused(OAuth2Error.INVALID_CLIENT));
        } catch (ParseException wrong) {
            return ClientCall.refused(wrong);
        }
    }

    private String standing(Client client, String token) {
        TokenIntrospectionSuccessResponse.Builder answer = tokens.standing(client, token)
                .map(good -> good(client, good))
                .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false));
        return answer.build().toJSONObject().toJSONString();
    }

    private TokenIntrospectionSuccessResponse.Builder good(Client client, Tokens.Standing good) {
        TokenIntrospectionSuccessResponse.Builder answer = new TokenIntrospectionSuccessResponse.Builder(true)
                .issuer(new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()))
                .subject(new Subject(good.subject()))
                .clientID(new ClientID(client.id().toString()))
                .audience(List.of(new Audience(client.id().toString())))
                .scope(Scope.parse(ClaimScope.words(good.scopes())))
                .issueTime(Date.from(good.issued()))
                .expirationTime(Date.from(good.expires()));
        return good.access() ? answer.tokenType(AccessTokenType.BEARER) : answer;
    }
}
