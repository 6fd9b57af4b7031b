package org.zhengtong.services.catalogue.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengtong.ground.language.SearchHit;
import org.zhengtong.services.catalogue.ServiceItem;

/** Whether it is clear which item somebody means: an answer about another one would be worse than none. */
final class ClearlyMeant {
    static final int LOOKED_AT = 6;

    /** How much better than the next one an item must fit when its name does not decide. */
    private static final double CLEARLY = 1.25;

    private static final int SHORTEST_NAME = 2;
    private static final int MOST_BEFORE = 2;

    private ClearlyMeant() {}

    /** @return the entries of the base item that is meant */
    static Optional<List<ServiceItem>> among(List<SearchHit> hits, Snapshot snapshot, String words) {
        List<SearchHit> items = hits.stream()
                .filter(hit -> snapshot.byBase().containsKey(hit.key()))
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<ServiceItem> first = entries(snapshot, items.getFirst());
        if (items.size() == 1
                || items.getFirst().score() >= CLEARLY * items.get(1).score()) {
            return Optional.of(first);
        }
        Optional<List<ServiceItem>> giving =
                giving(items.stream().map(hit -> entries(snapshot, hit)).toList(), words);
        if (giving.isPresent()) {
            return giving;
        }
        boolean named = isNamed(first, words);
        boolean otherNamed = items.stream().skip(1).anyMatch(item -> isNamed(entries(snapshot, item), words));
        return named && !otherNamed ? Optional.of(first) : Optional.empty();
    }

    private static List<ServiceItem> entries(Snapshot snapshot, SearchHit hit) {
        return snapshot.byBase().getOrDefault(hit.key(), List.of());
    }

    /** The item that gives the licence named: the one by which a firm gets it first, or the only one. */
    private static Optional<List<ServiceItem>> giving(List<List<ServiceItem>> items, String words) {
        List<List<ServiceItem>> giving = items.stream()
                .filter(entries -> entries.getFirst()
                        .licenceType()
                        .filter(licence -> isJust(licence, words))
                        .isPresent())
                .toList();
        return giving.stream()
                .filter(entries -> entries.getFirst().foundsFirm())
                .findFirst()
                .or(() -> giving.size() == 1 ? Optional.of(giving.getFirst()) : Optional.empty());
    }

    /** Such as 办营业执照. */
    private static boolean isJust(String licence, String words) {
        return words.endsWith(licence) && words.length() <= licence.length() + MOST_BEFORE;
    }

    private static boolean isNamed(List<ServiceItem> entries, String words) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.name()), entry.everydayWords().stream()))
                .anyMatch(name -> name.length() >= SHORTEST_NAME && (words.contains(name) || name.contains(words)));
    }
}
