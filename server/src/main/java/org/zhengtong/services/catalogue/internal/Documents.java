package org.zhengtong.services.catalogue.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Question;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** By what bundles and base items are found. The entries of one base item are one document, whoever has them. */
record Documents(Snapshot snapshot) {
    /** With more, the name of a body says nothing about the item any more. */
    private static final int MOST_BODIES = 8;

    /** @param key the code of a bundle or a base code; nothing when there is none such */
    Optional<SearchDocument> document(String key) {
        Bundle bundle = snapshot.bundles().get(key);
        return bundle != null
                ? Optional.of(document(bundle))
                : Optional.ofNullable(snapshot.byBase().get(key)).map(entries -> document(key, entries));
    }

    private SearchDocument document(String base, List<ServiceItem> entries) {
        String name = entries.getFirst().name();
        Set<String> words = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        Set<String> bodies = new LinkedHashSet<>();
        Set<String> materials = new LinkedHashSet<>();
        for (ServiceItem entry : entries) {
            words.add(entry.name());
            words.addAll(entry.everydayWords());
            texts(entry).forEach(texts::add);
            bodies.add(entry.bodyName());
            entry.materials().stream()
                    .filter(material -> !material.generated())
                    .map(Material::name)
                    .forEach(materials::add);
        }
        words.addAll(snapshot.synonyms().getOrDefault(base, List.of()));
        words.remove(name);
        if (bodies.size() <= MOST_BODIES) {
            texts.addAll(bodies);
        }
        return new SearchDocument(base, name, List.copyOf(words), List.copyOf(texts), List.copyOf(materials));
    }

    private static Stream<String> texts(ServiceItem item) {
        return Stream.of(
                        Stream.of(item.summary(), item.result(), item.lifeEvent()),
                        item.situations().stream().map(Situation::question),
                        item.questions().stream()
                                .map(Question::question)
                                .filter(question -> !question.contains(item.name())))
                .flatMap(text -> text);
    }

    private SearchDocument document(Bundle bundle) {
        List<String> texts = Stream.concat(
                        Stream.of(bundle.summary()),
                        bundle.items().stream()
                                .flatMap(code -> snapshot.item(code).stream())
                                .map(ServiceItem::name))
                .toList();
        return new SearchDocument(bundle.code(), bundle.name(), bundle.everydayWords(), texts, List.of());
    }
}
