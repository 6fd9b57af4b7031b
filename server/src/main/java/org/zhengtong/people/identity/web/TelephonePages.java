package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Telephones;
import org.zhengtong.people.identity.WrongField;

/** A code to the telephone, typed by whoever has it. */
@Controller
@RequestMapping("/my/telephone")
class TelephonePages {
    private final Telephones telephones;
    private final Identity identity;
    private final Landing landing;

    TelephonePages(Telephones telephones, Identity identity, Landing landing) {
        this.telephones = telephones;
        this.identity = identity;
        this.landing = landing;
    }

    @GetMapping
    String form(
            SignedIn me,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "false") boolean sent,
            @RequestParam(defaultValue = "false") boolean over,
            Model model) {
        return page(me, next, sent, over ? "identity.telephone.over" : "", FormState.FRESH, model);
    }

    @PostMapping("/send")
    String send(
            SignedIn me,
            @RequestParam(defaultValue = "") String next,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes query,
            Model model) {
        if (telephones.send(me, locale) instanceof Telephones.Answer.TooMany(Instant again)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, landing.secondsUntil(again));
            return page(me, next, false, "identity.telephone.too-many", FormState.FRESH, model);
        }
        return onwards(next, "sent", query);
    }

    @PostMapping
    String confirm(
            SignedIn me,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletResponse response,
            RedirectAttributes query,
            Model model) {
        return switch (telephones.confirm(me, code)) {
            case Telephones.Answer.Done _ -> "redirect:" + SameSite.path(next).orElse("/my/profile?done=telephone");
            case Telephones.Answer.Wrong(List<WrongField> fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(me, next, true, "", new FormState(fields), model);
            }
            case Telephones.Answer.Over _, Telephones.Answer.TooMany _ -> onwards(next, "over", query);
        };
    }

    private static String onwards(String next, String step, RedirectAttributes query) {
        query.addAttribute(step, true);
        SameSite.path(next).ifPresent(path -> query.addAttribute("next", path));
        return "redirect:/my/telephone";
    }

    private String page(SignedIn me, String next, boolean sent, String problem, FormState form, Model model) {
        model.addAttribute(
                "view",
                new TelephoneView(
                        MobileNumber.mask(identity.person(me.person()).phone()),
                        SameSite.path(next).orElse(""),
                        telephones.demonstratedCode(me),
                        sent,
                        problem,
                        form));
        return "people/identity/telephone";
    }
}
