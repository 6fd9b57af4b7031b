package org.zhengtong.ground.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Cookies as the house sets all of them: for every page, out of reach of scripts, and over TLS only where there is TLS. */
public final class HouseCookie {
    private HouseCookie() {}

    /** @return empty also for a cookie without a value */
    public static Optional<String> read(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /** It goes when the browser is closed. */
    public static void set(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        add(named(name, value, request), response);
    }

    public static void keep(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        add(named(name, value, request).maxAge(age), response);
    }

    public static void forget(String name, HttpServletRequest request, HttpServletResponse response) {
        keep(name, "", Duration.ZERO, request, response);
    }

    private static void add(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder named(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }
}
