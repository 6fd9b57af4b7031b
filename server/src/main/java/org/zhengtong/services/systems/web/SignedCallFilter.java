package org.zhengtong.services.systems.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.ReadRequest;
import org.zhengtong.services.systems.CallingSystem;
import org.zhengtong.services.systems.SignedCall;
import org.zhengtong.services.systems.SystemCalls;
import org.zhengtong.services.systems.SystemCalls.Hearing;

/**
 * Lets signed calls pass, and writes each into the history with its answer. It stands before the filter that answers a
 * repeated call with the first answer, so that nobody else is given it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class SignedCallFilter extends OncePerRequestFilter {
    private static final int LARGEST_DOCUMENT = 2 << 20;

    private final SystemCalls calls;
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final Clock clock;

    /** What answers problems comes last in the program's start, after the filters. */
    SignedCallFilter(
            SystemCalls calls,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems,
            Clock clock) {
        this.calls = calls;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(CallTarget.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant begun = clock.instant();
        String system = header(request, "Zhengtong-System");
        if (!calls.knows(system)) {
            refuse(new Problem(401, "systems.signature"), request, response);
            return;
        }
        int most = request.getRequestURI().endsWith("/attachments") ? FileRules.MATERIAL.mostBytes() : LARGEST_DOCUMENT;
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(new Problem(413, "too-large"), request, response);
            return;
        }
        switch (calls.hear(signed(system, request, body))) {
            case Hearing.Heard(CallingSystem caller) -> carryOut(caller, body, request, response, chain, begun);
            case Hearing.Refused(UUID known, int status, String problem) -> {
                refuse(new Problem(status, problem), request, response);
                remember(known, request, Optional.empty(), status, Optional.of(problem), "", begun);
            }
            case Hearing.Unsigned() -> refuse(new Problem(401, "systems.signature"), request, response);
        }
    }

    private static SignedCall signed(String system, HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        return new SignedCall(
                system,
                header(request, "Zhengtong-Timestamp"),
                header(request, "Zhengtong-Nonce"),
                header(request, "Zhengtong-Signature"),
                request.getMethod(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                HexFormat.of().formatHex(sha256(body)));
    }

    private void carryOut(
            CallingSystem caller,
            byte[] body,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Instant begun)
            throws ServletException, IOException {
        OpenCall call = new OpenCall(caller);
        request.setAttribute(OpenCall.ATTRIBUTE, call);
        int status = 500;
        try {
            chain.doFilter(new ReadRequest(request, body, caller.caller()), response);
            status = response.getStatus();
        } finally {
            remember(
                    caller.system().id(),
                    request,
                    Optional.of(call),
                    status,
                    problem(request),
                    Objects.requireNonNullElse(response.getHeader(HttpHeaders.LOCATION), ""),
                    begun);
        }
    }

    private void remember(
            UUID system,
            HttpServletRequest request,
            Optional<OpenCall> call,
            int status,
            Optional<String> problem,
            String leadsTo,
            Instant begun) {
        CallTarget target = CallTarget.of(request.getMethod(), request.getRequestURI());
        calls.remember(new SystemCalls.Answered(
                system,
                target.name(),
                target.caseId().or(() -> call.flatMap(OpenCall::caseId)).or(() -> CallTarget.caseAt(leadsTo)),
                call.map(OpenCall::receiptNumber).orElse(""),
                call.map(OpenCall::by).orElse(""),
                status,
                problem,
                Duration.between(begun, clock.instant()).toMillis()));
    }

    /** Where a controller, or a filter before it, leaves what went wrong. */
    private static Optional<String> problem(HttpServletRequest request) {
        return Stream.of(DispatcherServlet.EXCEPTION_ATTRIBUTE, Problem.class.getName())
                .map(request::getAttribute)
                .filter(Problem.class::isInstance)
                .map(failure -> ((Problem) failure).code())
                .findFirst();
    }

    private void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        problems.getObject().resolveException(request, response, null, problem);
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
