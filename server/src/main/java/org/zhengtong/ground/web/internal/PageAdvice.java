package org.zhengtong.ground.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.VisitorSource;

/** Gives every template its {@code page}. */
@ControllerAdvice
class PageAdvice {
    private final MessageSource messages;
    private final VisitorSource visitors;
    private final Clock clock;
    private final boolean demo;

    PageAdvice(MessageSource messages, VisitorSource visitors, Clock clock, Environment environment) {
        this.messages = messages;
        this.visitors = visitors;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale locale) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                messages,
                locale,
                request.getRequestURI(),
                "GET".equals(request.getMethod()) && request.getQueryString() != null ? request.getQueryString() : "",
                visitors.visitor(request),
                csrf == null ? "" : csrf.getToken(),
                "elder".equals(cookie(request, "zt_mode")),
                cookie(request, "zt_theme"),
                demo,
                clock.instant());
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }
}
