package org.zhengtong.people.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.ground.web.SharedScreen;

/**
 * A machine many people use one after the other, such as the kiosk of a hall. Who signed in there is signed out when they
 * leave, when they walk away, and in any case after {@link SignInPlace#SHARED_FOR}; nothing of them stays.
 */
@Component
public class SharedMachine {
    private static final String ONWARDS = "zt_onwards";
    private static final String TICKET = "zt_number";
    private static final Duration TICKET_KEPT = Duration.ofMinutes(10);
    private static final String MINE = "/kiosk/mine";
    private final Sessions sessions;
    private final ObjectProvider<Traces> traces;

    SharedMachine(Sessions sessions, ObjectProvider<Traces> traces) {
        this.sessions = sessions;
        this.traces = traces;
    }

    /** What somebody leaves in the machine's browser without signing in; all of it goes when the next person begins. */
    public interface Traces {
        void forget(HttpServletRequest request, HttpServletResponse response);
    }

    /** Somebody signs in by identity number: what goes with the code that was sent ({@link NumberSignIns}). */
    public void keepTicket(String ticket, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.keep(TICKET, ticket, TICKET_KEPT, request, response);
    }

    public Optional<String> ticket(HttpServletRequest request) {
        return HouseCookie.read(TICKET, request);
    }

    public void forgetTicket(HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.forget(TICKET, request, response);
    }

    /** Where somebody wanted to go before they were asked who they are; addresses elsewhere are left out. */
    public void wanted(String next, HttpServletRequest request, HttpServletResponse response) {
        SameSite.path(next)
                .filter(path -> path.startsWith("/kiosk/"))
                .ifPresent(path ->
                        HouseCookie.set(ONWARDS, URLEncoder.encode(path, StandardCharsets.UTF_8), request, response));
    }

    /**
     * Somebody has signed in on it.
     *
     * @return where they go on
     */
    public String begun(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.set(SharedScreen.SESSION, who.session().toString(), request, response);
        HouseCookie.forget(ONWARDS, request, response);
        return HouseCookie.read(ONWARDS, request)
                .flatMap(path -> SameSite.path(URLDecoder.decode(path, StandardCharsets.UTF_8)))
                .orElse(MINE);
    }

    /** Ends the session that began on it. One that began elsewhere in the same browser is left alone. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.forget(ONWARDS, request, response);
        forgetTicket(request, response);
        traces.forEach(one -> one.forget(request, response));
        Optional<String> began = HouseCookie.read(SharedScreen.SESSION, request);
        if (began.isEmpty()) {
            return;
        }
        HouseCookie.forget(SharedScreen.SESSION, request, response);
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
