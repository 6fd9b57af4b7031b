package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Registration;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignIns;
import org.zhengtong.people.identity.Telephones;

/** Registration with the real name. */
@Controller
class RegisterPages {
    private final Accounts accounts;
    private final SignIns signIns;
    private final Telephones telephones;
    private final Landing landing;

    RegisterPages(Accounts accounts, SignIns signIns, Telephones telephones, Landing landing) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.telephones = telephones;
        this.landing = landing;
    }

    @GetMapping("/register")
    String form(@RequestParam(defaultValue = "") String next, Model model) {
        return page(Registration.EMPTY, next, FormState.FRESH, "", "", model);
    }

    @PostMapping("/register")
    String register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordAgain,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes query,
            Model model) {
        Registration registration = new Registration(name, number, phone, address, password, passwordAgain, agreed);
        return switch (accounts.register(registration, request.getRemoteAddr())) {
            case Accounts.Answer.Done _ -> welcome(registration, next, request, response, locale, query);
            case Accounts.Answer.Wrong(var fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(registration, next, new FormState(fields), "", "", model);
            }
            case Accounts.Answer.Unreachable _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield page(registration, next, FormState.FRESH, "problem.real-name-unreachable", "", model);
            }
            case Accounts.Answer.TooMany(Instant again) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(again));
                String time = Landing.clockTime(again);
                yield page(registration, next, FormState.FRESH, "problem.too-many-registrations", time, model);
            }
        };
    }

    /** Whoever has just said everything about themselves is not asked to sign in as well. */
    private String welcome(
            Registration typed,
            String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes query) {
        SignInAnswer answer = signIns.withPassword(typed.number(), typed.password(), KnownDevice.place(request));
        if (answer instanceof SignInAnswer.Opened opened) {
            KnownDevice.welcome(opened, request, response);
            String onwards = landing.onwards(opened.who(), next, request);
            if (!telephones.isConnected()) {
                return "redirect:" + onwards;
            }
            telephones.send(opened.who(), locale);
            query.addAttribute("sent", true);
            query.addAttribute("next", onwards);
            return "redirect:/my/telephone";
        }
        return "redirect:/sign-in";
    }

    private String page(
            Registration typed, String next, FormState form, String problem, String problemValue, Model model) {
        model.addAttribute(
                "view",
                new RegisterView(
                        typed,
                        SameSite.path(next).orElse(""),
                        accounts.isDemonstration(),
                        form,
                        problem,
                        problemValue));
        return "people/identity/register";
    }
}
