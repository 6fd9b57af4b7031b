package org.zhengtong.people.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.HouseCookie;

/**
 * A machine many people use one after the other, such as the kiosk of a hall. Who signed in there is signed out when they
 * leave, when they walk away, and in any case after {@link SignInPlace#SHARED_FOR}; nothing of them stays.
 */
@Component
public class SharedMachine {
    private static final String COOKIE = "zt_shared";
    private final Sessions sessions;

    SharedMachine(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Somebody has signed in on it. */
    public void begun(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.set(COOKIE, who.session().toString(), request, response);
    }

    /** Ends the session that began on it. One that began elsewhere in the same browser is left alone. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> began = HouseCookie.read(COOKIE, request);
        if (began.isEmpty()) {
            return;
        }
        HouseCookie.forget(COOKIE, request, response);
        Optional<SignedIn> me = SessionToken.of(request).flatMap(sessions::find);
        if (me.map(one -> one.session().toString())
                .filter(session -> !session.equals(began.get()))
                .isPresent()) {
            return;
        }
        me.ifPresent(one -> sessions.close(one, one.session()));
        SessionToken.forget(request, response);
    }
}
