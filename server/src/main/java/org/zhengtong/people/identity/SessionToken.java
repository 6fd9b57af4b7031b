package org.zhengtong.people.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

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
        Cookie[] cookies = request.getCookies();
        if (cookies == null || request.getRequestURI().startsWith("/api/")) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> new SessionToken(cookie.getValue()))
                .findFirst();
    }

    /** The cookie that brings the token back; it goes when the browser is closed. */
    public ResponseCookie cookie(HttpServletRequest request) {
        return cookie(value, request).build();
    }

    /** The cookie that makes a browser forget its token. */
    public static ResponseCookie forget(HttpServletRequest request) {
        return cookie("", request).maxAge(0).build();
    }

    /** Never the token itself: it would sign in whoever reads the log. */
    @Override
    public String toString() {
        return "SessionToken";
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }
}
