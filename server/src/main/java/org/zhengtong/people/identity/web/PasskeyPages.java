package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.FreshlyConfirmed;
import org.zhengtong.people.identity.Passkeys;
import org.zhengtong.people.identity.SignInAnswer;
import org.zhengtong.people.identity.SignedIn;

/** Passkeys: adding, naming and removing one's own, and signing in with one. */
@Controller
class PasskeyPages {
    private final Passkeys passkeys;
    private final SiteOfRequest sites;
    private final Landing landing;

    PasskeyPages(Passkeys passkeys, SiteOfRequest sites, Landing landing) {
        this.passkeys = passkeys;
        this.sites = sites;
        this.landing = landing;
    }

    @PostMapping(path = "/sign-in/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(HttpServletRequest request) {
        return passkeys.ask(sites.site(request));
    }

    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (passkeys.signIn(sites.site(request), answer, KnownDevice.place(request))
                instanceof SignInAnswer.Opened opened) {
            landing.leave(request);
            KnownDevice.welcome(opened, request, response);
            return "redirect:" + landing.onwards(opened.who(), next, request);
        }
        return "redirect:/sign-in?passkey";
    }

    @FreshlyConfirmed
    @GetMapping("/my/security/passkeys/new")
    String form(SignedIn me, HttpServletRequest request, Model model) {
        return page(Devices.of(request), "", model);
    }

    @FreshlyConfirmed
    @PostMapping(path = "/my/security/passkeys/question", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String offer(SignedIn me, HttpServletRequest request) {
        return passkeys.offer(me, sites.site(request));
    }

    @FreshlyConfirmed
    @PostMapping("/my/security/passkeys/new")
    String register(
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String kept = name.isBlank() ? Devices.of(request) : name;
        return switch (passkeys.register(me, sites.site(request), kept, answer)) {
            case DONE -> "redirect:/my/security?done=passkey";
            case REFUSED -> refused(kept, "identity.passkey.refused", response, model);
            case TOO_MANY -> refused(kept, "identity.passkey.too-many", response, model);
        };
    }

    @PostMapping("/my/security/passkeys/{id}/name")
    String rename(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        if (!name.isBlank()) {
            passkeys.rename(me, id, name);
        }
        return "redirect:/my/security?done=passkey-renamed";
    }

    @FreshlyConfirmed
    @PostMapping("/my/security/passkeys/{id}/remove")
    String remove(SignedIn me, @PathVariable UUID id) {
        passkeys.remove(me, id);
        return "redirect:/my/security?done=passkey-removed";
    }

    private static String refused(String name, String problem, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(name, problem, model);
    }

    private static String page(String name, String problem, Model model) {
        model.addAttribute("view", new NewPasskeyView(name, problem, FormState.FRESH));
        return "people/identity/new-passkey";
    }
}
