package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.SearchTerm;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Synonym;

/**
 * Searches without a result and attached words.
 *
 * @param term the one an item is looked for, or empty
 * @param q the words it is looked for by
 * @param candidates items it may belong to
 */
public record SearchTermsView(
        List<SearchTerm> open, List<Attached> attached, String term, String q, List<ServiceItem> candidates) {

    /** A word and the item it is attached to. */
    public record Attached(Synonym synonym, String item) {}
}
