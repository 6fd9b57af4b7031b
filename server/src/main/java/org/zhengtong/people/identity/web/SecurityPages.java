package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.FreshlyConfirmed;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityProofs;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.Passkeys;
import org.zhengtong.people.identity.Recovery;
import org.zhengtong.people.identity.SecondFactors;
import org.zhengtong.people.identity.SignInHistory;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Workplaces;
import org.zhengtong.people.identity.WrongField;

/** How a person signs in: time-based codes, recovery codes, passkeys, and who tried. */
@Controller
@RequestMapping("/my/security")
class SecurityPages {
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SignInHistory history;
    private final Recovery recovery;
    private final Accounts accounts;
    private final IdentityProofs proofs;
    private final Identity identity;
    private final Workplaces workplaces;
    private final MessageSource messages;

    SecurityPages(
            SecondFactors factors,
            Passkeys passkeys,
            SignInHistory history,
            Recovery recovery,
            Accounts accounts,
            IdentityProofs proofs,
            Identity identity,
            Workplaces workplaces,
            MessageSource messages) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.history = history;
        this.recovery = recovery;
        this.accounts = accounts;
        this.proofs = proofs;
        this.identity = identity;
        this.workplaces = workplaces;
        this.messages = messages;
    }

    @GetMapping
    String security(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute(
                "view",
                new SecurityView(
                        factors.of(me.person()),
                        passkeys.of(me.person()),
                        history.of(me),
                        recovery.pending(me.person()),
                        accounts.realNameOf(me.person()),
                        proofs.connected().stream().sorted().toList(),
                        workplaces.workplace(me.person()).isPresent(),
                        done.matches(
                                        "codes-removed|passkey|passkey-removed|passkey-renamed|recovery-stopped|shown|not-shown")
                                ? "identity.security.done." + done
                                : ""));
        return "people/identity/security";
    }

    @FreshlyConfirmed
    @GetMapping("/codes")
    String codes(
            SignedIn me,
            @RequestParam(defaultValue = "") String next,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return codes(me, next, FormState.FRESH, locale, response, model);
    }

    @FreshlyConfirmed
    @PostMapping("/codes")
    String confirm(
            SignedIn me,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Optional<List<String>> recovery = factors.confirm(me, code);
        if (recovery.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormState wrong = new FormState(List.of(new WrongField("code", "identity.wrong.code-new")));
            return codes(me, next, wrong, locale, response, model);
        }
        return recovery(recovery.get(), next, response, model);
    }

    @FreshlyConfirmed
    @PostMapping("/codes/remove")
    String remove(SignedIn me) {
        factors.removeCodes(me);
        return "redirect:/my/security?done=codes-removed";
    }

    @FreshlyConfirmed
    @PostMapping("/recovery-codes")
    String renew(SignedIn me, HttpServletResponse response, Model model) {
        return recovery(factors.renewRecoveryCodes(me), "", response, model);
    }

    private String codes(
            SignedIn me, String next, FormState form, Locale locale, HttpServletResponse response, Model model) {
        String secret = factors.offered(me).orElseGet(() -> factors.offer(me));
        boolean first = workplaces.workplace(me.person()).isPresent()
                && !factors.of(me.person()).isTwice();
        leaveNoTrace(response);
        model.addAttribute(
                "view",
                new CodesView(
                        QrCode.of(address(me, secret, locale)).address(),
                        secret.replaceAll("(.{4})(?=.)", "$1 "),
                        SameSite.path(next).orElse(""),
                        first,
                        form));
        return "people/identity/codes";
    }

    /** As authenticators read it: {@code otpauth://totp/<issuer>:<account>?secret=…&issuer=…}. */
    private String address(SignedIn me, String secret, Locale locale) {
        String issuer = encoded(Objects.requireNonNullElse(messages.getMessage("site.name", null, "", locale), ""));
        String account = encoded(MobileNumber.mask(identity.person(me.person()).phone()));
        return "otpauth://totp/" + issuer + ":" + account + "?secret=" + secret + "&issuer=" + issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String recovery(List<String> codes, String next, HttpServletResponse response, Model model) {
        leaveNoTrace(response);
        model.addAttribute(
                "view", new RecoveryCodesView(codes, SameSite.path(next).orElse("/my/security")));
        return "people/identity/recovery-codes";
    }

    private static void leaveNoTrace(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
