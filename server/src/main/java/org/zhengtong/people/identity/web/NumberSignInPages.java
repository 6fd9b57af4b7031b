package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.SharedScreen;
import org.zhengtong.people.identity.NumberSignIns;
import org.zhengtong.people.identity.SharedMachine;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignInPlace;

/** At the machine of a hall: an identity number, then the code that came to one's telephone. */
@Controller
@RequestMapping("/kiosk/sign-in/number")
class NumberSignInPages {
    private static final int SECONDS = 120;

    private final NumberSignIns signIns;
    private final SharedMachine shared;
    private final Landing landing;

    NumberSignInPages(NumberSignIns signIns, SharedMachine shared, Landing landing) {
        this.signIns = signIns;
        this.shared = shared;
        this.landing = landing;
    }

    @ModelAttribute
    void leaveNoTrace(HttpServletResponse answer) {
        SharedScreen.leaveNoTrace(SECONDS, answer);
    }

    /** @param later codes were asked for too often */
    @GetMapping
    String number(@RequestParam(defaultValue = "false") boolean later, Model model) {
        return number(later ? "kiosk.number.too-many" : "", model);
    }

    private String number(String problem, Model model) {
        model.addAttribute("view", new NumberSignInView.OfNumber(signIns.isConnected(), problem));
        return "people/identity/kiosknumber";
    }

    @PostMapping
    String begin(
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return switch (signIns.begin(number, SignInPlace.ofMachine(request.getRemoteAddr()), locale)) {
            case NumberSignIns.Beginning.Sent(String ticket) -> {
                shared.keepTicket(ticket, request, response);
                yield "redirect:/kiosk/sign-in/number/code";
            }
            case NumberSignIns.Beginning.WrongNumber() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield number("kiosk.number.wrong", model);
            }
            case NumberSignIns.Beginning.TooMany(Instant again) -> {
                tooMany(again, response);
                yield number("kiosk.number.too-many", model);
            }
        };
    }

    @GetMapping("/code")
    String code(HttpServletRequest request, Model model) {
        Optional<String> ticket = shared.ticket(request);
        return ticket.isEmpty() ? "redirect:/kiosk/sign-in/number" : code(ticket.get(), "", model);
    }

    private String code(String ticket, String problem, Model model) {
        model.addAttribute("view", new NumberSignInView.Code(signIns.demonstratedCode(ticket), problem));
        return "people/identity/kiosknumber";
    }

    @PostMapping("/code")
    String signIn(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String ticket = shared.ticket(request).orElse("");
        return switch (signIns.withCode(ticket, code, SignInPlace.ofMachine(request.getRemoteAddr()))) {
            case SignInAnswer.Opened opened -> {
                landing.leave(request);
                shared.forgetTicket(request, response);
                KnownDevice.welcome(opened, request, response);
                yield "redirect:" + shared.begun(opened.who(), request, response);
            }
            case SignInAnswer.TooMany(Instant again) -> {
                tooMany(again, response);
                yield code(ticket, "kiosk.number.too-many", model);
            }
            case SignInAnswer.Refused _, SignInAnswer.SecondNeeded _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield code(ticket, "identity.wrong.recovery-code", model);
            }
            case SignInAnswer.Over _ -> {
                shared.forgetTicket(request, response);
                response.setStatus(HttpStatus.CONFLICT.value());
                yield number("kiosk.number.over", model);
            }
        };
    }

    private void tooMany(Instant again, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(again));
    }
}
