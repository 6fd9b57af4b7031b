package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Passkeys;
import org.zhengtong.people.identity.SecondFactors;
import org.zhengtong.people.identity.SignIns;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

/** Proving once more who one is, before what could lock one out, and for a desk. */
@Controller
@RequestMapping(ProofSteps.CONFIRM)
class ConfirmPages {
    private final SignIns signIns;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SiteOfRequest sites;

    ConfirmPages(SignIns signIns, SecondFactors factors, Passkeys passkeys, SiteOfRequest sites) {
        this.signIns = signIns;
        this.factors = factors;
        this.passkeys = passkeys;
        this.sites = sites;
    }

    @GetMapping
    String form(SignedIn me, @RequestParam(defaultValue = "") String next, Model model) {
        return page(me, next, "", FormState.FRESH, model);
    }

    @PostMapping
    String confirm(
            SignedIn me,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (signIns.confirm(me, password, code, KnownDevice.place(request))) {
            return onwards(next);
        }
        boolean codes = factors.of(me.person()).codesSince().isPresent();
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormState wrong = new FormState(List.of(new WrongField(
                "password", codes ? "identity.wrong.password-or-code" : "identity.wrong.present-password")));
        return page(me, next, "", wrong, model);
    }

    @PostMapping(path = "/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String question(SignedIn me, HttpServletRequest request) {
        return passkeys.askAgain(me, sites.site(request));
    }

    @PostMapping("/passkey")
    String passkey(
            SignedIn me,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (passkeys.confirm(me, sites.site(request), answer)) {
            return onwards(next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, next, "identity.passkey.refused", FormState.FRESH, model);
    }

    private static String onwards(String next) {
        return "redirect:" + SameSite.path(next).orElse("/my/security");
    }

    private String page(SignedIn me, String next, String problem, FormState form, Model model) {
        SecondFactors.Standing standing = factors.of(me.person());
        model.addAttribute(
                "view",
                new ConfirmView(
                        SameSite.path(next).orElse(""),
                        standing.codesSince().isPresent(),
                        standing.passkeys() > 0,
                        problem,
                        form));
        return "people/identity/confirm";
    }
}
