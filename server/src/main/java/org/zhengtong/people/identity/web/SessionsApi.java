package org.zhengtong.people.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.zhengtong.people.identity.SignedIn;

/** Sign-in for programs. */
@Tag(name = "People")
@RestController
@RequestMapping("/api/v1/sessions")
class SessionsApi {
    private final Sessions sessions;
    private final Landing landing;

    SessionsApi(Sessions sessions, Landing landing) {
        this.sessions = sessions;
        this.landing = landing;
    }

    @Operation(summary = "Sign in; the answer holds the token")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
        return switch (sessions.signIn(body.account(), body.password(), request.getRemoteAddr(), Devices.of(request))) {
            case SignInAnswer.Opened(SessionToken token, SignedIn who, Instant expires) ->
                new Opened(token.value(), who.session(), who.person().value(), who.name(), expires);
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

    /** @param account telephone number, identity number or sign-in name */
    record Credentials(String account, String password) {
        @Override
        public String toString() {
            return "Credentials";
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
