package org.zhengtong.people.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.zhengtong.ground.web.HouseCookie;

/**
 * Proves that somebody signed in: 256 random bits. Browsers carry it in a cookie, programs as {@code Authorization:
 * Bearer}. Calls of the API are asked for the header only, because a foreign page can make a browser send a cookie.
 */
public record SessionToken(String value) {
    private static final String COOKIE = "zt_session";
    private static final String BEARER = "Bearer ";

    public static Optional<SessionToken> of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(
                    new SessionToken(header.substring(BEARER.length()).strip()));
        }
        return request.getRequestURI().startsWith("/api/")
                ? Optional.empty()
                : HouseCookie.read(COOKIE, request).map(SessionToken::new);
    }

    /** The browser brings the token back in a cookie, which goes when it is closed. */
    public void set(HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.set(COOKIE, value, request, response);
    }

    /** The browser forgets its token. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.forget(COOKIE, request, response);
    }

    /** Never the token itself: it would sign in whoever reads the log. */
    @Override
    public String toString() {
        return "SessionToken";
    }
}
