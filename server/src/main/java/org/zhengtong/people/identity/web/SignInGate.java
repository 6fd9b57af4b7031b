package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.SignInRequired;
import org.zhengtong.people.identity.SignedIn;

/**
 * Stands before every controller that declares somebody signed in. Programs are told so; a page is left for the sign-in
 * page and found again after it; a form is kept until then.
 */
@Component
class SignInGate implements HandlerInterceptor {
    private final CurrentSession session;
    private final FormKeeping keeping;
    private final ProofSteps steps;

    SignInGate(CurrentSession session, FormKeeping keeping, ProofSteps steps) {
        this.steps = steps;
        this.session = session;
        this.keeping = keeping;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isForSignedInOnly(method)) {
            return true;
        }
        boolean page = !request.getRequestURI().startsWith("/api/");
        Optional<SignedIn> who = session.of(request);
        if (who.isPresent()) {
            Optional<String> first = steps.first(who.get(), method);
            if (first.isPresent()) {
                return sendFirstTo(first.get(), page, request, response);
            }
            if (page) {
                keeping.arrived(request, response, who.get());
            }
            return true;
        }
        if (!page) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            throw new Problem(401, "sign-in-required");
        }
        sendToSignIn(request, response);
        return false;
    }

    private static boolean sendFirstTo(
            String address, boolean page, HttpServletRequest request, HttpServletResponse response) {
        if (!page) {
            throw new Problem(403, address.equals(ProofSteps.CONFIRM) ? "confirm-first" : "second-factor-needed");
        }
        redirect(address + next(request).map(path -> "?next=" + path).orElse(""), request, response);
        return false;
    }

    private void sendToSignIn(HttpServletRequest request, HttpServletResponse response) {
        boolean form = "POST".equals(request.getMethod());
        String more = form ? keeping.keep(request, response) : "";
        String next = next(request).map(path -> "&next=" + path).orElse("");
        redirect("/sign-in" + (more + next).replaceFirst("^&", "?"), request, response);
    }

    /** Where to go on afterwards, as part of an address. */
    private static Optional<String> next(HttpServletRequest request) {
        return SameSite.path("POST".equals(request.getMethod()) ? cameFrom(request) : address(request))
                .map(path -> URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    private static void redirect(String address, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setHeader(HttpHeaders.LOCATION, address);
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    /** The page the form stood on: where to go when the form could not be kept. */
    private static String cameFrom(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .flatMap(SignInGate::pathOf)
                .orElse("");
    }

    private static Optional<String> pathOf(String address) {
        try {
            URI uri = new URI(address);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.ofNullable(uri.getRawPath()).map(path -> path + query);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static boolean isForSignedInOnly(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter ->
                        AnnotationUtils.findAnnotation(parameter.getParameterType(), SignInRequired.class) != null);
    }
}
