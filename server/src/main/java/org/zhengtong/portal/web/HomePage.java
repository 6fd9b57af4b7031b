package org.zhengtong.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.services.catalogue.Catalogue;

/** The front page: say what you want, or look by the turns of life. */
@Controller
class HomePage {
    private final Catalogue catalogue;

    HomePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("view", HomeView.of(catalogue.items(), catalogue.bundles()));
        return "portal/home";
    }
}
