package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignIns;
import org.zhengtong.people.identity.WrongField;

/** The code after the password. */
@Controller
@RequestMapping("/sign-in/second")
class SecondStepPages {
    static final String TICKET = "zt_second";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private final SignIns signIns;
    private final Landing landing;

    SecondStepPages(SignIns signIns, Landing landing) {
        this.signIns = signIns;
        this.landing = landing;
    }

    static void begin(SignInAnswer.SecondNeeded needed, HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.keep(TICKET, needed.ticket(), KEPT, request, response);
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
        if (HouseCookie.read(TICKET, request).filter(signIns::isOpen).isEmpty()) {
            return "redirect:/sign-in?over";
        }
        return page(next, FormState.FRESH, model);
    }

    @PostMapping
    String code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String ticket = HouseCookie.read(TICKET, request).orElse("");
        return switch (signIns.withCode(ticket, code, KnownDevice.place(request))) {
            case SignInAnswer.Opened opened -> {
                landing.leave(request);
                HouseCookie.forget(TICKET, request, response);
                KnownDevice.welcome(opened, request, response);
                yield "redirect:" + landing.onwards(opened.who(), next, request);
            }
            case SignInAnswer.TooMany(Instant again) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(again));
                yield page(next, wrong("problem.too-many-sign-ins", Landing.clockTime(again)), model);
            }
            case SignInAnswer.Refused _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(next, wrong("identity.wrong.code"), model);
            }
            case SignInAnswer.Over _, SignInAnswer.SecondNeeded _ -> "redirect:/sign-in?over";
        };
    }

    private static FormState wrong(String sentence, Object... values) {
        return new FormState(List.of(new WrongField("code", sentence, values)));
    }

    private static String page(String next, FormState form, Model model) {
        model.addAttribute("view", new SecondStepView(SameSite.path(next).orElse(""), form));
        return "people/identity/second-step";
    }
}
