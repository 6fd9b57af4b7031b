package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.catalogue.BodyScore;
import org.zhengtong.services.catalogue.Catalogue;

/** How good the entries are, for everybody to see. */
@Controller
class QualityPages {
    private final Catalogue catalogue;
    private final Scores scores;

    QualityPages(Catalogue catalogue, Scores scores) {
        this.catalogue = catalogue;
        this.scores = scores;
    }

    @GetMapping("/quality")
    String bodies(Model model, @RequestParam(defaultValue = "") String sort) {
        model.addAttribute("view", QualityView.of(scores.current(), sort));
        return "services/catalogue/quality";
    }

    @GetMapping("/quality/{uscc}")
    String body(Model model, @PathVariable String uscc) {
        List<BodyScore> all = scores.current();
        BodyScore score = all.stream()
                .filter(one -> one.uscc().equals(uscc))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-quality-body"));
        List<BodyQualityView.Entry> entries = catalogue.items().stream()
                .filter(item -> item.bodyUscc().equals(uscc))
                .map(BodyQualityView.Entry::of)
                .toList();
        model.addAttribute("view", new BodyQualityView(score, all.indexOf(score) + 1, all.size(), entries));
        return "services/catalogue/bodyquality";
    }
}
