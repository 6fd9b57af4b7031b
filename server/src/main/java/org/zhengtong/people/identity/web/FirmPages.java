package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Firms;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;

/** The firms a person acts for, and for whom they act at the moment. */
@Controller
class FirmPages {
    private final Identity identity;
    private final Firms firms;
    private final Sessions sessions;

    FirmPages(Identity identity, Firms firms, Sessions sessions) {
        this.identity = identity;
        this.firms = firms;
        this.sessions = sessions;
    }

    @GetMapping("/my/firms")
    String mine(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        String sentence = done.matches("registered|handed-over") ? "identity.firms.done." + done : "";
        model.addAttribute("view", new FirmsView(identity.firmsOf(me.person()), me.name(), me.actingFor(), sentence));
        return "people/identity/firms";
    }

    @GetMapping("/my/firms/new")
    String form(SignedIn me, Model model) {
        return page(FirmRegistration.EMPTY, FormState.FRESH, false, model);
    }

    @PostMapping("/my/firms/new")
    String register(
            SignedIn me,
            @RequestParam(defaultValue = "") String uscc,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String legalRepresentative,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String phone,
            HttpServletResponse response,
            Model model) {
        FirmRegistration typed = new FirmRegistration(uscc, name, legalRepresentative, address, phone);
        return switch (firms.register(me.person(), typed)) {
            case Firms.Answer.Done _ -> "redirect:/my/firms?done=registered";
            case Firms.Answer.Wrong(var fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(typed, new FormState(fields), false, model);
            }
            case Firms.Answer.Unreachable _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield page(typed, FormState.FRESH, true, model);
            }
        };
    }

    /** An empty {@code firm} is the person again. */
    @PostMapping("/my/acting-for")
    String actFor(
            SignedIn me, @RequestParam(defaultValue = "") String firm, @RequestParam(defaultValue = "") String next) {
        sessions.actFor(me, firm.isEmpty() ? Optional.empty() : Optional.of(id(firm)));
        return "redirect:" + SameSite.path(next).orElse("/my/firms");
    }

    @GetMapping("/my/firms/{id}/agent")
    String agent(SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("view", new HandOverView(own(me, id), "", "", FormState.FRESH));
        return "people/identity/agent";
    }

    @PostMapping("/my/firms/{id}/agent")
    String handOver(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            HttpServletResponse response,
            Model model) {
        FirmProfile firm = own(me, id);
        if (firms.handOver(me, firm.id(), name, number) instanceof Firms.Answer.Wrong(var fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", new HandOverView(firm, name, number, new FormState(fields)));
            return "people/identity/agent";
        }
        return "redirect:/my/firms?done=handed-over";
    }

    private FirmProfile own(SignedIn me, UUID id) {
        return identity.firmsOf(me.person()).stream()
                .filter(firm -> firm.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(403, "not-agent"));
    }

    private static FirmId id(String text) {
        try {
            return new FirmId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("unknown-firm");
        }
    }

    private String page(FirmRegistration typed, FormState form, boolean unreachable, Model model) {
        model.addAttribute("view", new NewFirmView(typed, firms.isDemonstration(), form, unreachable));
        return "people/identity/new-firm";
    }
}
