package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.LifeEvent;

/** Finding by one's own words. */
@Controller
class SearchPages {
    private static final int RESULTS = 20;
    private static final int SUGGESTIONS = 6;
    private final Catalogue catalogue;

    SearchPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/search")
    String search(Model model, @RequestParam(defaultValue = "") String q) {
        String question = SearchQuestion.clean(q);
        model.addAttribute("view", new SearchView(question, results(question, RESULTS), LifeEvent.all()));
        return "services/catalogue/search";
    }

    /** A fragment shown under the search field while somebody types. */
    @GetMapping("/search/suggestions")
    String suggestions(Model model, @RequestParam(defaultValue = "") String q) {
        String question = SearchQuestion.clean(q);
        model.addAttribute("view", new SearchView(question, results(question, SUGGESTIONS), List.of()));
        return "services/catalogue/suggestions";
    }

    private List<SearchView.Result> results(String question, int limit) {
        return question.isEmpty()
                ? List.of()
                : catalogue.search(question, limit).stream()
                        .map(found -> result(question, found))
                        .toList();
    }

    private static SearchView.Result result(String question, Found found) {
        return switch (found) {
            case Found.OfItem(var item) ->
                new SearchView.OfItem(ItemCard.of(item), SearchQuestion.nearest(question, item.everydayWords()));
            case Found.OfBundle(var bundle) ->
                new SearchView.OfBundle(bundle, SearchQuestion.nearest(question, bundle.everydayWords()));
        };
    }
}
