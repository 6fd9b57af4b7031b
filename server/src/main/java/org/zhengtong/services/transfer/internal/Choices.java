package org.zhengtong.services.transfer.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.LifeEvent;
import org.zhengtong.services.catalogue.PipeTable;

/** The values of an element that is chosen, with the Chinese words people choose by. */
record Choices(Map<String, String> words) {
    private static final Map<String, Choices> KNOWN = read();

    static Choices of(String set) {
        return Optional.ofNullable(KNOWN.get(set))
                .orElseThrow(() -> new IllegalStateException("no choices called " + set));
    }

    Optional<String> word(String value) {
        return Optional.ofNullable(words.get(value));
    }

    Optional<String> value(String word) {
        return words.entrySet().stream()
                .filter(one -> one.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    List<String> all() {
        return List.copyOf(words.values());
    }

    private static Map<String, Choices> read() {
        Map<String, Choices> sets = new LinkedHashMap<>();
        for (PipeTable.Row row : PipeTable.read("services/transfer/choices.psv").rows()) {
            sets.computeIfAbsent(row.get("set"), _ -> new Choices(new LinkedHashMap<>()))
                    .words()
                    .put(row.get("value"), row.get("word"));
        }
        Map<String, String> events = new LinkedHashMap<>();
        LifeEvent.all().forEach(event -> events.put(event.name(), event.name()));
        sets.put("lifeEvent", new Choices(events));
        return sets;
    }
}
