package org.zhengtong.ground.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.ground.web.Problem;

/** Answers what went wrong before or behind the controllers: in a filter, in the server itself. */
@Controller
class ErrorPages implements ErrorController {
    private static final String PROBLEM = Problem.class.getName();

    private final ProblemAnswers answers;

    ErrorPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    /** From a filter: the answer to this problem. */
    static void forward(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, problem);
        request.getRequestDispatcher("/error").forward(request, response);
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Problem problem = problem(request);
        String reference = "";
        if (problem.status() >= 500) {
            reference = answers.reference((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION), request);
        }
        return answers.answer(problem, reference, path(request), request, response);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof Problem problem) {
            return problem;
        }
        return ProblemAnswers.ofStatus(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404);
    }

    private static String path(HttpServletRequest request) {
        for (String attribute :
                new String[] {RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI}) {
            if (request.getAttribute(attribute) instanceof String path) {
                return path;
            }
        }
        return request.getRequestURI();
    }
}
