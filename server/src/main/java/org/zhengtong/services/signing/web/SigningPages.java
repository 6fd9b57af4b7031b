package org.zhengtong.services.signing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.signing.Signing;
import org.zhengtong.services.signing.Signings;

/** The clerk waits for the signature; when it is there they are back where they asked for it. */
@Controller
@RequestMapping("/desk/signing/{id}")
class SigningPages {
    private static final String SECONDS = "2";

    private final Signings signings;

    SigningPages(Signings signings) {
        this.signings = signings;
    }

    @GetMapping
    String waiting(StaffMember clerk, @PathVariable UUID id, HttpServletResponse response, Model model) {
        Signing one = signings.open(clerk, id);
        if (one.state() == Signing.State.SIGNED) {
            return "redirect:" + one.back();
        }
        if (one.state() == Signing.State.ASKED) {
            response.setHeader("Refresh", SECONDS);
        }
        model.addAttribute("view", one);
        return "services/signing/waiting";
    }

    @PostMapping("/taking-back")
    String takeBack(StaffMember clerk, @PathVariable UUID id) {
        signings.takeBack(clerk, id);
        return "redirect:" + signings.open(clerk, id).back();
    }
}
