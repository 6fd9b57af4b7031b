package org.zhengtong.ground.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What a page may load, and who may show it in a frame: nobody. The one exception are the previews on the desk,
 * {@code …/preview/phone} and so on: the page {@code …/preview} and the editor's own pages, {@code …/parts/…}, show them
 * as others will see them.
 * Pages of machines may ask the bridge beside their browser.
 * A file that somebody handed in comes with a stricter policy of its own, which stays.
 */
final class FramingPolicy implements HeaderWriter {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; ";
    private static final String ASKS_US = "connect-src 'self'; ";
    /** A machine of a hall asks the bridge that runs on the machine itself. */
    private static final String ASKS_BRIDGE = "connect-src 'self' http://127.0.0.1:18620; ";

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String FRAMED_BY_NOBODY = "frame-ancestors 'none'";
    private static final String FRAMED_BY_US = "frame-ancestors 'self'";
    private static final String FRAMES_OURS = "frame-src 'self'; ";
    private static final PathPattern MACHINE = PathPatternParser.defaultInstance.parse("/kiosk/**");
    private static final PathPattern PREVIEW = PathPatternParser.defaultInstance.parse("/desk/*/*/preview");
    private static final PathPattern EDITOR = PathPatternParser.defaultInstance.parse("/desk/*/*/parts/**");
    private static final PathPattern PREVIEWED = PathPatternParser.defaultInstance.parse("/desk/*/*/preview/*/**");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        boolean framed = PREVIEWED.matches(path);
        boolean frames = PREVIEW.matches(path) || EDITOR.matches(path);
        if (!response.containsHeader(CONTENT_SECURITY_POLICY)) {
            response.setHeader(
                    CONTENT_SECURITY_POLICY,
                    POLICY
                            + (MACHINE.matches(path) ? ASKS_BRIDGE : ASKS_US)
                            + (frames ? FRAMES_OURS : "")
                            + (framed ? FRAMED_BY_US : FRAMED_BY_NOBODY));
        }
        response.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
    }
}
