package org.zhengtong.services.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The guide's questions, as a table: which materials an answer makes unnecessary is said by their names. */
final class SituationRules {
    private final Map<String, Map<String, List<PipeTable.Row>>> rows;

    SituationRules(PipeTable table) {
        rows = table.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("item"),
                        LinkedHashMap::new,
                        Collectors.groupingBy(row -> row.get("situation"), LinkedHashMap::new, Collectors.toList())));
    }

    Set<String> items() {
        return rows.keySet();
    }

    List<Situation> situations(String item, List<Material> materials) {
        return rows.getOrDefault(item, Map.of()).entrySet().stream()
                .map(situation -> new Situation(
                        situation.getKey(),
                        situation.getValue().getFirst().get("question"),
                        situation.getValue().stream()
                                .map(row -> answer(item, row, materials))
                                .toList()))
                .toList();
    }

    private static Situation.Answer answer(String item, PipeTable.Row row, List<Material> materials) {
        Set<String> without = row.list("without").stream()
                .map(name -> materials.stream()
                        .filter(material -> material.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(item + " has no material " + name))
                        .id())
                .collect(Collectors.toUnmodifiableSet());
        return new Situation.Answer(row.get("answer"), row.get("text"), without);
    }
}
