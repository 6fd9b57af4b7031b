package org.zhengtong.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.demo.Persona;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.DemoSignIn;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;

/** The people of the demo city to sign in as with one click. */
@Controller
@Profile("demo")
class PersonaPages {
    private final DemoSignIn signIn;
    private final Sessions sessions;
    private final Identity identity;
    private final List<Persona> personas = Persona.all();

    PersonaPages(DemoSignIn signIn, Sessions sessions, Identity identity) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.identity = identity;
    }

    @GetMapping("/demo")
    String personas(Model model) {
        model.addAttribute("view", PersonasView.of(personas));
        return "demo/personas";
    }

    @PostMapping("/demo")
    String become(@RequestParam String persona, HttpServletRequest request, HttpServletResponse response) {
        PersonId person = personas.stream()
                .filter(candidate -> candidate.key().equals(persona))
                .findFirst()
                .flatMap(candidate -> identity.findAccount(candidate.account()))
                .orElseThrow(() -> Problem.notFound("demo-not-yet"));
        SessionToken token = signIn.signIn(person, request);
        SessionToken.of(request).flatMap(sessions::find).ifPresent(before -> sessions.close(before, before.session()));
        token.set(request, response);
        return "redirect:/sign-in";
    }
}
