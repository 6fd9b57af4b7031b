package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.SearchTerms;
import org.zhengtong.services.catalogue.ServiceItem;

/** Where editors see what people searched for in vain, and teach the search. */
@Controller
class SearchTermDesk {
    private static final int TERMS = 200;
    private static final int CANDIDATES = 10;

    private final SearchTerms terms;
    private final Catalogue catalogue;

    SearchTermDesk(SearchTerms terms, Catalogue catalogue) {
        this.terms = terms;
        this.catalogue = catalogue;
    }

    /**
     * @param term the one an item is looked for
     * @param q the words the item is looked for by
     */
    @GetMapping("/desk/searches")
    String terms(
            Model model,
            StaffMember staff,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String q) {
        String word = SearchQuestion.clean(term);
        String wanted = SearchQuestion.clean(q);
        model.addAttribute(
                "view",
                new SearchTermsView(
                        terms.open(TERMS, staff),
                        terms.synonyms(staff).stream()
                                .map(synonym -> new SearchTermsView.Attached(synonym, name(synonym.baseCode())))
                                .toList(),
                        word,
                        wanted,
                        word.isEmpty() ? List.of() : candidates(wanted.isEmpty() ? word : wanted)));
        return "services/catalogue/searches";
    }

    @PostMapping("/desk/searches/attach")
    String attach(StaffMember staff, @RequestParam String term, @RequestParam String base) {
        terms.attach(term, base, staff);
        return "redirect:/desk/searches";
    }

    @PostMapping("/desk/searches/set-aside")
    String setAside(StaffMember staff, @RequestParam String term) {
        terms.setAside(term, staff);
        return "redirect:/desk/searches";
    }

    @PostMapping("/desk/searches/detach")
    String detach(StaffMember staff, @RequestParam String word, @RequestParam String base) {
        terms.detach(word, base, staff);
        return "redirect:/desk/searches";
    }

    private List<ServiceItem> candidates(String wanted) {
        Stream<ServiceItem> named =
                catalogue.items().stream().filter(item -> item.name().contains(wanted));
        Stream<ServiceItem> found = catalogue.search(wanted, CANDIDATES).stream()
                .flatMap(one -> one instanceof Found.OfItem(var item) ? Stream.of(item) : Stream.empty());
        return Stream.concat(named, found)
                .map(ServiceItem::baseCode)
                .distinct()
                .limit(CANDIDATES)
                .map(base -> catalogue.entriesOf(base).getFirst())
                .toList();
    }

    private String name(String base) {
        return catalogue.entriesOf(base).stream()
                .map(ServiceItem::name)
                .findFirst()
                .orElse(base);
    }
}
