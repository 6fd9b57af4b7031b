package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.Issuer;

/**
 * Reads what a client asks for, and writes what it is answered. Before client and address are known to belong together,
 * nobody is sent anywhere.
 */
@Component
class AskedReader {
    private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";
    private static final int LONGEST_NONCE = 500;

    private final Authorizations authorizations;
    private final Issuer issuer;

    AskedReader(Authorizations authorizations, Issuer issuer) {
        this.authorizations = authorizations;
        this.issuer = issuer;
    }

    /** @throws Problem 400 or 403 when the client is not known or its address is not one of its own */
    Asked read(String query) {
        Map<String, List<String>> parameters = URLUtils.parseParameters(query);
        Client client = client(one(parameters, "client_id"));
        String redirect = one(parameters, "redirect_uri");
        if (!client.redirects().contains(redirect)) {
            throw new Problem(400, "clients.wrong-redirect", client.name());
        }
        try {
            return rightly(client, redirect, parameters);
        } catch (ParseException wrong) {
            ErrorObject error = Objects.requireNonNullElse(wrong.getErrorObject(), OAuth2Error.INVALID_REQUEST);
            return new Asked.Wrongly(client, error(redirect, state(parameters), error));
        }
    }

    private Client client(String id) {
        Client client =
                uuid(id).flatMap(authorizations::client).orElseThrow(() -> new Problem(400, "clients.unknown-client"));
        if (client.suspended()) {
            throw new Problem(403, "clients.suspended", client.name());
        }
        return client;
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private Asked rightly(Client client, String redirect, Map<String, List<String>> parameters) throws ParseException {
        if (parameters.values().stream().anyMatch(values -> values.size() > 1)) {
            throw wrong(OAuth2Error.INVALID_REQUEST, "a parameter stands twice");
        }
        if (parameters.containsKey("request")) {
            throw wrong(OAuth2Error.REQUEST_NOT_SUPPORTED, "request objects are not read");
        }
        if (parameters.containsKey("request_uri")) {
            throw wrong(OAuth2Error.REQUEST_URI_NOT_SUPPORTED, "request objects are not fetched");
        }
        AuthenticationRequest request = AuthenticationRequest.parse(parameters);
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            throw wrong(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE, "only code");
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            throw wrong(OAuth2Error.INVALID_REQUEST, "response_mode: only query");
        }
        if (!CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                || request.getCodeChallenge() == null
                || !request.getCodeChallenge().getValue().matches(CHALLENGE)) {
            throw wrong(OAuth2Error.INVALID_REQUEST, "code_challenge is needed, by S256");
        }
        Optional<String> nonce = Optional.ofNullable(request.getNonce()).map(Identifier::getValue);
        if (nonce.filter(value -> value.length() > LONGEST_NONCE).isPresent()) {
            throw wrong(OAuth2Error.INVALID_REQUEST, "nonce is too long");
        }
        Set<ClaimScope> scopes = ClaimScope.known(request.getScope().toStringList());
        if (!client.scopes().containsAll(scopes)) {
            throw wrong(OAuth2Error.INVALID_SCOPE, "not registered for all of them");
        }
        return new Asked.Rightly(
                new Authorizations.Order(
                        client, scopes, redirect, request.getCodeChallenge().getValue(), nonce),
                parameters,
                request.getState(),
                Objects.requireNonNullElseGet(request.getPrompt(), Prompt::new),
                request.getMaxAge());
    }

    private static ParseException wrong(ErrorObject error, String why) {
        return new ParseException(why, error.setDescription(why));
    }

    /** The answer with a code. */
    URI answer(Asked.Rightly asked, String code) {
        return new AuthenticationSuccessResponse(
                        URI.create(asked.order().redirect()),
                        new AuthorizationCode(code),
                        null,
                        null,
                        asked.state(),
                        null,
                        new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                        ResponseMode.QUERY)
                .toURI();
    }

    /** The answer that nobody is signed in. */
    URI refusal(Asked.Rightly asked, ErrorObject error) {
        return error(asked.order().redirect(), asked.state(), error);
    }

    private URI error(String redirect, @Nullable State state, ErrorObject error) {
        return new AuthenticationErrorResponse(
                        URI.create(redirect),
                        error,
                        state,
                        new com.nimbusds.oauth2.sdk.id.Issuer(issuer.name()),
                        ResponseMode.QUERY)
                .toURI();
    }

    private static @Nullable State state(Map<String, List<String>> parameters) {
        String state = one(parameters, "state");
        return state.isEmpty() ? null : new State(state);
    }

    private static String one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}
