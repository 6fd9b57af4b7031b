package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.KeptForm;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignIns;
import org.zhengtong.people.identity.SignedIn;

/** In, out, and on with what was typed before. */
@Controller
class SignInPages {
    private final SignIns signIns;
    private final Landing landing;
    private final FormKeeping keeping;
    private final MessageSource messages;

    SignInPages(SignIns signIns, Landing landing, FormKeeping keeping, MessageSource messages) {
        this.signIns = signIns;
        this.landing = landing;
        this.keeping = keeping;
        this.messages = messages;
    }

    @GetMapping("/sign-in")
    String form(
            Optional<SignedIn> me,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(required = false) @Nullable String over,
            @RequestParam(required = false) @Nullable String passkey,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        if (me.isPresent()) {
            return "redirect:" + landing.onwards(me.get(), next, request);
        }
        String error = "";
        if (over != null) {
            error = messages.getMessage("identity.sign-in.over", null, locale);
        } else if (passkey != null) {
            error = messages.getMessage("identity.sign-in.passkey-refused", null, locale);
        }
        return again("", next, form, error, model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return switch (signIns.withPassword(account, password, KnownDevice.place(request))) {
            case SignInAnswer.Opened opened -> {
                landing.leave(request);
                KnownDevice.welcome(opened, request, response);
                yield "redirect:" + landing.onwards(opened.who(), next, request);
            }
            case SignInAnswer.SecondNeeded needed -> {
                SecondStepPages.begin(needed, request, response);
                yield "redirect:/sign-in/second"
                        + SameSite.path(next)
                                .map(path -> "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                                .orElse("");
            }
            case SignInAnswer.Over _ -> "redirect:/sign-in?over";
            case SignInAnswer.Refused _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield again(account, next, form, messages.getMessage("identity.sign-in.refused", null, locale), model);
            }
            case SignInAnswer.TooMany(Instant at) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(at));
                yield again(
                        account,
                        next,
                        form,
                        messages.getMessage("problem.too-many-sign-ins", new Object[] {Landing.clockTime(at)}, locale),
                        model);
            }
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        landing.leave(request);
        SessionToken.forget(request, response);
        return "redirect:/";
    }

    @GetMapping("/sign-in/kept")
    String kept(SignedIn me, HttpServletRequest request, Model model) {
        Optional<KeptForm> form = keeping.waiting(request, me);
        if (form.isEmpty()) {
            return "redirect:" + landing.home(me);
        }
        model.addAttribute("view", new KeptFormView(form.get(), landing.home(me)));
        return "people/identity/kept";
    }

    @PostMapping("/sign-in/kept/forget")
    String forget(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        keeping.forget(request, response);
        return "redirect:" + landing.home(me);
    }

    private String again(String account, String next, String form, String error, Model model) {
        model.addAttribute("view", new SignInView(account, SameSite.path(next).orElse(""), form, error));
        return "people/identity/sign-in";
    }
}
