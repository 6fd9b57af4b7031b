package org.zhengtong.ground.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.zhengtong.ground.web.FieldError;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.ProblemView;
import org.zhengtong.ground.web.SameSite;

/**
 * Turns whatever went wrong into an answer: a page in the citizen's words, or problem+json (RFC 9457) for programs. What
 * is our own fault gets a reference that stands in the log too, and tells nothing else.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String API = "/api/";

    private final MessageSource messages;
    private final Pages pages;
    private final Refusals refusals;
    private final RandomGenerator random;

    ProblemAnswers(MessageSource messages, Pages pages, Refusals refusals, RandomGenerator random) {
        this.messages = messages;
        this.pages = pages;
        this.refusals = refusals;
        this.random = random;
    }

    /** The other side has gone away; there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler(Exception.class)
    Object answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        Problem problem = problem(failure);
        String reference = problem.status() < 500 ? "" : reference(failure, request);
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        return answer(problem, reference, request.getRequestURI(), request, response);
    }

    /** @param path the address the problem is about; after a forward it is not that of the request */
    Object answer(
            Problem problem, String reference, String path, HttpServletRequest request, HttpServletResponse response) {
        refusals.note(problem, path, request);
        Locale locale = RequestContextUtils.getLocale(request);
        String title = said("problem.title." + problem.status(), locale)
                .orElseGet(() -> said("problem.title", locale).orElse(""));
        String sentence = said(
                        "problem." + problem.code(), locale, problem.values().toArray())
                .orElse(title);
        return path.startsWith(API)
                ? json(problem, reference, path, title, sentence)
                : page(problem, reference, title, sentence, request, response);
    }

    private static ResponseEntity<ProblemDetail> json(
            Problem problem, String reference, String path, String title, String sentence) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("/problems/" + problem.code()));
        detail.setTitle(title);
        detail.setDetail(sentence);
        detail.setInstance(URI.create(path.replaceAll("[^!-~]", "")));
        if (!problem.fields().isEmpty()) {
            detail.setProperty("errors", errors(problem));
        }
        if (!reference.isEmpty()) {
            detail.setProperty("reference", reference);
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ModelAndView page(
            Problem problem,
            String reference,
            String title,
            String sentence,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale locale = RequestContextUtils.getLocale(request);
        ModelAndView page = new ModelAndView("ground/web/problem");
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        page.addObject("page", pageFor(problem, request, locale));
        page.addObject(
                "view",
                new ProblemView(
                        problem.status(),
                        title,
                        sentence,
                        FieldError.of(problem.fields()),
                        reference,
                        cameFrom(request),
                        problem.status() == 404));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page;
    }

    /** When the fault is ours, the page must not depend on what may be broken. */
    private Page pageFor(Problem problem, HttpServletRequest request, Locale locale) {
        return problem.status() < 500 ? pages.page(request, locale) : pages.strangersPage(request, locale);
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case MaxUploadSizeExceededException _ -> new Problem(413, "too-large");
            case HttpMessageNotReadableException unread
            when unread.contains(LargestBody.TooLarge.class) -> new Problem(413, "too-large");
            case MultipartException _, MissingServletRequestPartException _, HttpMessageNotReadableException _ ->
                new Problem(400, "unreadable");
            case ConversionNotSupportedException _ -> new Problem(500, "unexpected");
            case MethodArgumentTypeMismatchException wrong -> mismatch(wrong);
            case MissingServletRequestParameterException missing ->
                new Problem(400, "value-missing", missing.getParameterName());
            case ErrorResponse known -> ofStatus(known.getStatusCode().value());
            default -> new Problem(500, "unexpected");
        };
    }

    /** A wrong part of the address leads nowhere; a wrong value of a question is the asker's to mend. */
    private static Problem mismatch(MethodArgumentTypeMismatchException wrong) {
        boolean address = wrong.getParameter().hasParameterAnnotation(PathVariable.class);
        return address ? Problem.notFound("not-found") : new Problem(400, "value-wrong", wrong.getName());
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> new Problem(401, "sign-in-required");
            case 403 -> new Problem(403, "not-allowed");
            case 404 -> Problem.notFound("not-found");
            case 405 -> new Problem(405, "method");
            case 406 -> new Problem(406, "not-acceptable");
            case 413 -> new Problem(413, "too-large");
            case 415 -> new Problem(415, "media-type");
            default -> status < 500 ? new Problem(400, "unreadable") : new Problem(status, "unexpected");
        };
    }

    String reference(@Nullable Throwable failure, HttpServletRequest request) {
        String reference = HexFormat.of().toHexDigits(random.nextInt());
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
        return reference;
    }

    private Optional<String> said(String key, Locale locale, Object... values) {
        return Optional.ofNullable(messages.getMessage(key, values, null, locale));
    }

    private static List<Map<String, String>> errors(Problem problem) {
        return problem.fields().entrySet().stream()
                .map(field -> Map.of("field", field.getKey(), "sentence", field.getValue()))
                .toList();
    }

    private static String cameFrom(HttpServletRequest request) {
        String address = Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), "");
        String here = request.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*", "$1");
        return address.startsWith(here + "/")
                ? SameSite.path(address.substring(here.length()))
                        .filter(path -> !path.equals(request.getRequestURI()) || !"GET".equals(request.getMethod()))
                        .orElse("")
                : "";
    }
}
