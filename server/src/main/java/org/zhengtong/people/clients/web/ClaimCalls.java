package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.people.clients.Tokens;

/** What the person allows a client to be told (UserInfo). */
@RestController
class ClaimCalls {
    private final Tokens tokens;

    ClaimCalls(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/oauth2/userinfo")
    ResponseEntity<Map<String, Object>> claims(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (authorization == null) {
            return refused(BearerTokenError.MISSING_TOKEN);
        }
        try {
            Optional<Map<String, Object>> claims =
                    tokens.claims(BearerAccessToken.parse(authorization).getValue());
            return claims.map(ResponseEntity::ok).orElseGet(() -> refused(BearerTokenError.INVALID_TOKEN));
        } catch (ParseException wrong) {
            return refused(BearerTokenError.INVALID_REQUEST);
        }
    }

    @PostMapping("/oauth2/userinfo")
    ResponseEntity<Map<String, Object>> claimsByForm(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return claims(authorization);
    }

    private static ResponseEntity<Map<String, Object>> refused(BearerTokenError error) {
        return ResponseEntity.status(error.getHTTPStatusCode())
                .header(HttpHeaders.WWW_AUTHENTICATE, error.toWWWAuthenticateHeader())
                .build();
    }
}
