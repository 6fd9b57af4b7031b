package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.clients.Authorizations;
import org.zhengtong.people.clients.Authorizations.Consent;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.identity.SignedIn;

/** A person comes from a client, signs in, says whether it may know them, and goes back. */
@Controller
class AuthorizationPages {
    private static final String AUTHORIZE = "/oauth2/authorize";

    /** So fresh is a proof that was asked for just now: time enough to come back from giving it. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final AskedReader reader;
    private final Authorizations authorizations;
    private final ConsentWords words;
    private final Clock clock;

    AuthorizationPages(AskedReader reader, Authorizations authorizations, ConsentWords words, Clock clock) {
        this.reader = reader;
        this.authorizations = authorizations;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(AUTHORIZE)
    Object authorize(Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (reader.read(query(request))) {
            case Asked.Wrongly wrongly -> Onwards.to(wrongly.client(), wrongly.answer(), request, response, model);
            case Asked.Rightly asked -> authorize(me, asked, request, response, model);
        };
    }

    /** The same by a form: a browser brings no session along with one of another site. */
    @PostMapping(AUTHORIZE)
    ResponseEntity<Void> byForm(HttpServletRequest request) {
        return see(AUTHORIZE + "?" + FormBody.query(request));
    }

    private Object authorize(
            Optional<SignedIn> me,
            Asked.Rightly asked,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean silently = asked.prompt().contains(Prompt.Type.NONE);
        if (me.isEmpty() || isStale(me.get(), asked)) {
            return silently
                    ? Onwards.to(
                            asked.client(), reader.refusal(asked, OIDCError.LOGIN_REQUIRED), request, response, model)
                    : prove(me.isEmpty() ? "/sign-in" : "/my/confirm", asked, request, response, model);
        }
        Set<ClaimScope> before = authorizations
                .consent(me.get().person(), asked.client())
                .map(Consent::scopes)
                .orElse(Set.of());
        boolean agreed = before.containsAll(asked.order().scopes());
        if (agreed && !asked.prompt().contains(Prompt.Type.CONSENT)) {
            return Onwards.to(asked.client(), answer(me.get(), asked), request, response, model);
        }
        return silently
                ? Onwards.to(
                        asked.client(), reader.refusal(asked, OIDCError.CONSENT_REQUIRED), request, response, model)
                : see("/consent?" + URLUtils.serializeParameters(asked.parameters()));
    }

    private boolean isStale(SignedIn me, Asked.Rightly asked) {
        return asked.prompt().contains(Prompt.Type.LOGIN)
                || (asked.maxAge() >= 0
                        && clock.instant().isAfter(me.proof().confirmed().plusSeconds(asked.maxAge())));
    }

    /** Sign in, or prove once more who holds the session, and come back. */
    private Object prove(
            String page, Asked.Rightly asked, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<String> back = SameSite.path(AUTHORIZE + "?" + URLUtils.serializeParameters(afterProof(asked)));
        return back.<Object>map(path -> see(page + "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)))
                .orElseGet(() -> Onwards.to(
                        asked.client(),
                        reader.refusal(asked, OAuth2Error.INVALID_REQUEST.setDescription("the request is too long")),
                        request,
                        response,
                        model));
    }

    /** What was asked, without what has been done by then: who proves something now need not do so again. */
    private static Map<String, List<String>> afterProof(Asked.Rightly asked) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked.parameters());
        boolean login = asked.prompt().contains(Prompt.Type.LOGIN);
        if (login) {
            List<String> others = asked.prompt().stream()
                    .filter(type -> type != Prompt.Type.LOGIN)
                    .map(Prompt.Type::toString)
                    .toList();
            parameters.remove("prompt");
            if (!others.isEmpty()) {
                parameters.put("prompt", List.of(String.join(" ", others)));
            }
        }
        if (login || (asked.maxAge() >= 0 && asked.maxAge() < JUST_NOW.toSeconds())) {
            parameters.put("max_age", List.of(Long.toString(JUST_NOW.toSeconds())));
        }
        return parameters;
    }

    @GetMapping("/consent")
    Object consent(SignedIn me, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (reader.read(query(request))) {
            case Asked.Wrongly wrongly -> Onwards.to(wrongly.client(), wrongly.answer(), request, response, model);
            case Asked.Rightly asked -> {
                model.addAttribute("view", words.view(me, asked));
                yield "people/clients/consent";
            }
        };
    }

    @PostMapping("/consent")
    Object decide(
            SignedIn me,
            @RequestParam String request,
            @RequestParam(defaultValue = "false") boolean agreed,
            HttpServletResponse response,
            Model model) {
        return switch (reader.read(request)) {
            case Asked.Wrongly wrongly -> Onwards.page(wrongly.client(), wrongly.answer(), response, model);
            case Asked.Rightly asked
            when isStale(me, asked) -> see(AUTHORIZE + "?" + URLUtils.serializeParameters(asked.parameters()));
            case Asked.Rightly asked
            when agreed -> {
                authorizations.agree(me, asked.client(), asked.order().scopes());
                yield Onwards.page(asked.client(), answer(me, asked), response, model);
            }
            case Asked.Rightly asked -> {
                authorizations.refuse(me, asked.client(), asked.order().scopes());
                yield Onwards.page(asked.client(), reader.refusal(asked, OAuth2Error.ACCESS_DENIED), response, model);
            }
        };
    }

    private URI answer(SignedIn me, Asked.Rightly asked) {
        return reader.answer(asked, authorizations.authorize(me, asked.order()));
    }

    private static ResponseEntity<Void> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    private static String query(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }
}
