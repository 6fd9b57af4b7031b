package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    String bundle(Model model, @PathVariable String code) {
        Bundle bundle = catalogue.bundle(code).orElseThrow(() -> Problem.notFound("unknown-bundle"));
        List<ItemCard> items = bundle.items().stream()
                .map(catalogue::item)
                .flatMap(Optional::stream)
                .map(ItemCard::of)
                .toList();
        model.addAttribute("view", new BundleView(bundle, items));
        return "services/catalogue/bundle";
    }
}
