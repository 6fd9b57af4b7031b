package org.zhengtong.ground.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.VisitorSource;

/**
 * Forms with files are taken apart to find their token, before anybody is asked who sent them. A stranger may make the
 * program do that with no more than any other form holds; a form that outlived its session is still taken and kept.
 */
@Component
@Order(StrangersUploads.BEFORE_FORMS_ARE_READ)
final class StrangersUploads extends OncePerRequestFilter {
    /** Spring Security, which looks for the token, stands at -100. */
    static final int BEFORE_FORMS_ARE_READ = -110;

    private final VisitorSource visitors;

    StrangersUploads(VisitorSource visitors) {
        this.visitors = visitors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Objects.requireNonNullElse(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        boolean small = length >= 0 && length <= LargestBody.BYTES;
        if (small || visitors.isNoStranger(request)) {
            chain.doFilter(request, response);
            return;
        }
        ErrorPages.forward(new Problem(401, "sign-in-required"), new Unread(request), response);
    }

    /** Nobody looks for a token in a request that only reads, so its body is left where it is. */
    private static final class Unread extends HttpServletRequestWrapper {
        private Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
