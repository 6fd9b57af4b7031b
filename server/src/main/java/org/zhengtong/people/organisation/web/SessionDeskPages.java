package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.FreshlyConfirmed;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.SessionKeeping;
import org.zhengtong.people.organisation.StaffMember;

/** The security administrator's desk: sessions of others are ended. */
@Controller
@RequestMapping("/desk/sessions")
class SessionDeskPages {
    private final SessionKeeping sessions;

    SessionDeskPages(SessionKeeping sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    String form(StaffMember me, @RequestParam Optional<Integer> ended, Model model) {
        sessions.require(me);
        return page(new SessionDeskView("", "", "", ended, FormState.FRESH), model);
    }

    @PostMapping
    String end(
            StaffMember me,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        return switch (sessions.end(me, number, reason)) {
            case SessionKeeping.Answer.Ended(int ended) -> "redirect:/desk/sessions?ended=" + ended;
            case SessionKeeping.Answer.Wrong(var fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(new SessionDeskView(number, reason, "", Optional.empty(), new FormState(fields)), model);
            }
        };
    }

    @FreshlyConfirmed
    @PostMapping("/all")
    String endAll(
            StaffMember me,
            SignedIn own,
            @RequestParam(name = "all-reason", defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        return switch (sessions.endAll(me, own, reason)) {
            case SessionKeeping.Answer.Ended(int ended) -> "redirect:/desk/sessions?ended=" + ended;
            case SessionKeeping.Answer.Wrong(var fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(new SessionDeskView("", "", reason, Optional.empty(), new FormState(fields)), model);
            }
        };
    }

    private static String page(SessionDeskView view, Model model) {
        model.addAttribute("view", view);
        return "people/organisation/sessions";
    }
}
