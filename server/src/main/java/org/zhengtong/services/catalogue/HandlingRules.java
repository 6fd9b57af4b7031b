package org.zhengtong.services.catalogue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The handling items (业务办理项) an entry is divided into, as a table. */
final class HandlingRules {
    private final Map<String, List<PipeTable.Row>> rows;

    /** @param table the situation is {@code question=answer}, several of them in a list */
    HandlingRules(PipeTable table) {
        rows = table.rows().stream()
                .collect(Collectors.groupingBy(row -> row.get("item"), LinkedHashMap::new, Collectors.toList()));
    }

    Set<String> entries() {
        return rows.keySet();
    }

    List<HandlingItem> items(String entry) {
        return rows.getOrDefault(entry, List.of()).stream()
                .map(row -> new HandlingItem(row.get("sequence"), row.get("name"), situation(row.list("situation"))))
                .toList();
    }

    private static Map<String, String> situation(List<String> answers) {
        return answers.stream()
                .map(answer -> answer.split("=", 2))
                .filter(parts -> Arrays.stream(parts).noneMatch(String::isBlank))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
