package org.zhengtong.portal.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.Catalogue;

/** The front page: say what you want, or look by the turns of life. */
@Controller
class HomePage {
    private final Catalogue catalogue;
    private final OwnMatters matters;

    HomePage(Catalogue catalogue, OwnMatters matters) {
        this.catalogue = catalogue;
        this.matters = matters;
    }

    @GetMapping("/")
    String home(Optional<SignedIn> me, Model model) {
        model.addAttribute("view", HomeView.of(catalogue.items(), catalogue.bundles(), me.map(matters::waitingFor)));
        return "portal/home";
    }
}
