package org.zhengtong.demo.web;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.demo.LibraryReaders;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.Issuer;

/**
 * The invented readers' system of a library, beside the house and not in it: it knows people only by what the house
 * answers to its calls, which go the way every client's go.
 */
@Controller
@Profile("demo")
class LibraryPages {
    private static final String VISIT = "zt_library";
    private static final int LONGEST = 10_000;

    private final LibraryReaders readers;
    private final Issuer issuer;

    LibraryPages(LibraryReaders readers, Issuer issuer) {
        this.readers = readers;
        this.issuer = issuer;
    }

    @GetMapping("/demo/library")
    String entrance() {
        return "demo/library";
    }

    @PostMapping("/demo/library")
    ResponseEntity<Void> signIn(HttpServletRequest request, HttpServletResponse response) {
        State state = new State();
        CodeVerifier verifier = new CodeVerifier();
        HouseCookie.set(VISIT, state.getValue() + "." + verifier.getValue(), request, response);
        AuthenticationRequest asked = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile", "phone", "level"),
                        new ClientID(client().id().toString()),
                        issuer.at(LibraryReaders.BACK))
                .endpointURI(issuer.at("/oauth2/authorize"))
                .state(state)
                .nonce(new Nonce())
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(asked.toURI())
                .build();
    }

    @GetMapping(LibraryReaders.BACK)
    String back(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<String> visit = List.of(HouseCookie.read(VISIT, request).orElse("").split("\\."));
        HouseCookie.forget(VISIT, request, response);
        boolean ours = visit.size() == 2 && visit.getFirst().equals(state);
        Optional<Map<String, Object>> told = ours && !code.isEmpty() ? told(code, visit.getLast()) : Optional.empty();
        model.addAttribute("view", new LibraryView(told));
        return "demo/library-back";
    }

    /** As any client does: tokens for the code, and with them what the person allows to be told. */
    private Optional<Map<String, Object>> told(String code, String verifier) {
        try {
            TokenRequest asked = new TokenRequest.Builder(
                            issuer.at("/oauth2/token"),
                            new ClientID(client().id().toString()),
                            new AuthorizationCodeGrant(
                                    new AuthorizationCode(code),
                                    issuer.at(LibraryReaders.BACK),
                                    new CodeVerifier(verifier)))
                    .build();
            HTTPResponse answer = sent(asked.toHTTPRequest());
            if (!answer.indicatesSuccess()) {
                return Optional.empty();
            }
            BearerAccessToken token =
                    OIDCTokenResponse.parse(answer).getOIDCTokens().getBearerAccessToken();
            return Optional.of(sent(new UserInfoRequest(issuer.at("/oauth2/userinfo"), token).toHTTPRequest())
                    .getBodyAsJSONObject());
        } catch (ParseException | IOException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static HTTPResponse sent(HTTPRequest request) throws IOException {
        request.setConnectTimeout(LONGEST);
        request.setReadTimeout(LONGEST);
        return request.send();
    }

    private Client client() {
        return readers.client().orElseThrow(() -> Problem.notFound("demo-not-yet"));
    }
}
