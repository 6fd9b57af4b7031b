package org.zhengtong.people.clients.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.clients.SigningKeys;

/** What client libraries ask first: where everything is, and the public keys. */
@RestController
class DiscoveryCalls {
    private static final List<ClientAuthenticationMethod> PROOFS =
            List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    private static final List<JWSAlgorithm> ASSERTIONS =
            List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final SigningKeys keys;
    private final Issuer issuer;

    DiscoveryCalls(SigningKeys keys, Issuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    @GetMapping({"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    ResponseEntity<String> provider() {
        OIDCProviderMetadata provider = new OIDCProviderMetadata(
                new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                List.of(SubjectType.PAIRWISE),
                issuer.at("/oauth2/jwks"));
        places(provider);
        ways(provider);
        provider.setIDTokenJWSAlgs(List.of(SigningKeys.ALGORITHM));
        provider.setScopes(Scope.parse(ClaimScope.words(Arrays.asList(ClaimScope.values()))));
        provider.setClaimTypes(List.of(ClaimType.NORMAL));
        provider.setClaims(
                List.of("sub", "auth_time", "acr", "amr", "sid", "name", "phone_number", "real_name_level", "firms"));
        provider.setACRs(List.of(new ACR("urn:zhengtong:factors:one"), new ACR("urn:zhengtong:factors:two")));
        provider.setUILocales(List.of(language("zh"), language("en")));
        provider.setSupportsBackChannelLogout(true);
        provider.setSupportsBackChannelLogoutSession(true);
        provider.setSupportsAuthorizationResponseIssuerParam(true);
        provider.setSupportsRequestURIParam(false);
        return ClientCall.said(provider.toJSONObject().toJSONString());
    }

    private void places(OIDCProviderMetadata provider) {
        provider.setAuthorizationEndpointURI(issuer.at("/oauth2/authorize"));
        provider.setTokenEndpointURI(issuer.at("/oauth2/token"));
        provider.setUserInfoEndpointURI(issuer.at("/oauth2/userinfo"));
        provider.setRevocationEndpointURI(issuer.at("/oauth2/revoke"));
        provider.setIntrospectionEndpointURI(issuer.at("/oauth2/introspect"));
        provider.setEndSessionEndpointURI(issuer.at("/oauth2/logout"));
    }

    private static void ways(OIDCProviderMetadata provider) {
        provider.setResponseTypes(List.of(ResponseType.CODE));
        provider.setResponseModes(List.of(ResponseMode.QUERY));
        provider.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        provider.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        provider.setTokenEndpointAuthMethods(
                List.of(PROOFS.getFirst(), PROOFS.getLast(), ClientAuthenticationMethod.NONE));
        provider.setTokenEndpointJWSAlgs(ASSERTIONS);
        provider.setRevocationEndpointAuthMethods(
                List.of(PROOFS.getFirst(), PROOFS.getLast(), ClientAuthenticationMethod.NONE));
        provider.setRevocationEndpointJWSAlgs(ASSERTIONS);
        provider.setIntrospectionEndpointAuthMethods(PROOFS);
        provider.setIntrospectionEndpointJWSAlgs(ASSERTIONS);
    }

    private static LangTag language(String code) {
        try {
            return new LangTag(code);
        } catch (LangTagException e) {
            throw new IllegalArgumentException(code, e);
        }
    }

    @GetMapping("/oauth2/jwks")
    ResponseEntity<String> keys() {
        return ClientCall.said(keys.published().toString());
    }
}
