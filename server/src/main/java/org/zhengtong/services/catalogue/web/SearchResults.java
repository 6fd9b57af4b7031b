package org.zhengtong.services.catalogue.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ServiceItem;

/** What was found, narrowed by facets, one result for a base item, and how many each further choice would leave. */
@Component
class SearchResults {
    private static final int LOOKED_AT = 60;
    private static final int MOST_CHOICES = 12;

    private final Catalogue catalogue;
    private final Places places;

    SearchResults(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    List<Found> found(String question) {
        return catalogue.search(question, LOOKED_AT);
    }

    List<SearchView.Result> results(List<Found> found, Narrowing narrowing, int most) {
        List<SearchView.Result> results = new ArrayList<>();
        for (Found one : found) {
            if (results.size() < most) {
                result(one, narrowing).ifPresent(results::add);
            }
        }
        return results;
    }

    private Optional<SearchView.Result> result(Found found, Narrowing narrowing) {
        return switch (found) {
            case Found.OfBundle(var bundle) ->
                narrowing.fits(bundle)
                        ? Optional.of(new SearchView.OfBundle(
                                bundle, SearchQuestion.nearest(narrowing.question(), bundle.everydayWords())))
                        : Optional.empty();
            case Found.OfItem(var item) -> {
                List<ServiceItem> entries = narrowing.fitting(catalogue.entriesOf(item.baseCode()), places);
                yield entries.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ofItem(entries.contains(item) ? item : entries.getFirst(), entries, narrowing));
            }
        };
    }

    private static SearchView.Result ofItem(ServiceItem item, List<ServiceItem> entries, Narrowing narrowing) {
        return new SearchView.OfItem(
                ItemCard.of(item),
                entries.size() - 1,
                SearchQuestion.nearest(narrowing.question(), item.everydayWords()));
    }

    /** Only facets that part the results, or that are chosen. */
    List<SearchView.FacetChoices> facets(List<Found> found, Narrowing narrowing) {
        List<SearchView.FacetChoices> facets = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Narrowing others = narrowing.without(facet);
            Map<String, Integer> counts = counts(found, facet, others);
            String chosen = narrowing.chosen().get(facet);
            if (chosen != null) {
                counts.putIfAbsent(chosen, 0);
            }
            int fewest = facet == Facet.ONLINE || facet == Facet.KIOSK ? 1 : 2;
            if (counts.size() >= fewest || chosen != null) {
                facets.add(new SearchView.FacetChoices(
                        "catalogue.facet." + facet,
                        chosen == null ? Optional.empty() : Optional.of(others.address()),
                        choices(facet, counts, narrowing)));
            }
        }
        return facets;
    }

    private Map<String, Integer> counts(List<Found> found, Facet facet, Narrowing others) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Found one : found) {
            for (String value : values(one, facet, others)) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    private Set<String> values(Found found, Facet facet, Narrowing others) {
        return switch (found) {
            case Found.OfBundle(var bundle) -> others.fits(bundle) ? facet.of(bundle) : Set.of();
            case Found.OfItem(var item) -> {
                Map<String, Boolean> values = new LinkedHashMap<>();
                others.fitting(catalogue.entriesOf(item.baseCode()), places)
                        .forEach(entry -> facet.of(entry, places).forEach(value -> values.put(value, true)));
                yield values.keySet();
            }
        };
    }

    private List<SearchView.Choice> choices(Facet facet, Map<String, Integer> counts, Narrowing narrowing) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(choice -> choice.getValue() > 0 || narrowing.isChosen(facet, choice.getKey()))
                .limit(MOST_CHOICES)
                .map(choice -> new SearchView.Choice(
                        key(facet, choice.getKey()),
                        name(facet, choice.getKey()),
                        narrowing.with(facet, choice.getKey()).address(),
                        choice.getValue(),
                        narrowing.isChosen(facet, choice.getKey())))
                .toList();
    }

    private static Optional<String> key(Facet facet, String value) {
        return switch (facet) {
            case WHO ->
                value.equals("PERSON") || value.equals("FIRM")
                        ? Optional.of("catalogue.audience." + value)
                        : Optional.empty();
            case ONLINE, KIOSK -> Optional.of("catalogue.facet." + facet + ".yes");
            case EVENT, DIVISION, BODY -> Optional.empty();
        };
    }

    private String name(Facet facet, String value) {
        return switch (facet) {
            case BODY -> places.body(value).orElse(value);
            case DIVISION -> places.name(value).orElse(value);
            case WHO, EVENT, ONLINE, KIOSK -> value;
        };
    }
}
