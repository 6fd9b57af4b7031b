package org.zhengtong.people.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;

/** What a browser brings along from sign-in to sign-in. */
final class KnownDevice {
    private static final String DEVICE = "zt_device";
    private static final Duration KEPT = Duration.ofDays(180);

    private KnownDevice() {}

    static SignInPlace place(HttpServletRequest request) {
        return new SignInPlace(request.getRemoteAddr(), Devices.of(request), cookie(DEVICE, request));
    }

    /** The browser is signed in, and known from now on. */
    static void welcome(SignInAnswer.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, opened.token().cookie(request).toString());
        remember(DEVICE, opened.device(), KEPT, request, response);
    }

    static Optional<String> cookie(String name, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    static void remember(
            String name, String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    static void forget(String name, HttpServletRequest request, HttpServletResponse response) {
        remember(name, "", Duration.ZERO, request, response);
    }
}
