package org.zhengtong.people.identity.web;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.IdentityProof;

/** Stands for a service outside the house, and says that it is none. */
@Controller
@Profile({"demo", "test"})
class DemoProofPage {
    @GetMapping("/demo-proof")
    String page(
            @RequestParam(defaultValue = "FACE") IdentityProof.Kind kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        model.addAttribute(
                "view", new DemoProofView(kind, state, SameSite.path(back).orElse("/")));
        return "people/identity/demo-proof";
    }
}
