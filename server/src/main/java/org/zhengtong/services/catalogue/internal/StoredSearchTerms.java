package org.zhengtong.services.catalogue.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.SearchTerm;
import org.zhengtong.services.catalogue.SearchTerms;
import org.zhengtong.services.catalogue.Synonym;

/** A synonym is a change of the catalogue like a publication, so every node sees it as soon. */
@Service
class StoredSearchTerms implements SearchTerms {
    private final SearchTermStore store;
    private final MissedSearches missed;
    private final PublishedCatalogue catalogue;

    StoredSearchTerms(SearchTermStore store, MissedSearches missed, PublishedCatalogue catalogue) {
        this.store = store;
        this.missed = missed;
        this.catalogue = catalogue;
    }

    @Override
    public void missed(String question) {
        missed.add(question);
    }

    @Override
    public List<SearchTerm> open(int limit, StaffMember by) {
        allowed(by);
        return store.open(limit);
    }

    @Override
    public List<Synonym> synonyms(StaffMember by) {
        allowed(by);
        return store.synonyms();
    }

    @Override
    public void attach(String word, String baseCode, StaffMember by) {
        allowed(by);
        String term = term(word);
        if (catalogue.entriesOf(baseCode).isEmpty()) {
            throw Problem.notFound("unknown-item");
        }
        catalogue.change(baseCode, "catalogue.attach-synonym", by.actor(), () -> {
            store.add(baseCode, term);
            store.setState(term, "ATTACHED");
            return Map.of("base", baseCode, "word", term);
        });
    }

    @Override
    public void setAside(String word, StaffMember by) {
        allowed(by);
        String term = term(word);
        catalogue.record(term, "catalogue.set-term-aside", by.actor(), () -> {
            if (!store.setState(term, "SET_ASIDE")) {
                throw Problem.notFound("unknown-search-term");
            }
            return Map.of("word", term);
        });
    }

    @Override
    public void detach(String word, String baseCode, StaffMember by) {
        allowed(by);
        catalogue.change(baseCode, "catalogue.detach-synonym", by.actor(), () -> {
            if (!store.remove(baseCode, word)) {
                throw Problem.notFound("unknown-search-term");
            }
            store.setState(word, "OPEN");
            return Map.of("base", baseCode, "word", word);
        });
    }

    private static String term(String word) {
        return SearchTerm.of(word).orElseThrow(() -> new Problem(422, "search-term-empty"));
    }

    private static void allowed(StaffMember by) {
        if (!by.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
    }
}
