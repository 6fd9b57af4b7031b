package org.zhengtong.services.catalogue.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.ground.language.HybridIndex;
import org.zhengtong.ground.language.SearchDocument;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.ground.language.SearchWay;
import org.zhengtong.services.catalogue.Answer;
import org.zhengtong.services.catalogue.AskedAspect;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ServiceItem;

/** Finds bundles and base items, and of a base item the entry that is meant. */
final class CatalogueSearch {
    private static final EnglishWords ENGLISH = EnglishWords.read();

    private final HybridIndex index;

    CatalogueSearch(HybridIndex index) {
        this.index = index;
    }

    /** @param touched codes of bundles and base items that may have changed */
    void show(Snapshot before, Snapshot now, Set<String> touched) {
        Documents former = new Documents(before);
        Documents present = new Documents(now);
        List<SearchDocument> put = new ArrayList<>();
        Set<String> removed = new LinkedHashSet<>();
        for (String key : touched) {
            Optional<SearchDocument> document = present.document(key);
            if (document.isEmpty()) {
                removed.add(key);
            } else if (!document.equals(former.document(key))) {
                put.add(document.get());
            }
        }
        if (!put.isEmpty() || !removed.isEmpty()) {
            index.change(put, removed);
        }
    }

    Optional<Answer> answer(Snapshot snapshot, String question) {
        return AskedAspect.in(question).flatMap(asked -> {
            String words = ENGLISH.inChinese(asked.item());
            return ClearlyMeant.among(index.search(words, ClearlyMeant.LOOKED_AT), snapshot, words)
                    .map(entries -> new Answer(asked.aspect(), meant(entries, question)))
                    .filter(Answer::saysSomething);
        });
    }

    List<Found> search(Snapshot snapshot, String question, int limit, SearchWay way) {
        return index.search(ENGLISH.inChinese(question), limit, way).stream()
                .map(SearchHit::key)
                .flatMap(key -> found(snapshot, question, key).stream())
                .toList();
    }

    int notYetUnderstood() {
        return index.notYetUnderstood();
    }

    private static Optional<Found> found(Snapshot snapshot, String question, String key) {
        Bundle bundle = snapshot.bundles().get(key);
        List<ServiceItem> entries = snapshot.byBase().getOrDefault(key, List.of());
        if (bundle != null) {
            return Optional.of(new Found.OfBundle(bundle));
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Found.OfItem(meant(entries, question)));
    }

    /** The entry of the body that the question names most of; the first of the list when it names none. */
    private static ServiceItem meant(List<ServiceItem> entries, String question) {
        return entries.size() == 1
                ? entries.getFirst()
                : entries.stream()
                        .sorted(Comparator.comparingInt(entry -> -shared(question, entry.bodyName())))
                        .findFirst()
                        .orElseThrow();
    }

    private static int shared(String question, String name) {
        int shared = 0;
        for (int i = 0; i + 2 <= name.length(); i++) {
            if (question.contains(name.substring(i, i + 2))) {
                shared++;
            }
        }
        return shared;
    }
}
