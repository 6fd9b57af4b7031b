package org.zhengtong.people.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.OpenSession;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;
import org.zhengtong.people.identity.SignIns;
import org.zhengtong.people.identity.SignedIn;

/** Sign-in for programs. */
@Tag(name = "People")
@RestController
@RequestMapping("/api/v1/sessions")
class SessionsApi {
    private final Sessions sessions;
    private final SignIns signIns;
    private final Landing landing;

    SessionsApi(Sessions sessions, SignIns signIns, Landing landing) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.landing = landing;
    }

    @Operation(summary = "Sign in; the answer holds the token")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
        SignInPlace place = KnownDevice.place(request);
        SignInAnswer answer = signIns.withPassword(text(body.account()), text(body.password()), place);
        if (answer instanceof SignInAnswer.SecondNeeded(String ticket, Instant _)) {
            if (body.code() == null) {
                throw new Problem(401, "code-needed");
            }
            answer = signIns.withCode(ticket, body.code(), place);
        }
        return switch (answer) {
            case SignInAnswer.Opened(SessionToken token, SignedIn who, Instant expires, String _) ->
                new Opened(token.value(), who.session(), who.person().value(), who.name(), expires);
            case SignInAnswer.SecondNeeded _, SignInAnswer.Over _ -> throw new Problem(401, "sign-in-refused");
            case SignInAnswer.Refused _ -> throw new Problem(401, "sign-in-refused");
            case SignInAnswer.TooMany(Instant at) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(at));
                throw new Problem(429, "too-many-sign-ins", Landing.clockTime(at));
            }
        };
    }

    @Operation(summary = "The caller's sessions on all devices")
    @GetMapping
    Listing list(SignedIn me) {
        return new Listing(sessions.of(me.person()));
    }

    /** Ends the session the call itself is made with. */
    @Operation(summary = "End the session of this call")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(SignedIn me) {
        sessions.close(me, me.session());
    }

    @Operation(summary = "End a session on another device")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(SignedIn me, @PathVariable UUID id) {
        sessions.close(me, id);
    }

    @Operation(summary = "End all sessions but this one")
    @DeleteMapping("/others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeOthers(SignedIn me) {
        sessions.closeOthers(me);
    }

    /** For what asks for a proof of the last ten minutes. */
    @Operation(summary = "Prove once more who one is")
    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(SignedIn me, @RequestBody Proven body, HttpServletRequest request) {
        if (!signIns.confirm(me, text(body.password()), text(body.code()), KnownDevice.place(request))) {
            throw new Problem(422, "not-confirmed");
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /**
     * @param account telephone number, identity number or sign-in name
     * @param code a time-based or recovery code, for an account that has them
     */
    record Credentials(
            @Nullable String account,
            @Nullable String password,
            @Nullable String code) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** @param code a time-based or recovery code, for an account that has them */
    record Proven(@Nullable String password, @Nullable String code) {
        @Override
        public String toString() {
            return "Proven";
        }
    }

    /** @param token to be sent as {@code Authorization: Bearer} with every call */
    record Opened(String token, UUID session, UUID person, String name, Instant expires) {
        @Override
        public String toString() {
            return "Opened[" + session + "]";
        }
    }

    record Listing(List<OpenSession> sessions) {}
}
