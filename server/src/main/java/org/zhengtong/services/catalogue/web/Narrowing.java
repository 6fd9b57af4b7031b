package org.zhengtong.services.catalogue.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ServiceItem;

/** The facets chosen for a question; each choice is a link that keeps the question and the other choices. */
record Narrowing(String question, Map<Facet, String> chosen) {

    /** @param given parameters of the address */
    static Narrowing of(String question, Map<String, String> given) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Optional.ofNullable(given.get(facet.parameter()))
                    .map(SearchQuestion::clean)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> chosen.put(facet, value));
        }
        return new Narrowing(question, chosen);
    }

    boolean isChosen(Facet facet, String value) {
        return value.equals(chosen.get(facet));
    }

    Narrowing with(Facet facet, String value) {
        Map<Facet, String> more = new EnumMap<>(Facet.class);
        more.putAll(chosen);
        more.put(facet, value);
        return new Narrowing(question, more);
    }

    Narrowing without(Facet facet) {
        Map<Facet, String> fewer = new EnumMap<>(Facet.class);
        fewer.putAll(chosen);
        fewer.remove(facet);
        return new Narrowing(question, fewer);
    }

    List<ServiceItem> fitting(List<ServiceItem> entries, Places places) {
        return chosen.isEmpty()
                ? entries
                : entries.stream()
                        .filter(entry -> chosen.entrySet().stream()
                                .allMatch(choice ->
                                        choice.getKey().of(entry, places).contains(choice.getValue())))
                        .toList();
    }

    boolean fits(Bundle bundle) {
        return chosen.entrySet().stream()
                .allMatch(choice -> choice.getKey().of(bundle).contains(choice.getValue()));
    }

    String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search").queryParam("q", "{q}");
        chosen.forEach((facet, value) -> address.queryParam(facet.parameter(), "{" + facet.parameter() + "}"));
        Stream<String> values = Stream.concat(Stream.of(question), chosen.values().stream());
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
