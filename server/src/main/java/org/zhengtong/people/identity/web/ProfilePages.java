package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.FreshlyConfirmed;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.Recovery;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Telephones;

/** A person's own account. */
@Controller
@RequestMapping("/my/profile")
class ProfilePages {
    private final Identity identity;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Recovery recovery;
    private final Telephones telephones;
    private final Regions regions;

    ProfilePages(
            Identity identity,
            Accounts accounts,
            Sessions sessions,
            Recovery recovery,
            Telephones telephones,
            Regions regions) {
        this.recovery = recovery;
        this.telephones = telephones;
        this.identity = identity;
        this.accounts = accounts;
        this.sessions = sessions;
        this.regions = regions;
    }

    @GetMapping
    String profile(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        PersonProfile person = identity.person(me.person());
        model.addAttribute("view", view(me, person, person.maskedNumber(), MobileNumber.mask(person.phone()), done));
        return "people/identity/profile";
    }

    /** The numbers in full, for this once; that they were opened is written down like every opening. */
    @PostMapping("/shown")
    String shown(SignedIn me, Model model) {
        String number =
                identity.openNumber(me.person(), me.actor(), "own-profile").value();
        PersonProfile person = identity.person(me.person());
        model.addAttribute("view", view(me, person, number, person.phone(), ""));
        return "people/identity/profile";
    }

    @FreshlyConfirmed
    @GetMapping("/contact")
    String contact(SignedIn me, Model model) {
        PersonProfile person = identity.person(me.person());
        model.addAttribute(
                "view", new ContactView(person.phone(), person.address().orElse(""), FormState.FRESH));
        return "people/identity/contact";
    }

    @FreshlyConfirmed
    @PostMapping("/contact")
    String changeContact(
            SignedIn me,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        if (accounts.changeContact(me, phone, address, password) instanceof Accounts.Answer.Wrong(var fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", new ContactView(phone, address, new FormState(fields)));
            return "people/identity/contact";
        }
        return telephones.isConnected() && !telephones.isConfirmed(me.person())
                ? "redirect:/my/telephone"
                : "redirect:/my/profile?done=contact";
    }

    @FreshlyConfirmed
    @GetMapping("/password")
    String password(SignedIn me, Model model) {
        model.addAttribute("view", new PasswordView(FormState.FRESH));
        return "people/identity/password";
    }

    @FreshlyConfirmed
    @PostMapping("/password")
    String changePassword(
            SignedIn me,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String nextAgain,
            HttpServletResponse response,
            Model model) {
        if (accounts.changePassword(me, present, next, nextAgain) instanceof Accounts.Answer.Wrong(var fields)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", new PasswordView(new FormState(fields)));
            return "people/identity/password";
        }
        return "redirect:/my/profile?done=password";
    }

    @PostMapping("/sessions/{id}/close")
    String close(SignedIn me, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        sessions.close(me, id);
        if (id.equals(me.session())) {
            SessionToken.forget(request, response);
            return "redirect:/";
        }
        return "redirect:/my/profile?done=session";
    }

    @PostMapping("/sessions/close-others")
    String closeOthers(SignedIn me) {
        sessions.closeOthers(me);
        return "redirect:/my/profile?done=sessions";
    }

    private ProfileView view(SignedIn me, PersonProfile person, String number, String phone, String done) {
        return new ProfileView(
                person,
                number,
                phone,
                !number.equals(person.maskedNumber()),
                regions.fullName(person.divisionCode()),
                sessions.of(me.person()),
                me.session(),
                recovery.pending(me.person()),
                telephones.isConnected() && !telephones.isConfirmed(me.person()),
                done.matches("contact|password|session|sessions|telephone") ? "identity.profile.done." + done : "");
    }
}
