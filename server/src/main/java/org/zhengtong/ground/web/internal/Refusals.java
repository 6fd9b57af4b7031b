package org.zhengtong.ground.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.VisitorSource;

/**
 * Tells in the log who was refused what: what one may not do, forms that did not come from our pages, and too much at
 * once. Neither questions (what stands behind {@code ?}) nor contents are told.
 */
@Component
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String STRANGER = "stranger";

    private final VisitorSource visitors;

    Refusals(VisitorSource visitors) {
        this.visitors = visitors;
    }

    void note(Problem problem, String path, HttpServletRequest request) {
        if (problem.status() == 403 || problem.status() == 429) {
            LOG.warn(
                    "refused {} {} {} {} to {} at {}",
                    problem.status(),
                    problem.code(),
                    request.getMethod(),
                    path,
                    visitors.caller(request).orElse(STRANGER),
                    request.getRemoteAddr());
        }
    }
}
