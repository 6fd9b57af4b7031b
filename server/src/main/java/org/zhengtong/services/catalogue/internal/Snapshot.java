package org.zhengtong.services.catalogue.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.internal.Changes.Listed;

/**
 * All that is published, at one revision.
 *
 * @param byBase the entries of each base item, one a body, in the order of the list
 * @param synonyms words given by editors, by base code
 */
record Snapshot(
        long revision,
        Map<ItemCode, Listed> listed,
        List<ServiceItem> items,
        Map<String, List<ServiceItem>> byBase,
        Map<String, Bundle> bundles,
        Map<String, List<String>> synonyms) {

    static final Snapshot EMPTY = new Snapshot(-1, Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    Optional<ServiceItem> item(ItemCode code) {
        return Optional.ofNullable(listed.get(code)).map(Listed::item);
    }

    Snapshot with(Changes changes) {
        Map<ItemCode, Listed> now = new HashMap<>(listed);
        for (Listed changed : changes.items()) {
            if (changed.isShown()) {
                now.put(changed.item().code(), changed);
            } else {
                now.remove(changed.item().code());
            }
        }
        List<ServiceItem> items = now.values().stream()
                .sorted(Comparator.comparingInt(Listed::position))
                .map(Listed::item)
                .toList();
        Map<String, List<ServiceItem>> byBase = new LinkedHashMap<>();
        items.forEach(item -> byBase.computeIfAbsent(item.baseCode(), any -> new ArrayList<>(1))
                .add(item));
        Map<String, Bundle> bundled = new TreeMap<>(bundles);
        changes.bundles().forEach(bundle -> bundled.put(bundle.code(), bundle));
        return new Snapshot(
                changes.revision(),
                Collections.unmodifiableMap(now),
                items,
                Collections.unmodifiableMap(byBase),
                Collections.unmodifiableMap(bundled),
                Map.copyOf(changes.synonyms()));
    }

    /** The codes of bundles and base items that may be found otherwise than before. */
    Set<String> touchedBy(Changes changes) {
        Set<String> touched = new LinkedHashSet<>();
        Set<ItemCode> codes = new LinkedHashSet<>();
        changes.bundles().forEach(bundle -> touched.add(bundle.code()));
        for (Listed changed : changes.items()) {
            codes.add(changed.item().code());
            touched.add(changed.item().baseCode());
            item(changed.item().code()).map(ServiceItem::baseCode).ifPresent(touched::add);
        }
        bundles.values().stream()
                .filter(bundle -> bundle.items().stream().anyMatch(codes::contains))
                .map(Bundle::code)
                .forEach(touched::add);
        Stream.concat(synonyms.keySet().stream(), changes.synonyms().keySet().stream())
                .filter(base -> !synonyms.getOrDefault(base, List.of())
                        .equals(changes.synonyms().getOrDefault(base, List.of())))
                .forEach(touched::add);
        return touched;
    }
}
