package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.people.identity.Forgotten;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Recovery;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

/** A forgotten password, step by step; what the browser holds in its cookie is the way to the next step. */
@Controller
class RecoveryPages {
    private static final String TICKET = "zt_recovery";
    private static final Duration KEPT = Duration.ofMinutes(40);
    private static final String OVER = "redirect:/recovery?over";
    private final Recovery recovery;
    private final Landing landing;

    RecoveryPages(Recovery recovery, Landing landing) {
        this.recovery = recovery;
        this.landing = landing;
    }

    @GetMapping("/recovery")
    String form(@RequestParam Optional<String> over, Model model) {
        return page(Forgotten.EMPTY, over.map(_ -> "identity.recovery.over").orElse(""), "", FormState.FRESH, model);
    }

    @PostMapping("/recovery")
    String begin(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String phone,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Forgotten typed = new Forgotten(name, number, phone);
        return switch (recovery.begin(typed, request.getRemoteAddr(), locale)) {
            case Recovery.Answer.Onwards(String ticket) -> {
                HouseCookie.keep(TICKET, ticket, KEPT, request, response);
                yield "redirect:/recovery/code";
            }
            case Recovery.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(typed, "", "", new FormState(fields), model);
            }
            case Recovery.Answer.Unreachable _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield page(typed, "problem.recovery-unreachable", "", FormState.FRESH, model);
            }
            case Recovery.Answer.TooMany(Instant again) -> {
                tooMany(again, response);
                yield page(typed, "problem.too-many-recoveries", Landing.clockTime(again), FormState.FRESH, model);
            }
            case Recovery.Answer.Over _, Recovery.Answer.Done _, Recovery.Answer.Waits _ -> OVER;
        };
    }

    @GetMapping("/recovery/code")
    String codeForm(HttpServletRequest request, Model model) {
        return HouseCookie.read(TICKET, request)
                .filter(recovery::waitsForCode)
                .map(ticket -> codePage(ticket, FormState.FRESH, model))
                .orElse(OVER);
    }

    @PostMapping("/recovery/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String ticket = HouseCookie.read(TICKET, request).orElse("");
        return switch (recovery.code(ticket, code)) {
            case Recovery.Answer.Onwards(String next) -> {
                HouseCookie.keep(TICKET, next, KEPT, request, response);
                yield "redirect:/recovery/password";
            }
            case Recovery.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield codePage(ticket, new FormState(fields), model);
            }
            default -> OVER;
        };
    }

    @GetMapping("/recovery/window")
    String windowForm(Model model) {
        model.addAttribute("view", new WindowCodeView("", FormState.FRESH));
        return "people/identity/recovery-window";
    }

    @PostMapping("/recovery/window")
    String windowCode(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (recovery.windowCode(number, code, request.getRemoteAddr())) {
            case Recovery.Answer.Onwards(String ticket) -> {
                HouseCookie.keep(TICKET, ticket, KEPT, request, response);
                yield "redirect:/recovery/password";
            }
            case Recovery.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield windowPage(number, new FormState(fields), model);
            }
            case Recovery.Answer.TooMany(Instant again) -> {
                tooMany(again, response);
                yield windowPage(
                        number,
                        new FormState(List.of(
                                new WrongField("code", "problem.too-many-recoveries", Landing.clockTime(again)))),
                        model);
            }
            default -> OVER;
        };
    }

    @GetMapping("/recovery/password")
    String passwordForm(HttpServletRequest request, Model model) {
        return HouseCookie.read(TICKET, request)
                .filter(recovery::waitsForPassword)
                .map(_ -> passwordPage(FormState.FRESH, model))
                .orElse(OVER);
    }

    @PostMapping("/recovery/password")
    String password(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String nextAgain,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (recovery.password(HouseCookie.read(TICKET, request).orElse(""), next, nextAgain)) {
            case Recovery.Answer.Waits(Instant due) -> {
                HouseCookie.forget(TICKET, request, response);
                model.addAttribute("due", due);
                yield "people/identity/recovery-waits";
            }
            case Recovery.Answer.Done _ -> {
                HouseCookie.forget(TICKET, request, response);
                yield "people/identity/recovery-done";
            }
            case Recovery.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield passwordPage(new FormState(fields), model);
            }
            default -> OVER;
        };
    }

    @PostMapping("/my/security/recovery/stop")
    String stop(SignedIn me) {
        recovery.stop(me);
        return "redirect:/my/security?done=recovery-stopped";
    }

    private void tooMany(Instant again, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(again));
    }

    private String page(Forgotten typed, String problem, String value, FormState form, Model model) {
        model.addAttribute("view", new RecoveryView(typed, recovery.isConnected(), problem, value, form));
        return "people/identity/recovery";
    }

    private String codePage(String ticket, FormState form, Model model) {
        model.addAttribute("view", new RecoveryCodeView(recovery.demonstratedCode(ticket), form));
        return "people/identity/recovery-code";
    }

    private static String windowPage(String number, FormState form, Model model) {
        model.addAttribute("view", new WindowCodeView(number, form));
        return "people/identity/recovery-window";
    }

    private static String passwordPage(FormState form, Model model) {
        model.addAttribute("view", new PasswordView(form));
        return "people/identity/recovery-password";
    }
}
