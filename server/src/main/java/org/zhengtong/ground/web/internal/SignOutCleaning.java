package org.zhengtong.ground.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** Whoever signs out leaves nothing in the browser that the next one at a shared desk could go back to. */
final class SignOutCleaning implements HeaderWriter {
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if ("POST".equals(request.getMethod()) && "/sign-out".equals(request.getRequestURI())) {
            response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        }
    }
}
