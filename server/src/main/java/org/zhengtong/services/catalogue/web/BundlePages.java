package org.zhengtong.services.catalogue.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;

/** One thing: what belongs together. */
@Controller
class BundlePages {
    private final Catalogue catalogue;

    BundlePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/bundles")
    String bundles(Model model) {
        model.addAttribute("view", new BundlesView(catalogue.bundles()));
        return "services/catalogue/bundles";
    }

    @GetMapping("/bundles/{code}")
    String bundle(Model model, @PathVariable String code, @RequestParam Map<String, String> answers) {
        model.addAttribute("view", BundleView.of(catalogue, known(code), answers));
        return "services/catalogue/bundle";
    }

    @GetMapping("/bundles/{code}/form")
    String form(Model model, @PathVariable String code, @RequestParam Map<String, String> answers) {
        model.addAttribute("view", BundleView.of(catalogue, known(code), answers));
        return "services/catalogue/bundle-form";
    }

    private Bundle known(String code) {
        return catalogue.bundle(code).orElseThrow(() -> Problem.notFound("unknown-bundle"));
    }
}
