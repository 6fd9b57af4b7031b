package org.zhengtong.ground.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.web.KeepsReceipts;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.ReadRequest;
import org.zhengtong.ground.web.VisitorSource;
import org.zhengtong.ground.web.internal.FirstAnswers.Answer;
import org.zhengtong.ground.web.internal.FirstAnswers.Call;
import org.zhengtong.ground.web.internal.FirstAnswers.Known;

/**
 * A POST of the API with an {@code Idempotency-Key} is carried out once: the same key with the same content gets the
 * first answer again, with other content 409. Only what succeeded is kept; after a failure the key may be used again.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final int LONGEST_KEY = 200;
    private static final Pattern KEY = Pattern.compile("[!-~]{1," + LONGEST_KEY + "}");
    private static final int LARGEST_BODY = 2 << 20;

    private final FirstAnswers answers;
    private final VisitorSource visitors;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /** The mappings come last in the program's start, after the filters. */
    IdempotencyFilter(
            FirstAnswers answers,
            VisitorSource visitors,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.answers = answers;
        this.visitors = visitors;
        this.mappings = mappings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() != 1 || !KEY.matcher(keys.getFirst()).matches()) {
            ErrorPages.forward(new Problem(422, "idempotency-key"), request, response);
            return;
        }
        if (keepsReceipts(request)) {
            chain.doFilter(request, response);
            return;
        }
        boolean parts = isMultipart(request);
        byte[] body = parts ? new byte[0] : request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            ErrorPages.forward(new Problem(413, "too-large"), request, response);
            return;
        }
        String caller = Optional.ofNullable(request.getRemoteUser())
                .or(() -> visitors.caller(request))
                .orElseGet(() -> "address:" + request.getRemoteAddr());
        Call call = new Call(caller, keys.getFirst(), digest(request, parts ? digestOfParts(request) : body));
        HttpServletRequest again = parts ? request : new ReadRequest(request, body);
        switch (answers.claim(call)) {
            case Known.Claimed() -> carryOut(call, again, response, chain);
            case Known.Answered(Answer answer) -> send(answer, response);
            case Known.OtherRequest() -> ErrorPages.forward(new Problem(409, "idempotency-reused"), request, response);
            case Known.Busy() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                ErrorPages.forward(new Problem(409, "idempotency-busy"), request, response);
            }
        }
    }

    private void carryOut(Call call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, copy);
            done = copy.getStatus() >= 200 && copy.getStatus() < 300;
            if (done) {
                answers.keep(
                        call,
                        new Answer(
                                copy.getStatus(),
                                Optional.ofNullable(copy.getContentType()),
                                Optional.ofNullable(copy.getHeader(HttpHeaders.LOCATION)),
                                new String(copy.getContentAsByteArray(), StandardCharsets.UTF_8)));
            }
        } finally {
            if (!done) {
                answers.release(call);
            }
        }
        copy.copyBodyToResponse();
    }

    private static void send(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.contentType().ifPresent(response::setContentType);
        answer.location().ifPresent(location -> response.setHeader(HttpHeaders.LOCATION, location));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private boolean keepsReceipts(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            HandlerExecutionChain handler = mappings.getObject().getHandler(request);
            return handler != null
                    && handler.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(KeepsReceipts.class);
        } catch (Exception unknownCall) {
            return false;
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/");
    }

    private static String digest(HttpServletRequest request, byte[] content) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return request.getRequestURI() + "?" + query + "\n" + HexFormat.of().formatHex(Sm3.digest(content));
    }

    private static byte[] digestOfParts(HttpServletRequest request) throws IOException, ServletException {
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (Part part : request.getParts()) {
            String name = part.getName() + "\n" + Objects.requireNonNullElse(part.getSubmittedFileName(), "");
            digests.writeBytes(Sm3.digest(name.getBytes(StandardCharsets.UTF_8)));
            try (InputStream content = part.getInputStream()) {
                digests.writeBytes(Sm3.digest(content.readAllBytes()));
            }
        }
        return digests.toByteArray();
    }
}
