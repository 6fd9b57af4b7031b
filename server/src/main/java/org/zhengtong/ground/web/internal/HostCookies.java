package org.zhengtong.ground.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Over TLS every cookie of the program carries the prefix {@code __Host-} (RFC 6265bis 4.1.3.2): a browser keeps it only
 * when it came over TLS from this very host, so that neither a neighbouring host nor a call in the clear can plant one.
 * The rooms go on calling their cookies by their own names; a cookie without the prefix is not theirs and is not seen.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class HostCookies extends OncePerRequestFilter {
    private static final String PREFIX = "__Host-";
    private static final Pattern REACH =
            Pattern.compile("; *(Path=[^;]*|Domain=[^;]*|Secure *(?=;|$))", Pattern.CASE_INSENSITIVE);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.isSecure();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new OwnCookies(request), new Prefixing(response));
    }

    private static final class OwnCookies extends HttpServletRequestWrapper {
        private OwnCookies(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] all = super.getCookies();
            return all == null
                    ? null
                    : Arrays.stream(all)
                            .filter(cookie -> cookie.getName().startsWith(PREFIX))
                            .map(cookie -> new Cookie(cookie.getName().substring(PREFIX.length()), cookie.getValue()))
                            .toArray(Cookie[]::new);
        }
    }

    private static final class Prefixing extends HttpServletResponseWrapper {
        private Prefixing(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            Cookie bound = new Cookie(PREFIX + cookie.getName(), cookie.getValue());
            cookie.getAttributes().forEach(bound::setAttribute);
            bound.setDomain(null);
            bound.setPath("/");
            bound.setSecure(true);
            super.addCookie(bound);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, bound(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, bound(name, value));
        }

        private static String bound(String name, String value) {
            if (!HttpHeaders.SET_COOKIE.equalsIgnoreCase(name) || value.startsWith(PREFIX)) {
                return value;
            }
            return PREFIX + REACH.matcher(value).replaceAll("") + "; Path=/; Secure";
        }
    }
}
