package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.catalogue.SearchTerms;

/** Finding by one's own words. */
@Controller
class SearchPages {
    private static final int RESULTS = 20;
    private static final int SUGGESTIONS = 6;

    private final Catalogue catalogue;
    private final SearchResults results;
    private final SearchTerms terms;

    SearchPages(Catalogue catalogue, SearchResults results, SearchTerms terms) {
        this.catalogue = catalogue;
        this.results = results;
        this.terms = terms;
    }

    @GetMapping("/search")
    String search(Model model, @RequestParam(defaultValue = "") String q, @RequestParam Map<String, String> all) {
        Narrowing narrowing = Narrowing.of(SearchQuestion.clean(q), all);
        String question = narrowing.question();
        List<Found> found = question.isEmpty() ? List.of() : results.found(question);
        if (found.isEmpty()) {
            terms.missed(question);
        }
        model.addAttribute(
                "view",
                new SearchView(
                        question,
                        question.isEmpty()
                                ? Optional.empty()
                                : catalogue.answer(question).map(AnswerCard::of),
                        results.results(found, narrowing, RESULTS),
                        results.facets(found, narrowing),
                        narrowing.chosen().isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Narrowing(question, Map.of()).address()),
                        LifeEvent.all()));
        return "services/catalogue/search";
    }

    /** A fragment shown under the search field while somebody types. */
    @GetMapping("/search/suggestions")
    String suggestions(Model model, @RequestParam(defaultValue = "") String q) {
        String typed = SearchQuestion.clean(q);
        List<Found> found = typed.isEmpty() ? List.of() : catalogue.suggest(typed, SUGGESTIONS);
        model.addAttribute("view", new SuggestionsView(found));
        return "services/catalogue/suggestions";
    }
}
