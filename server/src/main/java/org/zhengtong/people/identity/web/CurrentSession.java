package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;

/** Who sent a request, looked up once for it. */
@Component
class CurrentSession {
    private static final String ATTRIBUTE = CurrentSession.class.getName();
    private final Sessions sessions;

    CurrentSession(Sessions sessions) {
        this.sessions = sessions;
    }

    Optional<SignedIn> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Found found) {
            return found.who();
        }
        Found found = new Found(SessionToken.of(request).flatMap(sessions::find));
        request.setAttribute(ATTRIBUTE, found);
        return found.who();
    }

    private record Found(Optional<SignedIn> who) {}
}
