package org.zhengtong.people.clients.web;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.Issuer;
import org.zhengtong.people.clients.SigningKeys;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;

/**
 * A client says that the person wants to sign out here too (OpenID Connect RP-Initiated Logout). Whether they do is for
 * them to say.
 */
@Controller
class SignOutPages {
    private static final String LOGOUT = "/oauth2/logout";

    private final SigningKeys keys;
    private final Authorizations authorizations;
    private final Sessions sessions;
    private final Issuer issuer;

    SignOutPages(SigningKeys keys, Authorizations authorizations, Sessions sessions, Issuer issuer) {
        this.keys = keys;
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.issuer = issuer;
    }

    /** @param address where the person goes afterwards; null for our own first page */
    private record Wish(Optional<Client> client, @Nullable URI address) {}

    @GetMapping(LOGOUT)
    Object ask(Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response, Model model) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        Wish wish = wish(query);
        if (me.isEmpty()) {
            return onwards(wish, response, model);
        }
        model.addAttribute("view", new SignOutView(wish.client().map(Client::name), query));
        return "people/clients/sign-out";
    }

    @PostMapping(LOGOUT)
    ResponseEntity<Void> byForm(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(LOGOUT + "?" + FormBody.query(request)))
                .build();
    }

    @PostMapping("/sign-out/system")
    String signOut(
            SignedIn me,
            @RequestParam(defaultValue = "") String request,
            HttpServletRequest call,
            HttpServletResponse response,
            Model model) {
        Wish wish = wish(request);
        sessions.close(me, me.session());
        SessionToken.forget(call, response);
        return onwards(wish, response, model);
    }

    private static String onwards(Wish wish, HttpServletResponse response, Model model) {
        return wish.address() == null
                ? "redirect:/"
                : Onwards.page(wish.client().orElseThrow(), wish.address(), response, model);
    }

    private Wish wish(String query) {
        LogoutRequest asked = parsed(query);
        Optional<Client> client = client(asked);
        URI after = asked.getPostLogoutRedirectionURI();
        if (after == null) {
            return new Wish(client, null);
        }
        if (client.filter(one -> one.afterSignOut().contains(after.toString())).isEmpty()) {
            throw new Problem(400, "clients.wrong-after-sign-out");
        }
        return new Wish(
                client,
                asked.getState() == null
                        ? after
                        : UriComponentsBuilder.fromUri(after)
                                .queryParam("state", "{state}")
                                .encode()
                                .buildAndExpand(asked.getState().getValue())
                                .toUri());
    }

    private static LogoutRequest parsed(String query) {
        try {
            return LogoutRequest.parse(query);
        } catch (ParseException wrong) {
            throw new Problem(400, "clients.wrong-sign-out");
        }
    }

    /** By the token the client was given, however old; or by what it calls itself. */
    private Optional<Client> client(LogoutRequest asked) {
        ClientID named = asked.getClientID();
        if (asked.getIDTokenHint() == null) {
            return named == null
                    ? Optional.empty()
                    : AskedReader.uuid(named.getValue()).flatMap(authorizations::client);
        }
        Optional<Client> hinted = keys.signed(asked.getIDTokenHint().getParsedString())
                .filter(claims -> issuer.name().equals(claims.getIssuer()))
                .map(JWTClaimsSet::getAudience)
                .filter(audience -> audience.size() == 1)
                .flatMap(audience -> AskedReader.uuid(audience.getFirst()))
                .flatMap(authorizations::client)
                .filter(one -> named == null || named.getValue().equals(one.id().toString()));
        if (hinted.isEmpty()) {
            throw new Problem(400, "clients.wrong-sign-out");
        }
        return hinted;
    }
}
