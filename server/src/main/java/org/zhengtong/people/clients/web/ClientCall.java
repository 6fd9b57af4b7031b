package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientProofs;
import org.zhengtong.people.clients.Issuer;

/** What calls of clients have in common: how they are read, who called, and how they are refused. */
@Component
class ClientCall {
    private static final String BASIC = "Basic realm=\"zhengtong\"";

    private final ClientProofs proofs;
    private final Issuer issuer;

    ClientCall(ClientProofs proofs, Issuer issuer) {
        this.proofs = proofs;
        this.issuer = issuer;
    }

    /** @throws ParseException when something stands in the address, where it would be written into logs */
    HTTPRequest read(HttpServletRequest request) throws ParseException {
        if (request.getQueryString() != null) {
            throw new ParseException("parameters belong into the body", OAuth2Error.INVALID_REQUEST);
        }
        HTTPRequest read = new HTTPRequest(HTTPRequest.Method.POST, issuer.at(request.getRequestURI()));
        if (request.getContentType() != null) {
            read.setContentType(request.getContentType());
        }
        read.setAuthorization(request.getHeader(HttpHeaders.AUTHORIZATION));
        read.setBody(FormBody.of(request));
        return read;
    }

    /** @param named who it says it is, when it proves nothing */
    Optional<Client> client(@Nullable ClientAuthentication proof, @Nullable ClientID named) {
        return switch (proof) {
            case null ->
                Optional.ofNullable(named)
                        .flatMap(id -> AskedReader.uuid(id.getValue()))
                        .flatMap(proofs::withNone);
            case ClientSecretBasic secret ->
                AskedReader.uuid(secret.getClientID().getValue())
                        .flatMap(id ->
                                proofs.withSecret(id, secret.getClientSecret().getValue()));
            case PrivateKeyJWT key ->
                AskedReader.uuid(key.getClientID().getValue())
                        .flatMap(id -> proofs.withKey(id, key.getClientAssertion()));
            default -> Optional.empty();
        };
    }

    static ResponseEntity<String> refused(ParseException wrong) {
        return refused(Objects.requireNonNullElse(wrong.getErrorObject(), OAuth2Error.INVALID_REQUEST));
    }

    static ResponseEntity<String> refused(ErrorObject error) {
        boolean unknown = OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        unknown ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST)
                .contentType(MediaType.APPLICATION_JSON);
        if (unknown) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        }
        return answer.body(error.toJSONObject().toJSONString());
    }

    static ResponseEntity<String> said(String json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
