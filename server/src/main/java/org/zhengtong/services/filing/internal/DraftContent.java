package org.zhengtong.services.filing.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a draft holds, sealed as one piece. */
record DraftContent(
        Map<String, String> situations,
        Map<String, String> answers,
        Map<String, Integer> pages,
        Map<String, List<UUID>> files,
        Set<String> promised) {
    static final DraftContent EMPTY = new DraftContent(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    DraftContent withSituations(Map<String, String> chosen, String page, int version) {
        return new DraftContent(chosen, answers, saved(page, version), files, promised);
    }

    DraftContent withAnswers(Map<String, String> newer, String page, int version) {
        return new DraftContent(situations, newer, saved(page, version), files, promised);
    }

    DraftContent withFile(String material, UUID file) {
        Map<String, List<UUID>> all = new LinkedHashMap<>(files);
        List<UUID> kept = new ArrayList<>(all.getOrDefault(material, List.of()));
        if (!kept.contains(file)) {
            kept.add(file);
        }
        all.put(material, kept);
        return new DraftContent(situations, answers, pages, all, promised);
    }

    DraftContent withoutFile(String material, UUID file) {
        Map<String, List<UUID>> all = new LinkedHashMap<>(files);
        List<UUID> left = all.getOrDefault(material, List.of()).stream()
                .filter(kept -> !kept.equals(file))
                .toList();
        if (left.isEmpty()) {
            all.remove(material);
        } else {
            all.put(material, left);
        }
        return new DraftContent(situations, answers, pages, all, promised);
    }

    DraftContent withPromise(String material, boolean given) {
        Set<String> all = new LinkedHashSet<>(promised);
        if (given) {
            all.add(material);
        } else {
            all.remove(material);
        }
        return new DraftContent(situations, answers, pages, files, all);
    }

    DraftContent replaced(
            Map<String, String> chosen,
            Map<String, String> newer,
            Map<String, List<UUID>> handedIn,
            List<String> promises,
            Stream<String> all,
            int version) {
        return new DraftContent(
                chosen,
                newer,
                all.collect(Collectors.toMap(page -> page, _ -> version, (one, _) -> one)),
                handedIn,
                new LinkedHashSet<>(promises));
    }

    private Map<String, Integer> saved(String page, int version) {
        Map<String, Integer> all = new LinkedHashMap<>(pages);
        all.put(page, version);
        return all;
    }
}
