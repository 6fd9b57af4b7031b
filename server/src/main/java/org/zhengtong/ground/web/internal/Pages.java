package org.zhengtong.ground.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.ground.web.UnreadSource;
import org.zhengtong.ground.web.Visitor;
import org.zhengtong.ground.web.VisitorSource;

/** Makes what every template is given as {@code page}. */
@Component
class Pages {
    private final MessageSource messages;
    private final VisitorSource visitors;
    private final ObjectProvider<UnreadSource> unread;
    private final Clock clock;
    private final boolean demo;

    Pages(
            MessageSource messages,
            VisitorSource visitors,
            ObjectProvider<UnreadSource> unread,
            Clock clock,
            Environment environment) {
        this.messages = messages;
        this.visitors = visitors;
        this.unread = unread;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    Page page(HttpServletRequest request, Locale locale) {
        return page(
                request,
                locale,
                request.getRequestURI(),
                visitors.visitor(request).map(visitor -> visitor.with(unread(request))));
    }

    /** The desk's shell does not show it. */
    private int unread(HttpServletRequest request) {
        UnreadSource source = request.getRequestURI().startsWith("/desk") ? null : unread.getIfAvailable();
        return source == null ? 0 : visitors.caller(request).map(source::unread).orElse(0);
    }

    /** For a page about an address that nobody should come back to, and without asking the database who is looking. */
    Page strangersPage(HttpServletRequest request, Locale locale) {
        return page(request, locale, "/", Optional.empty());
    }

    private Page page(HttpServletRequest request, Locale locale, String path, Optional<Visitor> visitor) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                messages,
                locale,
                path,
                "GET".equals(request.getMethod()) && request.getQueryString() != null ? request.getQueryString() : "",
                visitor,
                csrf == null ? "" : csrf.getToken(),
                "elder".equals(cookie(request, Preferences.MODE)),
                cookie(request, Preferences.THEME),
                demo,
                SharedScreen.of(request),
                clock.instant());
    }

    private static String cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .orElse("");
    }
}
