package org.zhengtong.services.licences.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.Verification;

/** Anyone verifies a licence here: by its identifier, or led by its QR code. */
@Controller
class VerifyPages {
    private static final int LONGEST = 200;

    private final Licences licences;
    private final LicenceCopies copies;
    private final VerificationLimit limit;

    VerifyPages(Licences licences, LicenceCopies copies, VerificationLimit limit) {
        this.licences = licences;
        this.copies = copies;
        this.limit = limit;
    }

    @GetMapping("/verify")
    String ask(@RequestParam Optional<String> identifier, HttpServletRequest request, Model model) {
        if (identifier.isEmpty()) {
            model.addAttribute("view", VerifyView.blank());
            return "services/licences/verify";
        }
        if (identifier.get().isBlank()) {
            model.addAttribute("view", VerifyView.missing());
            return "services/licences/verify";
        }
        Optional<LicenceIdentifier> read = LicenceIdentifier.parse(shortened(identifier.get()));
        return read.map(good ->
                        "redirect:/verify/" + UriUtils.encodePathSegment(good.toString(), StandardCharsets.UTF_8))
                .orElseGet(() -> verify(identifier.get(), Optional.empty(), request, model));
    }

    @GetMapping("/verify/{identifier}")
    String verify(
            @PathVariable String identifier,
            @RequestParam Optional<String> code,
            HttpServletRequest request,
            Model model) {
        limit.count(request.getRemoteAddr());
        String typed = shortened(identifier);
        Verification found = code.map(text -> licences.verify(typed, text)).orElseGet(() -> licences.verify(typed));
        model.addAttribute("view", VerifyView.of(typed, found));
        return "services/licences/verify";
    }

    @GetMapping("/verify/copies/{number}")
    String verifyCopy(
            @PathVariable String number, @RequestParam Optional<String> code, HttpServletRequest request, Model model) {
        limit.count(request.getRemoteAddr());
        String typed = shortened(number);
        model.addAttribute("view", new CopyView.Public(typed, copies.verify(typed, code)));
        return "services/licences/verify-copy";
    }

    private static String shortened(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }
}
