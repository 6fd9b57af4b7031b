package org.zhengtong.services.catalogue.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.Question;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;

/** All that is published, at one revision. */
record Snapshot(long revision, Map<ItemCode, ServiceItem> items, List<Bundle> bundles, Map<String, Found> findable) {

    static final Snapshot EMPTY = of(-1, List.of(), List.of());

    static Snapshot of(long revision, List<ServiceItem> items, List<Bundle> bundles) {
        Map<ItemCode, ServiceItem> byCode = new LinkedHashMap<>();
        Map<String, Found> findable = new LinkedHashMap<>();
        for (Bundle bundle : bundles) {
            findable.put(bundle.code(), new Found.OfBundle(bundle));
        }
        for (ServiceItem item : items) {
            byCode.put(item.code(), item);
            findable.put(item.code().value(), new Found.OfItem(item));
        }
        return new Snapshot(
                revision,
                Collections.unmodifiableMap(byCode),
                List.copyOf(bundles),
                Collections.unmodifiableMap(findable));
    }

    List<SearchDocument> documents() {
        List<SearchDocument> documents = new ArrayList<>();
        bundles.forEach(bundle -> documents.add(document(bundle)));
        items.values().forEach(item -> documents.add(document(item)));
        return List.copyOf(documents);
    }

    private static SearchDocument document(ServiceItem item) {
        List<String> texts = Stream.of(
                        Stream.of(item.summary(), item.result(), item.bodyName(), item.lifeEvent()),
                        item.situations().stream().map(Situation::question),
                        item.questions().stream()
                                .map(Question::question)
                                .filter(question -> !question.contains(item.name())))
                .flatMap(text -> text)
                .toList();
        return new SearchDocument(item.code().value(), item.name(), item.everydayWords(), texts);
    }

    private SearchDocument document(Bundle bundle) {
        List<String> texts = Stream.concat(
                        Stream.of(bundle.summary()),
                        bundle.items().stream()
                                .flatMap(code -> Optional.ofNullable(items.get(code)).stream())
                                .map(ServiceItem::name))
                .toList();
        return new SearchDocument(bundle.code(), bundle.name(), bundle.everydayWords(), texts);
    }
}
